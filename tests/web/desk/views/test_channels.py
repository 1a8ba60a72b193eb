"""The state of the channels for who administers; counts of subscribers for everyone at the desk."""

import pytest
from pytest_django import Settings

from kiemtin.desk.models import Account, ChannelState, Desk, Sending, Subscription, Version
from kiemtin.desk.moment import now
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.publishing import Staff
from tests.support.reach import set_up
from tests.web.desk.conftest import Browser

KEYS = ("channel", "kind", "state", "error")
PAGE, AGAIN = "/desk/kenh/", "/desk/kenh/gui-lai/"


@pytest.fixture
def chief(person: Maker, desk: Desk) -> Account:
    """Administers the site."""
    return person("chief", desk, Role.ADMINISTRATOR)


@pytest.fixture
def version(staff: Staff) -> Version:
    """Something that goes out."""
    return staff.publish()


def stuck(version: Version, **changes: str) -> dict[str, str]:
    given = {"channel": "zalo_oa", "kind": "subscribed", "state": "uncertain", "error": "no_answer"}
    given |= changes
    Sending.objects.create(key="k", version=version, run_at=now(), **given)
    return given


def test_a_failing_channel_says_since_when_and_why(
    browser: Browser, chief: Account, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
    ChannelState.objects.create(channel="zalo_oa", failed_at=now(), error="token")
    monkeypatch.setenv("KIEMTIN_TELEGRAM_TOKEN", "1:secret")
    page = browser(chief).get(PAGE).content.decode()
    assert "Mã truy cập của kênh hết hạn" in page
    assert "KIEMTIN_TELEGRAM_WEBHOOK_SECRET" in page
    assert "1:secret" not in page
    assert "Chưa dùng:" in page


def test_nothing_set_up_says_what_to_do(
    browser: Browser, chief: Account, settings: Settings
) -> None:
    settings.CHANNELS = {}
    assert "kiemtin channels list" in browser(chief).get(PAGE).content.decode()


def test_an_uncertain_one_is_sent_again_after_the_warning(
    browser: Browser, chief: Account, version: Version
) -> None:
    given = stuck(version)
    client = browser(chief)
    assert "có người nhận hai lần" in client.get(PAGE).content.decode()
    answer = client.post(AGAIN, given, follow=True)
    assert "1 tin được gửi lại" in answer.content.decode()
    assert Sending.objects.get().state == "queued"
    again = client.post(AGAIN, given, follow=True)
    assert "Không còn tin nào như vậy" in again.content.decode()


def test_what_is_made_up_changes_nothing(
    browser: Browser, chief: Account, version: Version
) -> None:
    given = stuck(version)
    for name in ("kind", "state"):
        assert browser(chief).post(AGAIN, given | {name: "x"}).status_code == 404
    assert browser(chief).post(AGAIN, given | {"kind": "answer"}, follow=True).status_code == 200
    assert Sending.objects.get().state == "uncertain"


def test_others_are_told_what_role_it_takes(
    browser: Browser, author: Account, version: Version
) -> None:
    given = stuck(version)
    assert browser(author).get(PAGE).status_code == 403
    assert browser(author).post(AGAIN, given).status_code == 403
    assert Sending.objects.get().state == "uncertain"


def test_subscribers_are_counts_only(browser: Browser, author: Account) -> None:
    for number in range(12):
        Subscription.objects.create(
            channel="email" if number else "telegram",
            lookup=f"l{number}",
            sealed=b"secret",
            place="15",
            asked_at=now(),
            confirmed_at=now(),
        )
    page = browser(author).get("/desk/nguoi-dang-ky/").content.decode()
    assert "dưới 5" in page
    assert "Lào Cai" in page
    assert "secret" not in page
    assert "l11" not in page
