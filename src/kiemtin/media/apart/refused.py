"""How the process apart says that it will not hand on an answer: by one word of a short list."""

CODES = frozenset(
    {"too_big", "too_slow", "decompression", "packing", "damaged", "tls", "no_answer"}
)
"""The words that may come back; what they mean to a reader is in `kiemtin.media.fetch.refusal`."""


class Refused(Exception):
    """An answer that is not handed on; made with one of CODES."""

    @property
    def code(self) -> str:
        """Which one."""
        return str(self)
