"""What one fetch may cost, and the refusals that name these limits."""

from dataclasses import dataclass

from kiemtin.media.document import MAX_BYTES
from kiemtin.media.fetch.refusal import FetchRefused
from kiemtin.media.sandbox import MIB

PORTS = (80, 443, 8080, 8443)
"""Where web sites are: the schemes' own ports and the two that IANA lists as their alternates.
Behind others are mail, databases and the like, which an HTTP request could be made to command."""

MAX_ADDRESS = 2048
"""Characters; search engines and servers give up at about this length."""


@dataclass(frozen=True)
class Limits:
    """Bytes of the unpacked body, how many times it may unpack, redirects, seconds for the whole
    fetch (waiting one's turn left out), for one pause and for connecting; bytes of address space
    and seconds of processor of the process apart."""

    most: int = MAX_BYTES
    ratio: int = 100  # web pages pack 3 to 30 times, gzip 1,032 times at most, Brotli far more
    hops: int = 5
    seconds: float = 30.0
    idle: float = 10.0
    connect: float = 5.0
    memory: int = 512 * MIB
    cpu_seconds: int = 10


LIMITS = Limits()


def refused(code: str, limits: Limits = LIMITS) -> FetchRefused:
    """Return the refusal with every number that a sentence may name."""
    return FetchRefused(
        code,
        {
            "longest": MAX_ADDRESS,
            "ports": ", ".join(str(port) for port in PORTS),
            "hops": limits.hops,
            "limit": -(-limits.most // MIB),
            "seconds": f"{limits.seconds:g}",
            "ratio": limits.ratio,
        },
    )
