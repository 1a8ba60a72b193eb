"""A message with several claims at the desk: each seen within the whole, cut and joined by hand,
read out together.
"""

import pytest
from django.urls import reverse

from kiemtin.desk.flow import answer, divide, triage
from kiemtin.desk.models import Account, Message, ReplyAddress, Rumour, Version
from tests.support.publishing import DAM, Staff
from tests.web.desk.conftest import Arrives, Browser
from tests.web.desk.views.test_entry import TYPED, form_id

BRIDGE = "Cầu Cốc Lếu sắp bị cấm xe tải"
RICE = "Ngân hàng xã phát gạo miễn phí cho mọi nhà vào chủ nhật này"
BOTH = f"{DAM['claim']} phải không ạ? Với lại {BRIDGE} đúng không?"
ONE_NEW = f"{DAM['claim']}. {RICE}"
AT = ONE_NEW.index("Ngân")


@pytest.fixture
def dam(staff: Staff) -> Version:
    """A published fact-check of the one claim."""
    return staff.publish()


@pytest.fixture
def bridge(staff: Staff, dam: Version) -> Rumour:
    """The other claim, still being checked."""
    return staff.open(claim=BRIDGE)


@pytest.fixture
def waiting(author: Account, dam: Version, arrives: Arrives) -> Message:
    """A message that waits for a person as a whole."""
    message = arrives(ONE_NEW)
    if message.state != "inbox":
        triage.undo(author, message)
        message.refresh_from_db()
    return message


def page_of(browser: Browser, author: Account, message: Message) -> str:
    address = reverse("desk:message", args=[message.pk])
    return browser(author).get(address).content.decode()


def test_a_part_stands_marked_within_the_whole_beside_its_siblings(
    browser: Browser, author: Account, arrives: Arrives, bridge: Rumour
) -> None:
    first, second = arrives(BOTH).claims()
    triage.undo(author, second)
    page = page_of(browser, author, second)
    assert f'<mark class="part">{second.text}</mark>' in page
    assert first.text in page[page.index("<article") : page.index("<mark class")]
    parts = page[page.index('id="h-parts"') :]
    assert reverse("desk:message", args=[first.pk]) in parts
    assert reverse("desk:rumour", args=[first.sighting.rumour_id]) in parts
    assert reverse("desk:message_join", args=[second.pk]) in parts


def test_the_whole_shows_its_parts_and_offers_nothing_else_to_decide(
    browser: Browser, author: Account, arrives: Arrives, bridge: Rumour
) -> None:
    message = arrives(BOTH)
    page = page_of(browser, author, message)
    for one in message.claims():
        assert reverse("desk:message", args=[one.pk]) in page
    for step in ("message_open", "message_undo", "message_divide"):
        assert reverse(f"desk:{step}", args=[message.pk]) not in page


def test_a_person_ticks_where_another_claim_begins(
    browser: Browser, author: Account, waiting: Message, dam: Version
) -> None:
    page = page_of(browser, author, waiting)
    assert f'name="start" value="{AT}"' in page
    client = browser(author)
    address = reverse("desk:message_divide", args=[waiting.pk])
    page = client.post(address, {"start": [str(AT)]}, follow=True).content.decode()
    assert "Đã tách" in page
    assert reverse("desk:message_join", args=[waiting.pk]) in page
    assert [one.text for one in waiting.claims()] == [f"{DAM['claim']}.", RICE]


@pytest.mark.parametrize("starts", [[], ["0"], ["x"], ["-3", "²"], ["999999999999"]])
def test_a_cut_that_is_none_says_so_and_changes_nothing(
    browser: Browser, author: Account, waiting: Message, starts: list[str]
) -> None:
    address = reverse("desk:message_divide", args=[waiting.pk])
    page = browser(author).post(address, {"start": starts}, follow=True).content.decode()
    assert "đánh dấu ít nhất một chỗ" in page
    assert list(Message.objects.all()) == [waiting]


def test_it_is_put_together_again_from_any_part(
    browser: Browser, author: Account, arrives: Arrives, bridge: Rumour
) -> None:
    message = arrives(BOTH)
    part = message.claims()[1]
    client = browser(author)
    address = reverse("desk:message_join", args=[part.pk])
    page = client.post(address, follow=True)
    assert page.redirect_chain[-1][0] == reverse("desk:message", args=[message.pk])
    message.refresh_from_db()
    assert (message.state, Message.objects.count()) == ("inbox", 1)
    assert client.post(address).status_code == 404


def test_what_has_been_read_is_not_put_together(
    browser: Browser, author: Account, arrives: Arrives, bridge: Rumour
) -> None:
    message = arrives(BOTH)
    answer.seen(message)
    address = reverse("desk:message_join", args=[message.pk])
    page = browser(author).post(address, follow=True).content.decode()
    assert "đã đọc câu trả lời" in page
    assert message.parts.count() == 2


def test_a_stranger_finds_nothing_to_cut(
    browser: Browser, stranger: Account, waiting: Message
) -> None:
    for step in ("message_divide", "message_join"):
        address = reverse(f"desk:{step}", args=[waiting.pk])
        assert browser(stranger).post(address, {"start": [str(AT)]}).status_code == 404
        assert browser(stranger).get(address).status_code == 405


def test_a_callback_reads_out_every_answer_and_says_what_is_still_open(
    browser: Browser, author: Account, arrives: Arrives, dam: Version, bridge: Rumour
) -> None:
    message = arrives(BOTH, reply_to="0900 000 001", channel="phone")
    client = browser(author)
    page = client.get(reverse("desk:callbacks"), {"xem": message.pk}).content.decode()
    assert "0900 000 001" in page
    assert page.index(dam.fact) < page.index("Điều này chưa có câu trả lời.")
    assert "giữ địa chỉ cho điều còn lại" in page
    called = client.post(reverse("desk:called_back", args=[message.pk]), follow=True)
    assert "Địa chỉ được giữ" in called.content.decode()
    assert ReplyAddress.objects.exists()
    triage.set_aside(author, message.claims()[1])
    client.post(reverse("desk:called_back", args=[message.pk]))
    assert not ReplyAddress.objects.exists()


def test_a_caller_is_told_at_once_what_is_known(
    browser: Browser, author: Account, dam: Version, bridge: Rumour
) -> None:
    client = browser(author)
    typed = TYPED | {"text": BOTH, "form_id": form_id(client)}
    page = client.post(reverse("desk:enter"), typed).content.decode()
    assert page.index(dam.fact) < page.index("Điều này chưa có câu trả lời.")
    assert BRIDGE in page
    divide.put_together(author, Message.objects.get(part_of=None))
