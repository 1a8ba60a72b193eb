"""A bot on Telegram: one person's messages in, answers and bulletins out; groups are never read.

Telegram was ordered blocked in Vietnam in May 2025: it serves those who can reach it, and never the
only way to anyone.
"""
