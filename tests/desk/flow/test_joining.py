"""A code of the day brings bulletins to the account it is written from, and to no other."""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from email.message import EmailMessage

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pytest_django import Settings

from kiemtin.channels.email.mime import read_mail
from kiemtin.channels.inbound import Event
from kiemtin.desk import addresses
from kiemtin.desk.flow import communicators, incoming, joining
from kiemtin.desk.flow.caller import Caller
from kiemtin.desk.flow.conversation import command, names_somebody, obey
from kiemtin.desk.models import Account, Communicator, Desk, Message, Sending, Way
from kiemtin.desk.moment import at, today
from tests.desk import steps
from tests.support.communicators import joined
from tests.support.peers.messenger import MessengerPeer
from tests.support.peers.sms_gate import SmsGate
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up, work

WHO = "246845883529197922"
DAY = timedelta(days=1)
LIKE_A_CODE = re.compile(r"[0-9A-Za-z]{4}[- ]?[0-9A-Za-z]{4}")


@pytest.fixture
def zalo(settings: Settings, desk: Desk, noon: datetime) -> Iterator[ZaloOA]:
    """The desk's Zalo account at noon."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


@pytest.fixture
def who(desk: Desk, colleague: Account) -> Communicator:
    """A communicator of a commune."""
    return joined(colleague, desk)[0]


def write(text: str, number: int, sender: str = WHO, channel: str = "zalo_oa") -> None:
    """Somebody writes, and the desk works on it."""
    event = Event("message", f"m{number}", steps.NOON, sender=sender, text=text)
    incoming.store(channel, [event])
    work()


def code_of(who: Communicator) -> str:
    return joining.join_code(who, today())


def said() -> list[str]:
    return list(Sending.objects.order_by("id").values_list("text", flat=True))


@given(st.integers(1, 10**9), st.dates())
def test_a_code_is_no_word_and_no_date(pk: int, day: date) -> None:
    code = joining.join_code(Communicator(pk=pk), day)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", code)
    assert joining.is_code(code)
    assert code == joining.join_code(Communicator(pk=pk), day)
    assert code != joining.join_code(Communicator(pk=pk), _other(day))
    for typed in (code, code.lower(), code.replace("-", ""), f"mã {code}", f"code {code}"):
        assert command(f"THAM GIA {typed}") is not None
        assert command(f"Tham gia nhận tin: {typed}.") is not None


def _other(day: date) -> date:
    return day.replace(year=day.year - 1) if day.year > 1 and day.day < 29 else date(1, 1, 1)


@given(st.text(max_size=100))
def test_any_other_text_is_no_join(more: str) -> None:
    assume(not LIKE_A_CODE.search(more))
    for verb in ("tham gia", "Tham gia nhận tin", "join"):
        found = command(f"{verb} {more}")
        assert found is None or found[0] != "join" or not found[1]
        assert joining.names_somebody(f"{verb} {more}") == ""


@pytest.mark.parametrize(
    "text",
    [
        "Tham gia giao thông ngày mai bị cấm phải không",
        "tham gia 12052026",
        "tham gia giai 2026",
        "Tham gia nhận quà mã ABCD2025 có thật không?",
        "join abcdefgh",
        "join ABCD-EFGH-JKM2",
        "tham gia 0912345678",
        "tham gia đêm 2026",
        "Thamgia ABCD-2FGH",
    ],
)
def test_a_question_that_begins_alike_stays_a_question(text: str) -> None:
    assert command(text) is None


def test_what_is_written_from_an_account_makes_it_a_way(zalo: ZaloOA, who: Communicator) -> None:
    write(f"tham gia {code_of(who).lower()}", 1)
    way = Way.objects.get()
    assert (way.communicator, way.channel) == (who, "zalo_oa")
    assert way.lookup == addresses.lookup("zalo_oa", WHO)
    assert "Bát Xát" in zalo.sent[0][1]
    assert "DỪNG" in zalo.sent[0][1]
    assert not Message.objects.exists()
    write("DỪNG", 2)
    assert not Way.objects.exists()


@pytest.mark.parametrize(
    "text",
    [
        "Chào bàn, tôi là Páo.\nTôi muốn THAM GIA, mã {code} ạ.\n\nVàng A Páo, xã Bát Xát",
        "tham gia nhận tin\n\n{code}",
        "{code} tham gia",
    ],
)
def test_a_good_code_may_stand_anywhere_in_a_letter(
    zalo: ZaloOA, who: Communicator, text: str
) -> None:
    write(text.format(code=code_of(who)), 1)
    assert Way.objects.get().communicator == who


def test_a_letter_without_a_good_code_is_a_question(zalo: ZaloOA, who: Communicator) -> None:
    assert names_somebody("Tham gia nhận quà mã ABCD-2FGH có thật không?") is None
    assert names_somebody(f"Mã {code_of(who)} là gì?") is None
    assert names_somebody(f"tham gia {code_of(who)} " + "dài " * 100) is None


def test_a_code_is_good_on_its_day_and_the_next(zalo: ZaloOA, who: Communicator) -> None:
    code = code_of(who)
    for days, good in ((0, True), (1, True), (2, False), (-1, False)):
        with at(steps.NOON + days * DAY):
            assert joining.by_join_code(code) == (who if good else None)
    midnight = steps.NOON.replace(hour=17)  # of Vietnam
    with at(midnight):
        assert joining.join_code(who, today()) != code


def test_the_code_of_who_has_left_is_nobodys(
    zalo: ZaloOA, who: Communicator, desk: Desk, colleague: Account
) -> None:
    other = joined(colleague, desk, "Lý Thị Mẩy")[0]
    code, others = code_of(who), code_of(other)
    assert code != others
    communicators.leave(who)
    assert joining.by_join_code(code) is None
    assert joining.by_join_code(others.replace("-", " ")) == other
    invited = communicators.invite(colleague, desk, "Giàng A Sì", "15", ["vie"])[0]
    assert joining.by_join_code(code_of(invited)) is None


def test_after_five_wrong_codes_an_address_hears_no_more(zalo: ZaloOA, who: Communicator) -> None:
    for number in range(7):
        write("THAM GIA ABCD-2FGH", number)
    assert said() == ["no_code"] * 5
    write(f"THAM GIA {code_of(who)}", 8)
    assert not Way.objects.exists()
    write(f"THAM GIA {code_of(who)}", 9, sender="another")
    assert Way.objects.get().lookup == addresses.lookup("zalo_oa", "another")
    with at(steps.NOON + DAY):
        write(f"THAM GIA {code_of(who)}", 10)
    assert Way.objects.get().lookup == addresses.lookup("zalo_oa", WHO)


def test_one_event_counts_once(zalo: ZaloOA, who: Communicator) -> None:
    caller = Caller("zalo_oa", Event("message", "m", steps.NOON, sender=WHO, text="x"))
    caller.reply_to_wrong_code()
    caller.reply_to_wrong_code()
    assert joining.wrong_today("zalo_oa", WHO) == 1


def test_a_channel_of_one_day_is_no_way(
    settings: Settings, who: Communicator, noon: datetime
) -> None:
    with MessengerPeer() as peer:
        set_up(settings, peer.values)
        told = obey("messenger", WHO, "join", code_of(who))
    assert (told.text, "24 giờ" in told.params["why"]) == ("refused", True)
    assert not Way.objects.exists()


def test_it_works_by_sms(settings: Settings, who: Communicator, noon: datetime) -> None:
    with SmsGate() as gate:
        set_up(settings, gate.environ())
        write(f"tham gia {code_of(who)}", 1, "+84900000001", "sms_gate")
    assert Way.objects.get().lookup == addresses.lookup("sms_gate", "+84900000001")
    assert said() == ["joined"]


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("THAM GIA {code}", "Vàng A Páo"),
        ("Gửi bàn", "Tham gia: {code}\n-- \nPáo, 0900 000 001"),
        ("Tham gia nhận tin", "{code}\n\nVào 08:00, bàn đã viết:\n> Chào bạn"),
    ],
)
def test_it_works_by_mail(who: Communicator, noon: datetime, subject: str, body: str) -> None:
    letter = EmailMessage()
    letter["From"], letter["Subject"] = "pao@example.vn", subject.format(code=code_of(who))
    letter.set_content(body.format(code=code_of(who)))
    mail = read_mail(letter.as_bytes())
    assert mail is not None
    assert (command(mail.text) or names_somebody(mail.text)) == ("join", code_of(who))
