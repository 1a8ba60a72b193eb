"""What people write: a few commands, with and without marks; everything else is a question."""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal
from unicodedata import normalize

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pytest_django import Settings

from kiemtin.channels.inbound import Event
from kiemtin.desk.flow import conversation, incoming, said, subscriptions
from kiemtin.desk.flow.conversation import VERBS, WITH_MORE, command, obey
from kiemtin.desk.models import Desk, Message, Sending, Subscription, Version
from kiemtin.text.fold import fold
from tests.desk import steps
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up, work

WHO = "246845883529197922"
MAIL = {
    "KIEMTIN_EMAIL_ADDRESS": "ban@example.vn",
    "KIEMTIN_EMAIL_NAME": "Bàn Kiểm Tin thí dụ",
    "KIEMTIN_EMAIL_PASSWORD": "x",
    "KIEMTIN_EMAIL_SMTP_HOST": "127.0.0.1",
    "KIEMTIN_EMAIL_SMTP_SECURITY": "none",
}
ASKED = "Nghe nói đập thủy điện Nậm Mẫu bị vỡ, có đúng không ạ?"


@pytest.fixture
def zalo(settings: Settings, desk: Desk, noon: datetime) -> Iterator[ZaloOA]:
    """The desk's Zalo account at noon."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


@pytest.mark.parametrize(
    ("text", "verb", "rest"),
    [
        ("DỪNG", "leave", ""),
        ("dừng", "leave", ""),
        ("dung", "leave", ""),
        ("Stop.", "leave", ""),
        ("huỷ", "leave", ""),
        ("HỦY ĐĂNG KÝ", "leave", ""),
        ("huy dang ky", "leave", ""),
        ("  Dừng \n", "leave", ""),
        ("ĐĂNG KÝ", "subscribe", ""),
        ("Đăng ký Bát Xát, Lào Cai", "subscribe", "Bát Xát, Lào Cai"),
        ("dang ky bat xat lao cai", "subscribe", "bat xat lao cai"),
        ("ĐĂNG KÝ: Lào Cai", "subscribe", "Lào Cai"),
        ("Đăng kí Lào Cai", "subscribe", "Lào Cai"),
        ("/dangky Lào Cai", "subscribe", "Lào Cai"),
        ("THEO DÕI ABCD-EFGH-JKMN", "follow", "ABCD-EFGH-JKMN"),
        ("theo doi abcd efgh jkmn", "follow", "abcd efgh jkmn"),
        ("Trợ giúp", "help", ""),
        ("tro giup!", "help", ""),
        ("hướng dẫn", "help", ""),
        ("/start", "help", ""),
        ("THAM GIA abcd-2fgh", "join", "abcd-2fgh"),
        ("Tham gia nhận tin: mã ABC4 2FGH.", "join", "ABC4 2FGH"),
        ("join", "join", ""),
    ],
)
def test_commands_with_and_without_marks(text: str, verb: str, rest: str) -> None:
    assert command(text) == (verb, rest)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_marks_may_be_letters_of_their_own(form: Literal["NFC", "NFD"]) -> None:
    found = command(normalize(form, "Đăng ký Bát Xát, Lào Cai"))
    assert found
    assert (found[0], normalize("NFC", found[1])) == ("subscribe", "Bát Xát, Lào Cai")


@pytest.mark.parametrize(
    "text",
    [
        "Dừng lại đi, đập vỡ rồi",
        "Đăng ký" + " rất nhiều chữ" * 8,
        "Đăng kýý",
        "theo dõi",
        "Stop sharing: đập Nậm Mẫu vỡ",
        "Huỷ lễ hội vì lũ phải không?",
        "",
        "😱",
    ],
)
def test_what_only_begins_like_a_command_is_a_question(text: str) -> None:
    found = command(text)
    assert found is None or found == ("follow", "")


@given(st.text(max_size=120))
def test_any_text_that_is_no_command_is_a_question(text: str) -> None:
    found = command(text)
    plain = fold(" ".join(text.split()))
    assume(not any(plain.startswith(name.split()[0]) for name in VERBS))
    assert found is None


@given(st.text(max_size=60))
def test_only_some_commands_take_something_behind_them(more: str) -> None:
    assume(more.strip(" .!:\n\t") and more.split())
    for name, verb in VERBS.items():
        found = command(f"{name} x{more}")
        assert found is None or found[0] in (*WITH_MORE, "join"), (name, verb)


def test_somebody_subscribes_and_leaves_by_message(zalo: ZaloOA) -> None:
    said_back = obey("zalo_oa", WHO, "subscribe", "bat xat, lao cai")
    assert said_back.text == "subscribed"
    assert "Bát Xát" in said_back.params["what"]
    assert Subscription.objects.get().confirmed_at is not None
    obey("zalo_oa", WHO, "subscribe", "Bát Xát, Lào Cai")
    assert Subscription.objects.count() == 1
    assert obey("zalo_oa", WHO, "subscribe", "").params["what"] == "mọi nơi"
    assert obey("zalo_oa", WHO, "subscribe", "Nơi Không Có").text == "no_place"
    assert obey("zalo_oa", WHO, "leave", "").text == "left"
    assert not Subscription.objects.exists()
    assert obey("zalo_oa", WHO, "leave", "").text == "left"


@pytest.mark.parametrize("typed", ["xa bat xat lao cai", "Bát Xát Lào Cai", "tỉnh lào cai", "15"])
def test_a_place_is_understood_as_people_write_it(zalo: ZaloOA, typed: str) -> None:
    assert "Lào Cai" in obey("zalo_oa", WHO, "subscribe", typed).params["what"]


def test_an_answer_is_followed_by_its_receipt(zalo: ZaloOA, published: Version) -> None:
    steps.told()
    event = Event("message", "m1", steps.NOON, sender=WHO, text=ASKED)
    incoming.store("zalo_oa", [event])
    work()
    found = conversation._CODE.search(zalo.sent[-1][1].split("THEO DÕI ")[1])
    assert found
    assert obey("zalo_oa", WHO, "follow", found[0]).text == "subscribed"
    assert Subscription.objects.get().fact_check == published.fact_check


def test_what_cannot_be_followed_is_said(zalo: ZaloOA, desk: Desk) -> None:
    assert obey("zalo_oa", WHO, "follow", "").text == "no_receipt"
    assert obey("zalo_oa", WHO, "follow", "ABCD EFGH JKMN").text == "no_receipt"
    incoming.store("zalo_oa", [Event("message", "m1", steps.NOON, sender=WHO, text=ASKED)])
    work()
    from kiemtin.desk import receipts

    code = receipts.code("zalo_oa", "m1")
    assert Message.objects.get().receipt == receipts.lookup(code)
    assert obey("zalo_oa", WHO, "follow", code).text == "not_yet"
    assert not Subscription.objects.exists()


def test_who_wants_too_many_places_is_told_so(zalo: ZaloOA) -> None:
    from kiemtin.desk.flow.subscriptions import MOST_AN_ADDRESS
    from kiemtin.text.places import gazetteer

    communes = gazetteer().children("15")[: MOST_AN_ADDRESS + 1]
    told = [obey("zalo_oa", WHO, "subscribe", f"{one.name}, Lào Cai").text for one in communes]
    assert Subscription.objects.count() <= MOST_AN_ADDRESS
    assert told[-1] in {"refused", "no_place"}


def test_every_reply_has_its_words() -> None:
    params = {"what": "Lào Cai", "safe_action": "Lên chỗ cao.", "why": "vì", "code": "x"} | {
        "where": "Lào Cai"
    }
    for name in said._REPLIES:
        assert "%(" not in said.reply(name, dict(params))
    with pytest.raises(KeyError):
        said.reply("unknown", {})


def test_a_command_is_no_message_of_the_desk(zalo: ZaloOA) -> None:
    incoming.store("zalo_oa", [Event("message", "h", steps.NOON, sender=WHO, text="trợ giúp")])
    work()
    assert not Message.objects.exists()
    assert "ĐĂNG KÝ" in zalo.sent[0][1]
    assert Sending.objects.get().sealed is None


def test_a_letter_in_anothers_name_subscribes_nobody(settings: Settings, desk: Desk) -> None:
    set_up(settings, MAIL)
    assert obey("email", "a@example.vn", "subscribe", "bat xat, lao cai") == conversation.NOTHING
    one = Subscription.objects.get()
    assert one.confirmed_at is None
    asked = Sending.objects.get()
    assert (asked.text, asked.subscription, asked.channel) == ("confirm", one, "email")
    obey("email", "a@example.vn", "subscribe", "bat xat, lao cai")
    assert Sending.objects.count() == 1
    subscriptions.confirm(one)
    assert obey("email", "a@example.vn", "subscribe", "bat xat, lao cai").text == "subscribed"
