"""Publications reach a partner once, under the desk's signature."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiemtin.channels.outbound import SendingFailed
from kiemtin.channels.partner.outbound import KNOWS_KEYS, MOST_CHARS, send, sign
from kiemtin.channels.partner.settings import Partner, Settings, read
from tests.support.peers.http import CLOSED, HANG, LOST, Fault, Reply
from tests.support.peers.partner import NAME, PartnerPeer
from tests.support.sending import TEXT, impatient, outgoing, why

OUT = outgoing(NAME, subject="Hồ Xanh không vỡ", url="https://tin.example/tin/1")


@pytest.fixture
def peer() -> Iterator[PartnerPeer]:
    with PartnerPeer() as peer:
        yield peer


def failed(peer: PartnerPeer, folder: Path, *faults: Reply | Fault) -> SendingFailed:
    peer.fail(*faults)
    return why(lambda http: send(read(peer.values(folder)), http, None, OUT))


def test_a_partner_that_checks_the_signature_takes_it(peer: PartnerPeer, tmp_path: Path) -> None:
    with impatient() as http:
        assert send(read(peer.values(tmp_path)), http, None, OUT) == OUT.key
    told = {"id": OUT.key, "title": OUT.subject, "text": TEXT, "html": "", "url": OUT.url}
    assert peer.had == {OUT.key: told}


def test_after_an_answer_that_got_lost_it_may_be_sent_again(
    peer: PartnerPeer, tmp_path: Path
) -> None:
    assert failed(peer, tmp_path, LOST).uncertain
    assert KNOWS_KEYS
    with impatient() as http:
        send(read(peer.values(tmp_path)), http, None, OUT)
    assert len(peer.asked) == 2
    assert len(peer.had) == 1


def test_another_secret_is_not_believed(peer: PartnerPeer) -> None:
    forged = Settings({NAME: Partner(NAME, f"{peer.address}/in", "x" * 40)})
    assert why(lambda http: send(forged, http, None, OUT)).code == "token"
    assert peer.had == {}


@pytest.mark.parametrize("change", [("1", b"a"), ("2", b"b")])
def test_time_and_body_are_both_signed(change: tuple[str, bytes]) -> None:
    assert sign("s" * 32, *change) != sign("s" * 32, "2", b"a")


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Reply(429), "busy"),
        (Reply(425), "busy"),
        (Reply(500), "server"),
        (Reply(410), "gone"),
        (Reply(404), "token"),
        (Reply(302, b"", {"Location": "https://elsewhere.example/"}), "refused"),
        (Reply(400), "refused"),
        (HANG, "no_answer"),
        (CLOSED, "no_answer"),
    ],
)
def test_every_failure_has_its_kind(
    peer: PartnerPeer, tmp_path: Path, fault: Reply | Fault, code: str
) -> None:
    assert failed(peer, tmp_path, fault).code == code


def test_nothing_goes_to_whom_the_desk_did_not_choose(peer: PartnerPeer, tmp_path: Path) -> None:
    settings = read(peer.values(tmp_path))
    stranger = outgoing("Ai đó")
    assert why(lambda http: send(settings, http, None, stranger)).code == "gone"
    long = outgoing(NAME, "a" * (MOST_CHARS + 1))
    assert why(lambda http: send(settings, http, None, long)).code == "refused"
    assert peer.asked == []
