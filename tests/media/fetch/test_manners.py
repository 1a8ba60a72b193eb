"""The desk waits its turn, says who it is, and heeds robots.txt where no person asked."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from kiemtin.media.fetch import FetchRefused, Identity, Manners, fetch
from kiemtin.media.fetch.manners import KNOWN, LONGEST_WAIT, UNKNOWN
from kiemtin.media.fetch.target import Target
from tests.media.fetch.site import WHO, means, named
from tests.support.peers.http import CLOSED, Reply
from tests.support.peers.tricks import PAGE, TrickPeer

PAGE_1 = Target("https", "bao.example", 443, "/1")


@dataclass
class Clock:
    """Time that passes when somebody sleeps."""

    at: float = 0.0
    slept: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds


def mannered(clock: Clock) -> Manners:
    return Manners(now=clock.now, sleep=clock.sleep)


def test_a_host_is_asked_once_a_second() -> None:
    clock = Clock()
    manners = mannered(clock)
    for host in ("bao.example", "khac.example", "bao.example", "bao.example"):
        manners.wait(host)
    assert clock.slept == [1.0, 1.0]
    clock.at += 5
    manners.wait("bao.example")
    assert clock.slept == [1.0, 1.0]


def test_a_queue_that_is_too_long_is_not_joined() -> None:
    manners = Manners(now=lambda: 0.0, sleep=lambda seconds: None)
    for _request in range(int(LONGEST_WAIT) + 1):
        manners.wait("bao.example")
    with pytest.raises(FetchRefused) as caught:
        manners.wait("bao.example")
    assert (caught.value.code, caught.value.may_pass) == ("busy", True)
    manners.wait("khac.example")


def test_redirects_wait_their_turn_too() -> None:
    clock = Clock()
    with TrickPeer() as site:
        fetch(f"{named(site)}/to?url=/1", WHO, means=means(manners=mannered(clock)))
    assert len(clock.slept) == 1


def welcome(manners: Manners, answer: tuple[int, bytes] | None) -> tuple[bool, list[Target]]:
    asked: list[Target] = []

    def read(target: Target) -> tuple[int, bytes] | None:
        asked.append(target)
        return answer

    try:
        manners.require_welcome(PAGE_1, read)
    except FetchRefused as refused:
        return refused.code != "robots", asked
    return True, asked


@pytest.mark.parametrize(
    ("answer", "allowed"),
    [
        ((200, b""), True),
        ((200, b"User-agent: *\nDisallow: /1"), False),
        ((404, b"User-agent: *\nDisallow: /1"), True),
        ((403, b""), True),
        ((500, b""), False),
        (None, False),
    ],
)
def test_what_a_site_says_or_does_not_say(answer: tuple[int, bytes] | None, allowed: bool) -> None:
    assert welcome(Manners(), answer)[0] is allowed


@pytest.mark.parametrize(("answer", "kept"), [((200, b""), KNOWN), (None, UNKNOWN)])
def test_it_is_not_asked_again_for_a_while(answer: tuple[int, bytes] | None, kept: float) -> None:
    clock = Clock()
    manners = mannered(clock)
    assert len(welcome(manners, answer)[1]) == 1
    clock.at += kept - 1
    assert len(welcome(manners, answer)[1]) == 0
    clock.at += 2
    assert len(welcome(manners, answer)[1]) == 1


class Shy(TrickPeer):
    """Wants no machines at /tin."""

    robots: Callable[[], Reply] = staticmethod(
        lambda: Reply(200, b"User-agent: KiemTin\nDisallow: /tin")
    )

    def answer(self, asked: object) -> Reply:
        """Return robots.txt or a page."""
        return self.robots() if getattr(asked, "path", "") == "/robots.txt" else Reply(200, PAGE)


def test_a_person_may_fetch_what_a_machine_may_not_visit_by_itself() -> None:
    with Shy() as site:
        assert fetch(f"{named(site)}/tin", WHO, means=means()).body == PAGE
        assert [one.path for one in site.asked] == ["/tin"]
        with pytest.raises(FetchRefused) as caught:
            fetch(f"{named(site)}/tin", WHO, automatic=True, means=means())
        assert caught.value.code == "robots"
        assert fetch(f"{named(site)}/khac", WHO, automatic=True, means=means()).body == PAGE
        assert [one.path for one in site.asked[1:]] == ["/robots.txt", "/robots.txt", "/khac"]


def test_a_site_that_cannot_say_is_not_visited_by_a_machine() -> None:
    with Shy() as site:
        site.fail(CLOSED)
        with pytest.raises(FetchRefused) as caught:
            fetch(f"{named(site)}/khac", WHO, automatic=True, means=means())
        assert caught.value.code == "robots"


@pytest.mark.parametrize("site", ["https://tin.example/\r\nX: y", "https://đập.example/", "a b"])
def test_who_fetches_is_said_in_plain_letters(site: str) -> None:
    with pytest.raises(ValueError, match="plain ASCII"):
        Identity(site)
