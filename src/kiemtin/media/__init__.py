"""What a picture, a recording or a page says, and how it comes in without harm.

Plain Python. What a file is called is never believed; what it is comes from its first bytes.
"""
