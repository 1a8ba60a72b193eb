"""The limits of the file channel; none of them can be switched off."""

CHANNEL = "file"
"""The name under which these messages are stored."""

MIB = 1024 * 1024
MAX_BYTES = 50 * MIB
"""A year of a busy desk; more is split so that one upload never fills the memory."""

MAX_ROWS = 100_000
"""Reading and matching so many takes minutes; more is split."""

MAX_CELL = 131_072
"""The limit of Python's csv module for one cell, in characters."""
