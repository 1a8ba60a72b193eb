"""Who subscribed gets what they wished for, each version once; who left gets nothing."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import holding, leaving, retention, subscriptions, triage
from kiemtin.desk.flow.subscriptions import CONFIRM, LEAVE, Wish
from kiemtin.desk.models import Account, Rumour, Sending, Subscription, Version
from kiemtin.desk.moment import at
from kiemtin.desk.words import VersionKind
from kiemtin.text.places import UnknownPlace, gazetteer
from tests.desk import steps
from tests.support.peers.zalo_oa import ZaloOA
from tests.support.reach import set_up, work

WHO, OTHER = "246845883529197922", "111"


@pytest.fixture(autouse=True)
def zalo(settings: Settings, db: None, noon: datetime) -> Iterator[ZaloOA]:
    """Zalo, at noon."""
    with ZaloOA() as peer:
        set_up(settings, peer.environ())
        yield peer


def wants(who: str = WHO, confirmed: bool = True, **wish: Any) -> Subscription:
    """Somebody wishes something."""
    return subscriptions.ask("zalo_oa", who, Wish(**wish), confirmed=confirmed)


def got(peer: ZaloOA, who: str = WHO) -> list[str]:
    """What arrived with somebody."""
    work()
    return [text for to, text in peer.sent if to == who]


def test_a_version_comes_once_however_many_wishes_it_meets(
    zalo: ZaloOA, published: Version
) -> None:
    wants()
    wants(place="15")
    wants(subject="dam")
    wants(fact_check=published.fact_check)
    (text,) = got(zalo)
    assert published.fact in text
    assert "DỪNG" in text
    assert got(zalo) == [text]


@pytest.mark.parametrize(
    ("wish", "meets"),
    [
        ({}, True),
        ({"place": "15"}, True),
        ({"place": "14"}, False),
        ({"subject": "dam"}, True),
        ({"subject": "scam"}, False),
        ({"place": "15", "subject": "scam"}, False),
    ],
)
def test_only_what_was_wished_for(
    zalo: ZaloOA, published: Version, wish: dict[str, Any], meets: bool
) -> None:
    wants(**wish)
    assert bool(got(zalo)) is meets


def test_a_commune_hears_of_its_province_and_the_other_way_round(
    zalo: ZaloOA, published: Version
) -> None:
    wants(place=gazetteer().children("15")[0].code)
    wants(OTHER, place=gazetteer().children("14")[0].code)
    assert len(got(zalo)) == 1
    assert got(zalo, OTHER) == []


PLACES = st.sampled_from(["", "15", "14", *(one.code for one in gazetteer().children("15")[:3])])


@given(PLACES, PLACES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_touching_is_mutual(one: str, other: str) -> None:
    assert subscriptions._touches(one, other) == subscriptions._touches(other, one)
    assert subscriptions._touches(one, one)


def test_who_did_not_confirm_gets_nothing_and_is_erased(zalo: ZaloOA, published: Version) -> None:
    one = wants(confirmed=False)
    subscriptions.ask_to_confirm(one)
    steps.told()
    assert not Sending.objects.filter(kind="subscribed").exists()
    with at(steps.NOON + subscriptions.CONFIRM_WITHIN):
        retention.erase()
        assert Subscription.objects.exists()
    with at(steps.NOON + subscriptions.CONFIRM_WITHIN + timedelta(seconds=1)):
        retention.erase()
    assert not Subscription.objects.exists()
    with at(steps.NOON + timedelta(days=3)):
        assert all("xác nhận" not in text for text in got(zalo))


def test_a_code_confirms_for_two_days_and_only_its_purpose() -> None:
    one = wants(confirmed=False)
    code = subscriptions.code(one, CONFIRM)
    assert subscriptions.by_code(code, CONFIRM) == one
    assert subscriptions.by_code(code, LEAVE) is None
    assert subscriptions.by_code(code[:-1], CONFIRM) is None
    subscriptions.confirm(one)
    one.refresh_from_db()
    assert one.confirmed_at == steps.NOON
    leaving.leave(one)
    assert subscriptions.by_code(code, CONFIRM) is None


def test_an_owner_is_asked_once_a_day_for_a_wish_and_three_times_for_an_address() -> None:
    for subject in ("dam", "dam", "flood", "scam", "health"):
        subscriptions.ask_to_confirm(wants(confirmed=False, subject=subject))
    assert Sending.objects.filter(text="confirm").count() == subscriptions.MOST_TO_CONFIRM
    with at(steps.NOON + timedelta(days=1)):
        subscriptions.ask_to_confirm(wants(confirmed=False, subject="health"))
    assert Sending.objects.filter(text="confirm").count() == subscriptions.MOST_TO_CONFIRM + 1


def test_a_second_wish_of_the_same_is_the_same_and_stays_confirmed() -> None:
    first = wants(place="15")
    again = wants(place="15", confirmed=False)
    assert first == again
    assert again.confirmed_at is not None


def test_what_cannot_be_wished_for_is_refused() -> None:
    with pytest.raises(FlowError):
        wants(subject="politics")
    with pytest.raises(UnknownPlace):
        wants(place="99999")
    with pytest.raises(FlowError):
        subscriptions.ask("email", "lan@nguoi.example", Wish())
    for place in [one.code for one in gazetteer().children("15")][: subscriptions.MOST_AN_ADDRESS]:
        wants(place=place)
    with pytest.raises(FlowError):
        wants(place="14")


def test_nothing_of_the_address_is_in_the_row() -> None:
    assert WHO not in str(vars(wants()))


def test_an_amendment_follows_to_whoever_got_the_version_before_once(
    zalo: ZaloOA, published: Version, author: Account, colleague: Account
) -> None:
    wants(place="15")
    assert len(got(zalo)) == 1
    wants(OTHER, place="14")
    second = steps.correct(author, colleague, published.fact_check, fact="Đập chỉ rò nước.")
    texts = got(zalo)
    assert len(texts) == 2
    assert second.fact in texts[1]
    assert got(zalo, OTHER) == []
    assert got(zalo) == texts


def test_who_changed_places_still_gets_the_amendment(
    zalo: ZaloOA, published: Version, author: Account, colleague: Account
) -> None:
    wants(place="15")
    got(zalo)
    steps.correct(author, colleague, published.fact_check, place="14", fact="Chuyện ở Sơn La.")
    assert len(got(zalo)) == 2


def test_a_withdrawal_goes_only_to_who_got_what_is_withdrawn(
    zalo: ZaloOA, published: Version, author: Account, colleague: Account
) -> None:
    wants(place="15")
    got(zalo)
    wants(OTHER, place="15")
    steps.correct(author, colleague, published.fact_check, kind=VersionKind.WITHDRAWAL)
    assert len(got(zalo)) == 2
    assert got(zalo, OTHER) == []


def test_what_waits_is_replaced_by_the_newer_version(
    zalo: ZaloOA, published: Version, author: Account, colleague: Account
) -> None:
    wants(place="15")
    steps.told()
    second = steps.correct(author, colleague, published.fact_check, fact="Đập chỉ rò nước.")
    texts = got(zalo)
    assert len(texts) == 1
    assert second.fact in texts[0]


def test_who_left_gets_nothing_of_what_waits(zalo: ZaloOA, published: Version) -> None:
    one = wants(place="15")
    steps.told()
    leaving.leave(one)
    assert got(zalo) == []
    assert Sending.objects.get(kind="subscribed").state == "stopped"


def test_one_address_leaves_one_wish_or_all() -> None:
    first, second = wants(place="15"), wants(subject="scam")
    third = wants(OTHER)
    leaving.leave(first)
    assert set(Subscription.objects.all()) == {second, third}
    wants(place="15")
    leaving.leave_list(second)
    assert set(Subscription.objects.all()) == {third}


def test_nobody_is_woken_at_night(zalo: ZaloOA, published: Version) -> None:
    wants(place="15")
    night = steps.NOON + timedelta(hours=11)  # 23:00 in Vietnam
    with at(night):
        assert got(zalo) == []
        due = Sending.objects.get(kind="subscribed").run_at
    assert due == steps.NOON + timedelta(hours=17, minutes=30)  # 5:30 the next day
    with at(due):
        assert len(got(zalo)) == 1


def test_a_holding_line_and_then_what_came_of_it(
    zalo: ZaloOA, rumour: Rumour, author: Account, colleague: Account
) -> None:
    steps.assess(author, rumour)
    rumour.refresh_from_db()
    wants(place="15")
    holding.publish_holding_line(
        colleague, rumour, safe_action="Lên chỗ cao.", checking="Đang hỏi nhà máy."
    )
    (first,) = got(zalo)
    assert "Lên chỗ cao." in first
    rumour.refresh_from_db()
    steps.prove(author, rumour)
    draft = steps.write(author, rumour)
    from kiemtin.desk.flow import publish

    publish.publish(colleague, steps.sign(colleague, draft))
    assert len(got(zalo)) == 2


def test_partners_get_each_version_once(
    settings: Settings, tmp_path: Path, published: Version
) -> None:
    from tests.support.peers.partner import PartnerPeer

    with PartnerPeer() as peer:
        file = tmp_path / "partners.toml"
        file.write_text(
            f'[[partner]]\nname = "Báo"\naddress = "{peer.address}/nhan"\nsecret = "{"k" * 40}"\n'
        )
        set_up(settings, {"KIEMTIN_PARTNER_FILE": str(file)})
        work()
        subscriptions.announce(Version.objects.get(pk=published.pk))
        work()
        assert len(peer.asked) == 1
    assert Sending.objects.get().params == {"partner": "Báo"}


def test_what_came_of_a_rumour_that_was_merged_follows_its_line(
    zalo: ZaloOA, rumour: Rumour, author: Account, colleague: Account
) -> None:
    wants(place="02839")
    other = triage.notice(colleague, rumour.desk, "Đập thủy điện Nậm Mẫu bị nứt.", "02839")
    holding.publish_holding_line(colleague, other, safe_action="Lên cao.", checking="Đang đo.")
    work()
    assert len(got(zalo)) == 1
    between = triage.notice(colleague, rumour.desk, "Đập Nậm Mẫu rò nước.", "02839")
    triage.merge(colleague, other, between)
    triage.merge(colleague, between, rumour)
    version = steps.release(author, colleague, rumour, place="02683")
    work()
    assert version.place == "02683"
    assert len(got(zalo)) == 2
