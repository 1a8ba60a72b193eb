"""Fetch a page or file that a checker names: only from public web servers, and read apart.

A name is looked up once and the connection goes to the number that was judged; every redirect is
judged again. What the server sends is read in a process that holds that one connection and no
rights. Nothing is signed in to, nothing kept between visits, and nothing fetched unasked.
"""

from kiemtin.media.fetch.limits import LIMITS, PORTS, Limits
from kiemtin.media.fetch.manners import Identity, Manners
from kiemtin.media.fetch.network import Network
from kiemtin.media.fetch.refusal import FetchRefused
from kiemtin.media.fetch.visit import Fetched, Hop, Means, fetch

__all__ = [
    "LIMITS",
    "PORTS",
    "FetchRefused",
    "Fetched",
    "Hop",
    "Identity",
    "Limits",
    "Manners",
    "Means",
    "Network",
    "fetch",
]
