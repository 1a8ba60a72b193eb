"""How the process apart says that it will not hand on an answer: by one word of a short list."""

CODES = frozenset(
    {"too_big", "too_slow", "decompression", "packing", "damaged", "tls", "no_answer"}
)
"""The words that may come back from a fetch; what they mean is in `kiemtin.media.fetch.refusal`.

The words of those who read files are in `kiemtin.media.apart.refusal`.
"""


class Refused(Exception):
    """An answer that is not handed on; made with one of the words of its kind."""

    @property
    def code(self) -> str:
        """Which one."""
        return str(self)
