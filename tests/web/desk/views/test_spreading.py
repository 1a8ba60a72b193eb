"""Passing on from the desk's pages: the order is read before it is given, the ledger shows who has
not, and strangers find nothing.
"""

import csv
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse

from kiemtin.desk.flow import broadcasting, holding
from kiemtin.desk.models import (
    Account,
    Acknowledgement,
    Broadcast,
    Communicator,
    Desk,
    HoldingLine,
    Sending,
    Version,
)
from kiemtin.desk.moment import now
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Priority, SendingKind, SendingState
from tests.desk import steps
from tests.desk.conftest import Maker
from tests.support.publishing import Staff
from tests.support.spread import BAC_HA, BAT_XAT, SON_LA, communicator, said
from tests.web.desk.conftest import Browser


@pytest.fixture
def version(staff: Staff) -> Version:
    """A published fact-check."""
    return staff.publish()


@pytest.fixture
def two(desk: Desk, author: Account) -> list[Communicator]:
    """Communicators of two communes; one has no way but her page."""
    return [
        communicator(desk, author, BAC_HA, "Lý A Sử", ["sms_gate", "zalo_oa"]),
        communicator(desk, author, BAT_XAT, "Tẩn Mẩy", []),
    ]


@pytest.fixture
def going(version: Version, author: Account, two: list[Communicator]) -> Broadcast:
    """A broadcast to the whole province that has gone out."""
    broadcast = broadcasting.order(author, version, Priority.NORMAL, ["15"])
    broadcast.sendings.update(state=SendingState.SENT, sent_at=now())
    return broadcast


def shown(client: Client, name: str, *args: int) -> str:
    return client.get(reverse(name, args=args)).content.decode()


def send(client: Client, name: str, pk: int, **given: object) -> tuple[int, str]:
    answer = client.post(reverse(name, args=[pk]), given, follow=True)
    return answer.status_code, answer.content.decode()


def test_the_order_is_read_before_it_is_given(
    browser: Browser, author: Account, version: Version, two: list[Communicator]
) -> None:
    client, pk = browser(author), version.fact_check_id
    page = shown(client, "desk:fact_check", pk)
    assert "Chuyển tới các xã" in page
    assert "Cả Tỉnh Lào Cai" in page
    assert "Huyện Bắc Hà" in page
    _status, before = send(client, "desk:order", pk, priority="urgent", places=["15"])
    assert "2 tuyên truyền viên" in before
    assert "2 tin gửi đi" in before
    assert "1 người chỉ thấy trên trang của mình" in before
    assert "97 xã được chọn chưa có tuyên truyền viên" in before
    assert version.fact in before
    assert "Chuyển ngay, khẩn cấp" in before
    assert not Broadcast.objects.exists()
    given = {"priority": "urgent", "places": ["15"], "confirmed": "1"}
    _status, after = send(client, "desk:order", pk, **given)
    assert "Đã giao" in after
    assert Broadcast.objects.get().places == ["15"]
    assert Sending.objects.count() == 2
    again = shown(client, "desk:fact_check", pk)
    assert reverse("desk:ledger", args=[Broadcast.objects.get().pk]) in again


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"priority": "normal"}, "Hãy chọn ít nhất một nơi"),
        ({"places": ["15"]}, "Trường này"),
        ({"priority": "normal", "places": [SON_LA]}, "14"),
        ({"priority": "soon", "places": [BAC_HA]}, "soon"),
    ],
)
def test_what_cannot_be_ordered_is_said_and_what_was_ticked_stays(
    browser: Browser, author: Account, version: Version, given: dict[str, object], told: str
) -> None:
    url = reverse("desk:order", args=[version.fact_check_id])
    answer = browser(author).post(url, given | {"confirmed": "1"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert told in page
    if given.get("places") == [BAC_HA]:
        assert f'value="{BAC_HA}" checked' in page
    assert not Broadcast.objects.exists()


def test_urgent_is_the_spokespersons(
    browser: Browser, person: Maker, desk: Desk, version: Version
) -> None:
    client = browser(person("checker", desk, Role.CHECKER))
    assert "Khẩn cấp thì người phát ngôn giao" in shown(
        client, "desk:fact_check", version.fact_check_id
    )
    given = {"priority": "urgent", "places": ["15"], "confirmed": "1"}
    assert send(client, "desk:order", version.fact_check_id, **given)[0] == 403
    assert not Broadcast.objects.exists()


def test_what_is_out_of_date_is_not_offered(
    browser: Browser, author: Account, colleague: Account, version: Version
) -> None:
    gone = {"kind": "withdrawal", "what_was_wrong": "Sai."}
    steps.correct(author, colleague, version.fact_check, **gone)
    client, pk = browser(author), version.fact_check_id
    assert "h-passing" not in shown(client, "desk:fact_check", pk)
    _status, page = send(client, "desk:order", pk, priority="normal", places=["15"])
    assert "đã rút lại" in page


@pytest.fixture
def line(staff: Staff, colleague: Account) -> HoldingLine:
    """A holding line in force."""
    return holding.publish_holding_line(
        colleague, staff.open(), safe_action="Lên chỗ cao ngay.", checking="Đập vỡ hay không."
    )


def test_a_holding_line_is_passed_on_from_its_rumours_page(
    browser: Browser, colleague: Account, line: HoldingLine, two: list[Communicator]
) -> None:
    client = browser(colleague)
    assert reverse("desk:order_line", args=[line.pk]) in shown(
        client, "desk:rumour", line.rumour_id
    )
    given = {"priority": "urgent", "places": [BAC_HA]}
    assert "Lên chỗ cao ngay." in send(client, "desk:order_line", line.pk, **given)[1]
    _status, page = send(client, "desk:order_line", line.pk, **given, confirmed="1")
    assert "Lên chỗ cao ngay." in page
    assert Broadcast.objects.get().holding_line == line


def test_the_ledger_shows_each_commune_and_who_has_not(
    browser: Browser, author: Account, going: Broadcast, two: list[Communicator]
) -> None:
    client = browser(author)
    said(two[0], going)
    page = shown(client, "desk:ledger", going.pk)
    assert 'href="#xa-02839"' in page
    assert 'id="xa-02839"' in page
    assert "SMS: 1, Zalo: 1" in page
    assert "Tẩn Mẩy" in page
    assert "Lý A Sử" not in page  # has said that it came
    assert "97 xã chưa có tuyên truyền viên" in page
    listed = shown(client, "desk:broadcasts")
    assert reverse("desk:ledger", args=[going.pk]) in listed
    assert "1/2 xã" in listed
    calls = shown(client, "desk:call_list", going.pk)
    assert "Tẩn Mẩy" in calls
    assert "0900" not in calls


def test_the_desk_enters_what_it_hears_reminds_and_stops(
    browser: Browser, author: Account, going: Broadcast, two: list[Communicator]
) -> None:
    client = browser(author)
    given = {"communicator": two[1].pk, "done": "read_aloud", "language": "ium"}
    assert "Đã ghi: Tẩn Mẩy" in send(client, "desk:note_by_phone", going.pk, **given)[1]
    assert Acknowledgement.objects.get().language == "ium"
    for wrong in ({}, {"communicator": "x"}, {"communicator": 999}, given | {"done": "sung"}):
        _status, page = send(client, "desk:note_by_phone", going.pk, **wrong)
        assert "Hãy chọn người" in page
    assert "Đã nhắc: 2 tin nhắc" in send(client, "desk:remind", going.pk)[1]
    assert Sending.objects.filter(kind=SendingKind.REMINDER).count() == 2
    assert "Hãy gọi điện" in send(client, "desk:remind", going.pk)[1]
    assert "Đã dừng" in send(client, "desk:stop_broadcast", going.pk)[1]
    assert "đã dừng rồi" in send(client, "desk:stop_broadcast", going.pk)[1]
    assert "đã dừng rồi" in send(client, "desk:remind", going.pk)[1]


def test_the_file_holds_counts_and_neither_names_nor_addresses(
    browser: Browser, author: Account, going: Broadcast, two: list[Communicator]
) -> None:
    answer = browser(author).get(reverse("desk:spread_export", args=[going.pk]))
    text = answer.getvalue().decode()
    head, *rows = csv.reader(StringIO(text))
    assert len(rows) == 99
    assert {len(row) for row in rows} == {len(head)}
    assert [row[4:6] for row in rows if row[0] == BAC_HA] == [["1", "2"]]
    assert "Lý A Sử" not in text
    assert "0900" not in text


def test_what_followed_leads_from_one_to_the_other(
    browser: Browser, author: Account, colleague: Account, going: Broadcast
) -> None:
    assert going.version is not None
    newer = steps.correct(author, colleague, going.version.fact_check)
    (next_one,) = broadcasting.follow(newer)
    client = browser(author)
    assert reverse("desk:ledger", args=[next_one.pk]) in shown(client, "desk:ledger", going.pk)
    assert reverse("desk:ledger", args=[going.pk]) in shown(client, "desk:ledger", next_one.pk)


PAGES = ("ledger", "call_list", "spread_export")
STEPS = ("remind", "stop_broadcast", "note_by_phone")


@pytest.mark.parametrize("name", [*PAGES, *STEPS])
def test_strangers_find_nothing_and_a_translator_has_no_part_in_it(
    browser: Browser,
    stranger: Account,
    person: Maker,
    desk: Desk,
    going: Broadcast,
    two: list[Communicator],
    name: str,
) -> None:
    url = reverse(f"desk:{name}", args=[going.pk])
    given = {"communicator": two[0].pk, "done": "received"}
    for who, status in ((stranger, 404), (person("t", desk, Role.TRANSLATOR), 403)):
        client = browser(who)
        answer = client.post(url, given) if name in STEPS else client.get(url)
        assert answer.status_code == status
    assert not Acknowledgement.objects.exists()
    going.refresh_from_db()
    assert going.stopped_at is None


def test_a_stranger_orders_nothing_and_sees_no_broadcast(
    browser: Browser, stranger: Account, version: Version, line: HoldingLine, going: Broadcast
) -> None:
    client = browser(stranger)
    for name, pk in (("order", version.fact_check_id), ("order_line", line.pk)):
        assert send(client, f"desk:{name}", pk, priority="normal", places=["15"])[0] == 404
    assert "Chưa chuyển bản tin nào" in shown(client, "desk:broadcasts")
