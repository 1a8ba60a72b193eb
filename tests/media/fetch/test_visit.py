"""A page is fetched whole or not at all, whatever the server does; what came is said as it is."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from time import monotonic

import pytest

from kiemtin.media.fetch import Hop, Limits
from kiemtin.media.fetch import fetch as fetch_as
from tests.media.fetch.site import WHEN, WHO, fetch, means, named, refusal, trusting
from tests.support.peers.http import CLOSED
from tests.support.peers.mail import certificate
from tests.support.peers.tricks import PAGE, PNG, TrickPeer


@pytest.fixture(scope="module")
def site() -> Iterator[TrickPeer]:
    """The site of tricks."""
    with TrickPeer() as peer:
        yield peer


def test_a_page_comes_with_all_that_is_known_of_it(site: TrickPeer) -> None:
    address = named(site) + "/tin/đập?a=ô#phần"
    had = fetch(address)
    assert (had.url, had.status, had.body) == (address, 200, PAGE)
    assert had.final_url == named(site) + "/tin/%C4%91%E1%BA%ADp?a=%C3%B4"
    assert (had.said_type, had.found_type, had.types_agree) == ("text/html", "text/html", True)
    assert (had.sha256, had.fetched_at) == (sha256(PAGE).hexdigest(), WHEN)
    assert had.hops == (Hop(had.final_url, 200, "127.0.0.1"),)


def test_the_desk_says_who_it_is_and_nothing_else(site: TrickPeer) -> None:
    fetch(named(site))
    headers = site.asked[-1].headers
    assert "KiemTin/" in headers["user-agent"]
    assert "+https://tin.example/" in headers["user-agent"]
    assert headers["from"] == "ban@tin.example"
    assert headers["host"] == named(site).removeprefix("http://")
    assert not {"cookie", "authorization", "referer"} & set(headers)


def test_proxies_of_the_environment_are_not_used(
    site: TrickPeer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert fetch(named(site)).body == PAGE


def test_redirects_are_followed_and_told(site: TrickPeer) -> None:
    had = fetch(f"{named(site)}/to?url=/to?url=/trang", Limits(hops=2))
    assert had.final_url == f"{named(site)}/trang"
    assert [hop.status for hop in had.hops] == [302, 302, 200]
    assert refusal(f"{named(site)}/to?url=/to?url=/trang", Limits(hops=1)) == "redirect"


@pytest.mark.parametrize("code", [404, 410, 403, 500, 503])
def test_a_page_that_is_gone_is_told_as_such(site: TrickPeer, code: int) -> None:
    had = fetch(f"{named(site)}/status?{code}")
    assert (had.status, had.body) == (code, PAGE)


@pytest.mark.parametrize(
    ("trick", "code"),
    [
        ("circle", "redirect"),
        ("stairs-0", "redirect"),
        ("to-file", "scheme"),
        ("to-script", "scheme"),
        ("to-data", "scheme"),
        ("to-mail", "scheme"),
        ("to-user", "credentials"),
        ("to?url=http://127.1/", "address"),
        ("to?url=http://nobody.example/", "unknown"),
        ("to-broken", "form"),
        ("flood", "damaged"),
        ("many-headers", "damaged"),
        ("continue", "damaged"),
        ("gzip-cut", "damaged"),
        ("gzip-lie", "damaged"),
        ("deflate", "packing"),
        ("zstd", "packing"),
        ("packed-twice", "packing"),
        ("bomb", "decompression"),
        ("brotli-bomb", "decompression"),
        ("short", "damaged"),
        ("chunk-less-than-nothing", "damaged"),
        ("chunk-huge", "damaged"),
        ("chunk-cut", "damaged"),
        ("no-http", "damaged"),
        ("status-zero", "damaged"),
        ("nothing", "no_answer"),
    ],
)
def test_a_trick_is_refused_by_its_name(site: TrickPeer, trick: str, code: str) -> None:
    assert refusal(f"{named(site)}/{trick}") == code


@pytest.mark.parametrize("trick", ["endless", "big"])
def test_more_than_the_limit_is_not_read(site: TrickPeer, trick: str) -> None:
    assert refusal(f"{named(site)}/{trick}", Limits(most=1_000_000)) == "too_big"


@pytest.mark.parametrize("trick", ["drip-body", "drip-head"])
def test_dripping_does_not_buy_time(site: TrickPeer, trick: str) -> None:
    assert refusal(f"{named(site)}/{trick}", Limits(seconds=1.5, most=2**40)) == "too_slow"


def test_a_long_pause_ends_the_visit(site: TrickPeer) -> None:
    began = monotonic()
    assert refusal(f"{named(site)}/pause", Limits(idle=0.3, seconds=40)) == "too_slow"
    assert monotonic() - began < 30


def test_time_is_counted_over_all_redirects(site: TrickPeer) -> None:
    assert refusal(f"{named(site)}/slow-0", Limits(seconds=2)) == "too_slow"


def test_a_circle_is_noticed_at_once(site: TrickPeer) -> None:
    before = len(site.asked)
    assert refusal(f"{named(site)}/circle", Limits(hops=100)) == "redirect"
    assert len(site.asked) - before == 2


@pytest.mark.parametrize(
    ("trick", "body"), [("gzip", PAGE), ("gzip-twice", PAGE), ("long", PAGE[:15]), ("nowhere", b"")]
)
def test_what_is_whole_is_taken(site: TrickPeer, trick: str, body: bytes) -> None:
    assert fetch(f"{named(site)}/{trick}").body == body


@pytest.mark.parametrize(
    ("trick", "said", "found", "agree"),
    [
        ("no-type", "", "text/html", True),
        ("no-length", "text/html", "text/html", True),
        ("odd-type", "", "text/html", True),
        ("wrong-type", "image/jpeg", "text/html", False),
        ("polyglot", "image/png", "image/png", True),
    ],
)
def test_both_types_are_told(
    site: TrickPeer, trick: str, said: str, found: str, agree: bool
) -> None:
    had = fetch(f"{named(site)}/{trick}")
    assert (had.said_type, had.found_type, had.types_agree) == (said, found, agree)
    assert had.is_two_things is (trick == "polyglot")
    assert had.body.startswith(PNG if trick == "polyglot" else PAGE)


def test_of_headers_only_the_telling_ones_are_kept_and_not_long_ones(site: TrickPeer) -> None:
    had = fetch(f"{named(site)}/cookie")
    assert had.headers["etag"] == '"1"'
    assert "set-cookie" not in had.headers
    assert len(fetch(f"{named(site)}/long-header").headers["etag"]) == 4096
    fetch(f"{named(site)}/")
    assert "cookie" not in site.asked[-1].headers


def test_a_server_that_hangs_up_is_no_answer(site: TrickPeer) -> None:
    site.fail(CLOSED)
    assert refusal(named(site)) == "no_answer"


@pytest.mark.parametrize(("host", "believed"), [("bao.example", True), ("khac.example", False)])
def test_the_certificate_must_be_of_the_name(tmp_path: Path, host: str, believed: bool) -> None:
    with certificate(tmp_path, host) as (tls, ca), TrickPeer() as peer:
        peer.speak_tls(tls)
        ours = trusting(ca)
        if believed:
            assert fetch_as(named(peer, "https"), WHO, means=means(network=ours)).body == PAGE
            assert refusal(f"{named(peer, 'https')}/short", network=ours) == "damaged"
            down = named(peer).replace("https", "http")
            assert refusal(f"{named(peer, 'https')}/to?url={down}", network=ours) == "downgrade"
        else:
            assert refusal(named(peer, "https"), network=ours) == "tls"
            assert not peer.asked


def test_an_unknown_authority_and_a_server_without_tls_are_refused(
    tmp_path: Path, site: TrickPeer
) -> None:
    with certificate(tmp_path, "bao.example") as (tls, ca), TrickPeer() as peer:
        peer.speak_tls(tls)
        assert refusal(named(peer, "https")) == "tls"
        assert refusal(named(site, "https"), network=trusting(ca)) == "tls"
