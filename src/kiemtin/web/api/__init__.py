"""The read API: published fact-checks, and which of them a text repeats. It changes nothing."""
