"""The drill is told once, on its own days, and the machine answers nobody with another story."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.utils import timezone

from kiemtin.desk import receipts
from kiemtin.desk.demo import accounts, load, stories
from kiemtin.desk.few import How, Shown
from kiemtin.desk.flow import index
from kiemtin.desk.models import (
    Delivery,
    Desk,
    FactCheck,
    HoldingLine,
    Job,
    Message,
    Rumour,
    Version,
)
from kiemtin.desk.period import Period
from kiemtin.desk.queries import transparency
from kiemtin.desk.words import JobState


@pytest.fixture(autouse=True)
def own_index() -> Iterator[None]:
    """The drill's claims are no other test's."""
    index.forget()
    yield
    index.forget()


def wrong_answers() -> list[str]:
    """Automatic answers to a message that tells another story, or none."""
    stories_of = {
        receipts.item(one["channel"], f"demo:{one['key']}"): {one["rumour"], one.get("also")}
        for one in stories.messages()
    }
    claims = {one["key"]: one["claim"] for one in stories.rumours()}
    given = Delivery.objects.filter(automatic=True).select_related("message__part_of")
    return [
        one.message.text
        for one in given.select_related("version__fact_check__rumour")
        if one.version.fact_check.rumour.claim
        not in {claims.get(key or "") for key in stories_of[one.message.whole.external_id]}
    ]


def few_are_shown() -> bool:
    """Whether the figures show a verdict of some kind of claimant."""
    shown = [cell for row in transparency.by_claimant(Period("")).rows for cell in row.cells]
    return any(
        isinstance(one, Shown) and one.bounds != (0, 0) and one.how is not How.WITHHELD
        for one in shown
    )


@pytest.mark.django_db
def test_drill_is_loaded_once_each_story_on_its_day() -> None:
    steps: list[tuple[int, int]] = []
    listed = load.load(lambda done, total: steps.append((done, total)))
    assert {one.email for one in listed} == {one["email"] for one in stories.people()["accounts"]}
    assert FactCheck.objects.filter(current__isnull=False).count() >= 25
    assert Message.objects.filter(part_of=None).count() == len(stories.messages()) >= 150
    divided = Message.objects.get(state="divided")
    assert [one.deliveries.count() for one in divided.claims()] == [1, 1]
    assert HoldingLine.objects.filter(expires_at__gt=timezone.now()).exists()
    assert Delivery.objects.filter(automatic=True).exists()
    assert wrong_answers() == []
    days = dict(Version.objects.filter(number=1).values_list("claim", "published_at"))
    assert days == {
        one["claim"]: datetime.fromisoformat(one["published"])
        for one in stories.rumours()
        if one["published"]
    }
    assert set(rumours := dict(Rumour.objects.values_list("claim", "claimant"))) >= set(days)
    assert {one["claimant"] for one in stories.rumours()} == set(rumours.values())
    assert few_are_shown(), "the table of kinds shows more than that nothing is told"
    amended = [one for one in stories.rumours() if one["amendment"]]
    assert Version.objects.filter(number=2).count() == len(amended)
    assert not Job.objects.filter(state=JobState.FAILED).exists()
    assert steps == [(done, len(steps)) for done in range(1, len(steps) + 1)]
    before = (Desk.objects.count(), Message.objects.count(), Version.objects.count())
    assert load.load() == listed == accounts.listed()
    assert (Desk.objects.count(), Message.objects.count(), Version.objects.count()) == before
