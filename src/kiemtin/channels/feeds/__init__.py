"""News and notices of the official, news and fact-check sources that the desk has chosen."""
