"""Messages and receipts come in while the connection is kept up."""

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from kiemtin.channels.inbound import Event
from kiemtin.channels.smpp.inbound import Pace, listen
from kiemtin.channels.smpp.settings import read
from tests.support.peers.smpp import Smpp
from tests.support.webhooks import EMOJI

QUICK = Pace(tick=0.01, ask=60, silence=120, first_wait=0.01, most_wait=0.02)
WHO = "84900000001"
UDHI = 0x40


class Desk:
    """Takes events; `refuse` of them fail first."""

    def __init__(self, refuse: int = 0) -> None:
        self.events: queue.Queue[Event] = queue.Queue()
        self.refuse = refuse

    def take(self, event: Event) -> None:
        if self.refuse:
            self.refuse -= 1
            raise RuntimeError("the database is away")
        self.events.put(event)

    def next(self) -> Event:
        return self.events.get(timeout=10)


@contextmanager
def listening(
    peer: Smpp, desk: Desk | None = None, pace: Pace = QUICK, **more: str
) -> Iterator[Desk]:
    desk, stop = desk or Desk(), threading.Event()
    values = peer.environ() | {f"KIEMTIN_SMPP_{name}": value for name, value in more.items()}
    arguments = (read(values), desk.take, stop, pace)
    thread = threading.Thread(target=listen, args=arguments)
    thread.start()
    try:
        yield desk
    finally:
        stop.set()
        thread.join(10)
        assert not thread.is_alive()


@pytest.fixture
def peer() -> Iterator[Smpp]:
    with Smpp() as centre:
        yield centre


def test_a_message_is_taken_and_then_acknowledged(peer: Smpp) -> None:
    with listening(peer) as desk:
        assert peer.deliver(WHO, b"Dap vo?") == 0
        event = desk.next()
    assert (event.kind, event.sender, event.text) == ("message", "+84900000001", "Dap vo?")
    assert peer.binds == ["receiver"]


def test_tone_marks_and_emoji(peer: Smpp) -> None:
    with listening(peer) as desk:
        for text in ("Đập vỡ?", EMOJI):
            peer.deliver(WHO, text.encode("utf-16-be"), coding=8)
            assert desk.next().text == text


def test_a_long_message_is_joined_in_any_order(peer: Smpp) -> None:
    with listening(peer) as desk:
        for number in (2, 1):
            text = f"[{number}]".encode("utf-16-be")
            header = bytes([5, 0, 3, 7, 2, number])
            assert peer.deliver(WHO, header + text, coding=8, esm_class=UDHI) == 0
        assert desk.next().text == "[1][2]"
        assert desk.events.empty()


def test_a_long_message_in_parameters_is_joined(peer: Smpp) -> None:
    with listening(peer) as desk:
        for number in (1, 2):
            tlvs = {0x020C: b"\0\7", 0x020E: b"\2", 0x020F: bytes([number])}
            peer.deliver(WHO, f"({number})".encode(), tlvs=tlvs)
        assert desk.next().text == "(1)(2)"


def test_a_text_in_the_payload_is_read(peer: Smpp) -> None:
    with listening(peer) as desk:
        peer.deliver(WHO, b"", tlvs={0x0424: b"Dap vo? " * 40, 0x1400: b"unknown"})
        assert desk.next().text == "Dap vo? " * 40


def test_half_a_message_is_handed_on_at_the_end(peer: Smpp) -> None:
    with listening(peer) as desk:
        peer.deliver(WHO, bytes([5, 0, 3, 7, 2, 1]) + b"half", esm_class=UDHI)
    assert desk.next().text == "half … "


def test_what_could_not_be_stored_is_sent_again(peer: Smpp) -> None:
    with listening(peer, Desk(refuse=1)) as desk:
        assert peer.deliver(WHO, b"Dap vo?") == 0x64
        assert peer.deliver(WHO, b"Dap vo?") == 0
        assert desk.next().text == "Dap vo?"


def test_the_last_part_sent_again_brings_the_whole(peer: Smpp) -> None:
    with listening(peer, Desk(refuse=1)) as desk:
        statuses = [
            peer.deliver(WHO, bytes([5, 0, 3, 7, 2, number]) + b"x%d" % number, esm_class=UDHI)
            for number in (1, 2, 2)
        ]
        assert statuses == [0, 0x64, 0]
        assert desk.next().text == "x1x2"


def test_the_same_message_twice_has_one_name(peer: Smpp) -> None:
    with listening(peer) as desk:
        for text in (b"Dap vo?", b"Dap vo?", b"Mua lon?"):
            peer.deliver(WHO, text)
        first, again, other = (desk.next() for _ in range(3))
    assert first.external_id == again.external_id or first.happened_at != again.happened_at
    assert other.external_id != first.external_id


def test_receipts_say_what_became_of_ours(peer: Smpp) -> None:
    with listening(peer) as desk:
        peer.receipt("77", "DELIVRD")
        peer.receipt("78", "UNDELIV")
        peer.receipt("79", "ENROUTE")
        events = [desk.next() for _ in range(3)]
    assert [(one.kind, one.ours, one.why) for one in events] == [
        ("received", "77", ""),
        ("failed", "78", "refused"),
        ("other", "79", ""),
    ]


def test_a_receipt_by_its_parameters(peer: Smpp) -> None:
    with listening(peer) as desk:
        peer.deliver(WHO, b"", esm_class=4, tlvs={0x001E: b"abc1\0", 0x0427: b"\2"})
        assert desk.next().ours == "abc1"
        peer.deliver(WHO, b"nothing known", esm_class=4)
        assert desk.next().kind == "other"


def test_data_is_told_by_its_kind(peer: Smpp) -> None:
    with listening(peer) as desk:
        peer.deliver(WHO, b"\x01\x02", coding=4)
        event = desk.next()
    assert (event.text, event.attachments) == ("", ("file",))


def test_a_name_as_sender_stays(peer: Smpp) -> None:
    with listening(peer) as desk:
        peer.deliver("Viettel", b"x", ton=5)
        assert desk.next().sender == "Viettel"


def test_a_lost_connection_is_made_again(peer: Smpp) -> None:
    with listening(peer) as desk:
        peer.deliver(WHO, b"before")
        peer.drop()
        peer.deliver(WHO, b"after")
        assert [desk.next().text for _ in range(2)] == ["before", "after"]
    assert peer.binds == ["receiver", "receiver"]


def test_a_centre_that_says_goodbye_is_met_again(peer: Smpp) -> None:
    with listening(peer):
        first = peer.receiver()
        assert first.ask(6) == 0
        peer.drop()
        assert peer.receiver() is not first


def test_questions_whether_we_are_there_are_answered(peer: Smpp) -> None:
    with listening(peer):
        assert peer.receiver().ask(0x15) == 0


def test_requests_that_we_do_not_know_are_answered(peer: Smpp) -> None:
    with listening(peer):
        assert peer.receiver().ask(0x7777) == 3
        assert peer.receiver().ask(0x103, b"\0") == 3


def test_a_silent_centre_is_asked_and_left(peer: Smpp) -> None:
    peer.silent = True
    with listening(peer, pace=Pace(0.005, ask=0.01, silence=0.05, first_wait=0.01)):
        first = peer.receiver()
        until(lambda: peer.receiver() is not first)
    assert peer.asked_whether_there > 0


def test_a_centre_that_is_away_is_tried_ever_more_slowly() -> None:
    class Stop(threading.Event):
        waits: list[float] = []

        def wait(self, timeout: float | None = None) -> bool:
            self.waits.append(timeout or 0.0)
            if len(self.waits) == 8:
                self.set()
            return self.is_set()

    with Smpp() as gone:
        pass
    stop = Stop()
    listen(read(gone.environ()), Desk().take, stop)
    assert stop.waits == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0]


def test_a_wrong_password_is_tried_again_and_never_logged(
    peer: Smpp, caplog: pytest.LogCaptureFixture
) -> None:
    with listening(peer, PASSWORD="hidden-1"):
        until(lambda: caplog.text.count("channel.smpp.lost token") > 1)
    assert "hidden" not in caplog.text


def test_neither_number_nor_text_is_logged(peer: Smpp, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with listening(peer, Desk(refuse=1)) as desk:
        peer.deliver(WHO, b"Dap vo?")
        peer.deliver(WHO, b"Dap vo?")
        desk.next()
    assert "channel.smpp.not_taken RuntimeError" in caplog.text
    assert not any(secret in caplog.text for secret in ("Dap vo", "900000001", "database"))


def until(done: Callable[[], bool]) -> None:
    """Wait for another thread, at most ten seconds."""
    pause = threading.Event()
    for _ in range(1000):
        if done():
            return
        pause.wait(0.01)
    raise AssertionError
