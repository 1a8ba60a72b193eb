"""The desk's Zalo Official Account: one person's messages in, answers and bulletins out."""
