"""One published fact-check in every form in which people receive it.

Plain Python: a `Content` goes in, a text, a feed or a document comes out; nothing is sent.
"""
