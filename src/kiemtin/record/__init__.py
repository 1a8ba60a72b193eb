"""The public log: what the desk did, in an order that nobody can change unseen.

Plain Python. Leaves hold salted commitments, never a person's data.
"""
