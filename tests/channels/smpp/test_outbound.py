"""Text messages are given to the centre, and every way to fail is told apart."""

from collections.abc import Iterator

import httpx
import pytest

from kiemtin.channels.outbound import Outgoing, SendingFailed, client
from kiemtin.channels.smpp import outbound
from kiemtin.channels.smpp.link import bound
from kiemtin.channels.smpp.outbound import MOST_CHARS, Session, addresses, send, session
from kiemtin.channels.smpp.settings import Settings, read
from tests.support.peers.http import CLOSED, HANG, LOST, Fault
from tests.support.peers.smpp import INVALID_DESTINATION, PASSWORD, THROTTLED, Smpp

OUT = Outgoing(to="0900 000 001", text="SAI: đập Hồ Xanh không vỡ.", key="k1")
LONG = Outgoing(to="0900 000 001", text="Đập Hồ Xanh không vỡ. " * 10, key="k1")


@pytest.fixture
def peer() -> Iterator[Smpp]:
    with Smpp() as centre:
        yield centre


@pytest.fixture
def http() -> Iterator[httpx.Client]:
    with client() as one:
        yield one


def settings(peer: Smpp, **more: str) -> Settings:
    return read(peer.environ() | {f"KIEMTIN_SMPP_{name}": value for name, value in more.items()})


def failure(peer: Smpp, out: Outgoing = OUT, **more: str) -> SendingFailed:
    with pytest.raises(SendingFailed) as failed, client() as http:
        send(settings(peer, **more), http, None, out)
    return failed.value


def test_a_message_goes_out_and_a_receipt_is_asked_for(peer: Smpp, http: httpx.Client) -> None:
    assert send(settings(peer), http, None, OUT) == str(0xABC1)
    assert peer.sent == [("84900000001", OUT.text)]
    assert peer.submitted[0].registered == 1
    assert (peer.submitted[0].source, peer.binds) == ("KIEMTIN", ["transmitter"])


def test_without_tone_marks_it_takes_less_room(peer: Smpp, http: httpx.Client) -> None:
    plain = Outgoing(to=OUT.to, text="Dap Ho Xanh khong vo. " * 7)
    send(settings(peer), http, None, plain)
    assert [one.coding for one in peer.submitted] == [0]
    assert peer.sent == [("84900000001", plain.text)]


def test_a_long_message_is_joined_by_the_telephone(peer: Smpp, http: httpx.Client) -> None:
    last = send(settings(peer), http, None, LONG)
    assert peer.sent == [("84900000001", LONG.text)]
    assert [one.registered for one in peer.submitted] == [0, 0, 0, 1]
    assert last == str(0xABC1 + 3)


def test_parts_asked_for_again_have_the_same_reference(peer: Smpp, http: httpx.Client) -> None:
    for _ in range(2):
        send(settings(peer), http, None, LONG)
    assert len({one.octets[3] for one in peer.submitted}) == 1


def test_the_longest_text_fits(peer: Smpp, http: httpx.Client) -> None:
    send(settings(peer), http, None, Outgoing(to=OUT.to, text="ộ" * MOST_CHARS))
    assert (len(peer.submitted), len(peer.sent)) == (10, 1)


def test_many_messages_go_over_one_connection(peer: Smpp) -> None:
    with session(settings(peer)) as one:
        ids = [one.send(Outgoing(to="0900000001", text=str(number))) for number in range(50)]
    assert len(set(ids)) == 50
    assert peer.binds == ["transmitter"]


def test_an_account_with_two_way_connections_only(peer: Smpp, http: httpx.Client) -> None:
    send(settings(peer, BIND="transceiver"), http, None, OUT)
    assert peer.binds == ["transceiver"]


def test_ids_in_base_sixteen_get_one_spelling(peer: Smpp, http: httpx.Client) -> None:
    peer.hex_ids = True
    assert send(settings(peer, IDS="hex"), http, None, OUT) == "abc1"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (THROTTLED, "busy"),
        (0x14, "busy"),
        (0x08, "server"),
        (0x64, "server"),
        (INVALID_DESTINATION, "gone"),
        (0x0A, "refused"),
        (0x400, "refused"),
    ],
)
def test_what_the_centre_says_is_told_apart(peer: Smpp, status: int, code: str) -> None:
    peer.fail(status)
    failed = failure(peer)
    assert (failed.code, failed.params["status"]) == (code, f"0x{status:08X}")
    assert peer.sent == []


def test_a_wrong_password_is_told(peer: Smpp) -> None:
    failed = failure(peer, PASSWORD="guessed")
    assert failed.code == "token"
    assert "guessed" not in failed.en()


@pytest.mark.parametrize("fault", [CLOSED, LOST])
def test_a_lost_answer_leaves_doubt(peer: Smpp, fault: Fault) -> None:
    peer.fail(fault)
    assert failure(peer).code == "no_answer"


def test_a_centre_that_hangs_leaves_doubt(peer: Smpp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbound, "ANSWER", 0.05)
    peer.fail(HANG)
    with (
        bound(settings(peer), "transmitter", tick=0.01) as link,
        pytest.raises(SendingFailed) as failed,
    ):
        Session(link, settings(peer)).send(OUT)
    assert failed.value.code == "no_answer"


def test_a_centre_that_is_not_there_got_nothing() -> None:
    with Smpp() as gone:
        pass
    failed = failure(gone)
    assert (failed.code, failed.uncertain) == ("unreachable", False)


def test_a_later_part_that_is_too_fast_waits_and_goes(peer: Smpp) -> None:
    waited: list[float] = []

    def pause(seconds: float) -> None:
        waited.append(seconds)
        peer.fail(*([THROTTLED] if len(waited) == 1 else []))

    class Throttled(Session):
        def _submit(self, to: str, coding: int, text: bytes, number: int, total: int) -> str:
            if number == 2 and not waited:
                peer.fail(THROTTLED)
            return super()._submit(to, coding, text, number, total)

    with bound(settings(peer), "transmitter") as link:
        Throttled(link, settings(peer), pause).send(LONG)
    assert waited == [1.0, 1.0]
    assert peer.sent == [("84900000001", LONG.text)]


def test_a_message_that_has_begun_is_never_begun_anew(peer: Smpp) -> None:
    class Refused(Session):
        def _submit(self, to: str, coding: int, text: bytes, number: int, total: int) -> str:
            if number == 3:
                peer.fail(INVALID_DESTINATION)
            return super()._submit(to, coding, text, number, total)

    with bound(settings(peer), "transmitter") as link, pytest.raises(SendingFailed) as failed:
        Refused(link, settings(peer)).send(LONG)
    assert failed.value.uncertain
    assert peer.sent == []


@pytest.mark.parametrize(
    ("sender", "to", "types"),
    [
        ("KIEMTIN", "0900000001", (5, 0, "KIEMTIN", 1, 1, "84900000001")),
        ("1900", "+43 660 0000001", (3, 0, "1900", 1, 1, "436600000001")),
        ("+84900000009", "1414", (1, 1, "84900000009", 0, 1, "1414")),
    ],
)
def test_addresses_have_their_types(sender: str, to: str, types: tuple[object, ...]) -> None:
    assert tuple(addresses(sender, to).values()) == types


def test_neither_number_nor_text_nor_password_is_logged(
    peer: Smpp, http: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    send(settings(peer), http, None, OUT)
    peer.fail(INVALID_DESTINATION)
    said = str(failure(peer)) + caplog.text
    assert not any(secret in said for secret in (PASSWORD, OUT.text, "900000001"))
