"""Who leaves gets nothing more, and nothing of the address is left."""

from datetime import datetime

from kiemtin.desk.addresses import lookup
from kiemtin.desk.flow import leaving
from kiemtin.desk.models import (
    Account,
    Communicator,
    Desk,
    Sending,
    Subscription,
    Version,
    Way,
)
from kiemtin.desk.sealing import seal
from tests.desk import steps

WHO = "246845883529197922"


def subscribed(place: str = "", who: str = WHO) -> Subscription:
    """Somebody wants bulletins by Zalo."""
    found = lookup("zalo_oa", who)
    moments = {"asked_at": steps.NOON, "confirmed_at": steps.NOON}
    return Subscription.objects.create(
        channel="zalo_oa", lookup=found, sealed=seal(who), place=place, **moments
    )


def waiting(one: Subscription, version: Version, key: str = "k") -> Sending:
    """A bulletin that has not gone out yet."""
    about = {"version": version, "subscription": one, "run_at": steps.NOON, "key": key}
    return Sending.objects.create(kind="subscribed", channel="zalo_oa", **about)


def test_what_waits_is_stopped_and_the_row_is_gone(published: Version) -> None:
    one = subscribed()
    row = waiting(one, published)
    leaving.leave(one)
    row.refresh_from_db()
    assert (row.state, row.subscription) == ("stopped", None)
    assert not Subscription.objects.exists()


def test_stop_ends_every_list_of_the_address_and_no_other(
    desk: Desk, colleague: Account, noon: datetime
) -> None:
    subscribed()
    subscribed("15")
    stays = subscribed(who="111")
    person = Communicator.objects.create(
        desk=desk,
        name="Một người",
        place="02683",
        invited_by=colleague,
        invited_at=noon,
        invite_until=noon,
        joined_at=noon,
    )
    about = {"lookup": lookup("zalo_oa", WHO), "sealed": seal(WHO), "added_at": noon}
    Way.objects.create(communicator=person, channel="zalo_oa", **about)
    assert leaving.leave_all("zalo_oa", WHO) == 3
    assert list(Subscription.objects.all()) == [stays]
    assert not Way.objects.exists()
    assert leaving.leave_all("zalo_oa", WHO) == 0


def test_an_address_that_is_gone_leaves_every_list(published: Version) -> None:
    one = subscribed()
    subscribed("15")
    leaving.gone(waiting(one, published))
    assert not Subscription.objects.exists()


def test_what_was_sent_to_who_left_is_nobodys(published: Version) -> None:
    one = subscribed()
    row = waiting(one, published, f"v{published.pk}:a{one.lookup}")
    Sending.objects.filter(pk=row.pk).update(state="sent")
    leaving.leave(one)
    row.refresh_from_db()
    assert row.state == "sent"
    assert one.lookup not in row.key
