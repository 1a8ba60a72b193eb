"""The inbox: one decision a key, undone within reach; a stranger's message does not exist."""

import re

import pytest
from django.urls import reverse

from kiemtin.desk.flow import triage
from kiemtin.desk.models import Account, MatchRecord, Message
from kiemtin.desk.moment import now
from tests.support.publishing import Staff
from tests.web.desk.conftest import Arrives, Browser


@pytest.fixture
def message(author: Account, arrives: Arrives) -> Message:
    """One that waits for a person."""
    message = arrives("Nghe nói mai cả huyện cắt nước ba ngày liền")
    if message.state != "inbox":
        triage.undo(author, message)
        message.refresh_from_db()
    return message


def test_what_waits_is_shown_with_its_text(
    browser: Browser, author: Account, message: Message
) -> None:
    page = browser(author).get(reverse("desk:inbox")).content.decode()
    assert message.text in page


def test_details_stand_beside_each_candidate_and_none_is_pressed_by_default_when_unlikely(
    browser: Browser, author: Account, staff: Staff, arrives: Arrives
) -> None:
    staff.publish()
    message = arrives("Nghe nói đập Nậm Mẫu vỡ tối 19/9/2024, nước về Bảo Yên")
    if message.state != "inbox":
        triage.undo(author, message)
    record = MatchRecord.objects.filter(message=message).latest("id")
    MatchRecord.objects.filter(pk=record.pk).update(superseded_at=None)
    for probability, first in ((0.9, "Cùng tin này"), (0.1, "Tin mới")):
        record.candidates[0]["probability"] = probability
        MatchRecord.objects.filter(pk=record.pk).update(candidates=record.candidates)
        page = browser(author).get(reverse("desk:message", args=[message.pk])).content.decode()
        main = page[page.index("<main") :]
        assert re.findall(r'<button class="button" [^>]*>([^<]+) <kbd', main) == [first]
        assert "19/9/2024" in main[main.index('class="compare"') :]


def test_what_decides_is_said_and_marked_beside_the_candidate_and_the_table_folds(
    browser: Browser, author: Account, staff: Staff, arrives: Arrives
) -> None:
    staff.publish()
    heard = "Nghe nói đập thủy điện Nậm Mẫu vỡ tối 19/9/2024 <b>chạy đi</b>"
    message = arrives(heard)
    page = browser(author).get(reverse("desk:message", args=[message.pk])).content.decode()
    beside = page[page.index('id="h-known"') :]
    assert "Ngày khác: người hỏi nói tối 19/9/2024" in beside
    assert re.findall(r'<mark class="conflict">([^<]+)', beside) == [
        "tối 9/9/2024",
        "tối 19/9/2024",
    ]
    folded = beside[beside.index("<details>") :]
    assert 'class="compare"' in folded
    assert "So từng chi tiết: 1 khác" in folded
    assert "<b>" not in page


def test_a_long_forward_is_folded_and_whole(
    browser: Browser, author: Account, staff: Staff, arrives: Arrives
) -> None:
    staff.publish()
    long = "Bà con ơi mưa to quá chuyển tiếp giúp nhau. " * 200
    message = arrives(f"{long}Đập thủy điện Nậm Mẫu vỡ tối 19/9/2024")
    if message.state != "inbox":
        triage.undo(author, message)
    page = browser(author).get(reverse("desk:message", args=[message.pk])).content.decode()
    told = page[page.index("card told") :]
    told = told[: told.index("</blockquote>")]
    shown, folded = told.split('<details class="fold">')
    assert len(shown) < 1_700
    assert "tối 19/9/2024" in folded


def test_what_is_hardly_alike_stands_folded_behind_the_nearest(
    browser: Browser, author: Account, staff: Staff, message: Message
) -> None:
    rumours = [staff.open(claim=f"Chuyện thứ {at} ở chợ huyện").pk for at in range(3)]
    candidates = [
        {"id": pk, "score": 0.1, "probability": probability, "reasons": []}
        for pk, probability in zip(rumours, (0.04, 0.2, 0.03), strict=True)
    ]
    MatchRecord.objects.filter(message=message).update(superseded_at=now())
    MatchRecord.objects.create(
        message=message,
        decision="maybe",
        probability=0.2,
        candidates=candidates,
        made_at=now(),
    )
    page = browser(author).get(reverse("desk:message", args=[message.pk])).content.decode()
    near, far = page[page.index('id="h-known"') :].split("<details>", 1)
    assert [f"Chuyện thứ {at} " in near for at in range(3)] == [True, True, False]
    assert "1 tin chỉ hơi giống" in far


def test_a_phone_shows_the_list_or_the_message_not_both(
    browser: Browser, author: Account, message: Message
) -> None:
    client = browser(author)
    assert "three--list" in client.get(reverse("desk:inbox")).content.decode()
    page = client.get(reverse("desk:message", args=[message.pk])).content.decode()
    assert "three--item" in page


def test_what_sounds_dangerous_is_marked(
    browser: Browser, author: Account, arrives: Arrives
) -> None:
    message = arrives("Sạt lở ở đầu bản rồi, phải chạy gấp không")
    if message.state != "inbox":
        triage.undo(author, message)
    assert "có thể gấp" in browser(author).get(reverse("desk:inbox")).content.decode()


def test_attached_to_something_published_it_is_answered(
    browser: Browser, author: Account, staff: Staff, message: Message
) -> None:
    version = staff.publish()
    client = browser(author)
    address = reverse("desk:message_attach", args=[message.pk])
    page = client.post(address, {"rumour": version.fact_check.rumour_id}, follow=True)
    assert "Đã gộp và trả lời người hỏi." in page.content.decode()
    assert message.deliveries.get().version == version


def test_a_new_rumour_opens(browser: Browser, author: Account, message: Message) -> None:
    browser(author).post(reverse("desk:message_open", args=[message.pk]))
    message.refresh_from_db()
    assert (message.state, message.sighting.rumour.claim) == ("attached", message.text)


def test_not_checkable_needs_its_reason(
    browser: Browser, author: Account, message: Message
) -> None:
    client = browser(author)
    address = reverse("desk:message_not_checkable", args=[message.pk])
    client.post(address, {"why": "boring"})
    message.refresh_from_db()
    assert message.state == "inbox"
    client.post(address, {"why": "opinion"})
    message.refresh_from_db()
    assert (message.state, message.not_checkable) == ("not_checkable", "opinion")


def test_a_decision_is_undone(browser: Browser, author: Account, message: Message) -> None:
    client = browser(author)
    page = client.post(reverse("desk:message_set_aside", args=[message.pk]), follow=True)
    undo = reverse("desk:message_undo", args=[message.pk])
    assert undo in page.content.decode()
    client.post(undo)
    message.refresh_from_db()
    assert message.state == "inbox"


@pytest.mark.parametrize("step", ["open", "set_aside", "undo", "not_checkable", "attach"])
def test_a_stranger_decides_nothing(
    browser: Browser, stranger: Account, message: Message, step: str
) -> None:
    address = reverse(f"desk:message_{step}", args=[message.pk])
    assert browser(stranger).post(address, {"why": "opinion"}).status_code == 404
    message.refresh_from_db()
    assert message.state == "inbox"


@pytest.mark.parametrize(
    ("text", "said", "first", "chosen"),
    [
        ("Chúc cả nhà năm mới bình an", "lời chúc, mong ước", "Ghi nhận", "wish"),
        ("Em cảm ơn ad nhiều", "lời chào, chuyện phiếm", "Không có gì để kiểm chứng ", None),
        ("Nghe nói mai cả huyện cắt nước", "nên kiểm chứng", "Tin mới ", None),
    ],
)
def test_a_suggestion_stands_first_and_decides_nothing(
    browser: Browser,
    author: Account,
    arrives: Arrives,
    text: str,
    said: str,
    first: str,
    chosen: str | None,
) -> None:
    message = arrives(text)
    if message.state != "inbox":
        triage.undo(author, message)
    page = browser(author).get(reverse("desk:message", args=[message.pk])).content.decode()
    main = page[page.index("<main") :]
    assert said in main[main.index("Máy gợi ý") :]
    pressed = re.findall(r'<button class="button"[^>]*>([^<]+)', main)
    assert [one for one in pressed if one.strip() != "Gộp"] == [first]
    assert re.findall(r'<option value="(\w+)" selected>', main) == ([chosen] if chosen else [])
    message.refresh_from_db()
    assert (message.state, message.not_checkable) == ("inbox", "")
