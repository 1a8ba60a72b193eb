"""Writes a table of words as plain lines of text."""


def words(table: str) -> frozenset[str]:
    """Split a table at blanks into a set of words."""
    return frozenset(table.split())


def phrases(table: str) -> frozenset[str]:
    """Split a table at commas and line ends into a set of phrases."""
    return frozenset(part.strip() for part in table.replace("\n", ",").split(",") if part.strip())
