"""What `kiemtin verify` fetches when it is given the address of a page or of a proof."""

import re
from typing import ClassVar, NamedTuple
from urllib.parse import urlsplit

from kiemtin.record.fetch import Site
from kiemtin.record.notes import MAX_BYTES
from kiemtin.record.proof import HEADER, SUFFIX
from kiemtin.refusal import Refusal, Say

PROOF_LINK = re.compile(rb'href="(/[^"]{1,200}\.tlog-proof)"')
PAGE = "/kiem-chung/"


class Fetched(NamedTuple):
    """A page or a proof, and the proof that the page links to."""

    data: bytes
    proof: bytes | None


class NotThere(Refusal):
    """An address gave something else than was asked for."""

    sentences: ClassVar = {
        "status": Say(
            "{address} trả lời {status}. Hãy kiểm tra địa chỉ; mục mới thì chờ vài giây.",
            "{address} answered {status}. Check the address; a new entry takes some seconds to be "
            "signed.",
        )
    }


def is_one_thing(address: str) -> bool:
    """Whether an address is that of a page or of a proof, not of a whole log."""
    path = urlsplit(address).path
    return path.startswith(PAGE) or path.endswith(SUFFIX)


def fetch(address: str) -> Fetched:
    """Fetch a page with the proof it links to, or a proof; raises FetchRefused, NotThere."""
    url = urlsplit(address)
    with Site(f"{url.scheme}://{url.netloc}") as site:
        data = _get(site, url.path)
        link = None if data.startswith(HEADER.encode()) else PROOF_LINK.search(data)
        return Fetched(data, _get(site, link[1].decode()) if link else None)


def _get(site: Site, path: str) -> bytes:
    answer = site.get(path.lstrip("/"), MAX_BYTES)
    if answer.status != 200:
        fields = {"address": f"{site.host}{path}", "status": answer.status}
        raise NotThere("status", fields)
    return answer.body
