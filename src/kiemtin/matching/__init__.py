"""Which known claim does this message repeat? The right one, a suggestion, or none.

A plain Python library: entries go into an `Index`, a `Matcher` answers a `Query` with a
`Match`, and every match carries the reasons that a page can show.
"""
