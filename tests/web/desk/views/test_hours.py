"""The page of hours: read by the desk, set by who may, for places of the desk only."""

from django.test import Client
from django.urls import reverse

from kiemtin.desk.models import Account, Desk, Hours
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker
from tests.support.spread import BAC_HA
from tests.web.desk.conftest import Browser

GIVEN = {
    "place": "Xã Bắc Hà, Lào Cai",
    "quiet_from": "20:00",
    "quiet_until": "05:00",
    "first_from": "05:15",
    "first_until": "05:45",
    "second_from": "",
    "second_until": "",
}


def send(client: Client, **changes: str) -> tuple[int, str]:
    answer = client.post(reverse("desk:hours"), GIVEN | changes, follow=True)
    return answer.status_code, answer.content.decode()


def test_hours_are_set_shown_and_given_up(browser: Browser, colleague: Account) -> None:
    client = browser(colleague)
    _status, page = send(client)
    row = Hours.objects.get()
    assert (row.place, row.slots) == (BAC_HA, [["05:15", "05:45"]])
    assert "20:00–05:00" in page
    back = client.post(reverse("desk:unset_hours", args=[row.pk]), follow=True)
    assert "Đã bỏ giờ riêng" in back.content.decode()
    assert not Hours.objects.exists()


def test_what_cannot_be_is_said_and_stays_typed(browser: Browser, colleague: Account) -> None:
    client = browser(colleague)
    for changes, told in (
        ({"quiet_from": "25:00"}, "25:00"),
        ({"first_until": ""}, "Hãy ghi cả hai giờ"),
        ({"first_until": "05:00"}, "bắt đầu trước khi hết"),
        ({"place": "Tỉnh Sơn La"}, "không thuộc địa bàn"),
        ({"place": "Không Đâu"}, "Không tìm thấy"),
    ):
        status, page = send(client, **changes)
        assert status == 422
        assert told in page
        assert 'value="05:15"' in page
    assert not Hours.objects.exists()


def test_a_checker_reads_a_stranger_sees_his_own(
    browser: Browser, person: Maker, desk: Desk, colleague: Account, stranger: Account
) -> None:
    send(browser(colleague))
    row = Hours.objects.get()
    checker = browser(person("checker", desk, Role.CHECKER))
    page = checker.get(reverse("desk:hours")).content.decode()
    assert "20:00–05:00" in page
    assert "Lưu giờ giấc" not in page
    assert send(checker)[0] == 403
    assert checker.post(reverse("desk:unset_hours", args=[row.pk])).status_code == 403
    other = browser(stranger)
    assert "20:00–05:00" not in other.get(reverse("desk:hours")).content.decode()
    assert other.post(reverse("desk:unset_hours", args=[row.pk])).status_code == 404
    assert Client().get(reverse("desk:hours")).status_code == 302
