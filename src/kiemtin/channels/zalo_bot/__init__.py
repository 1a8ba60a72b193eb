"""A bot on Zalo: one person's messages in, answers and bulletins out; groups are never read."""
