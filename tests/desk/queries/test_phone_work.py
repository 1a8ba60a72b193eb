"""What is to be passed on in a place: the most urgent first, with what may be played there."""

from datetime import datetime, timedelta

import pytest
from django.core.files.base import ContentFile

from kiemtin.desk.flow import broadcasting, holding, triage
from kiemtin.desk.models import (
    Account,
    Acknowledgement,
    Broadcast,
    Communicator,
    Desk,
    FormFile,
    HoldingLine,
    Translation,
    Version,
)
from kiemtin.desk.moment import at
from kiemtin.desk.queries import phone_work
from kiemtin.desk.words_reach import Priority
from tests.desk import steps
from tests.support.communicators import joined, ordered


@pytest.fixture
def who(published: Version, colleague: Account, desk: Desk) -> Communicator:
    """A communicator of a commune of the province."""
    return joined(colleague, desk)[0]


@pytest.fixture
def broadcast(published: Version, colleague: Account) -> Broadcast:
    """A bulletin for the province."""
    return ordered(colleague, published, steps.NOON)


def voiced(version: Version, kind: str = "audio_north") -> FormFile:
    return FormFile.objects.create(
        version=version,
        kind=kind,
        file=ContentFile(b"x", name="x.mp3"),
        content_type="audio/mpeg",
        size=1,
        sha256="0" * 64,
        made_at=steps.NOON,
    )


def test_the_most_urgent_is_first(
    who: Communicator, broadcast: Broadcast, author: Account, colleague: Account
) -> None:
    assert broadcast.version is not None
    newer = steps.correct(author, colleague, broadcast.version.fact_check)
    urgent = ordered(colleague, newer, steps.NOON - timedelta(hours=1))
    Broadcast.objects.filter(pk=urgent.pk).update(priority=Priority.URGENT)
    assert phone_work.broadcasts(who) == [urgent, broadcast]


@pytest.mark.parametrize(("places", "mine"), [(["15"], 1), (["02683"], 1), (["02680"], 0)])
def test_a_bulletin_is_for_its_places(
    who: Communicator, broadcast: Broadcast, places: list[str], mine: int
) -> None:
    Broadcast.objects.update(places=places)
    assert len(phone_work.broadcasts(who)) == mine


def test_after_a_month_it_is_no_work_any_more(
    who: Communicator, broadcast: Broadcast, noon: datetime
) -> None:
    with at(noon + phone_work.READ_FOR):
        assert phone_work.broadcasts(who) == []


def test_what_was_done_stands_beside_it(who: Communicator, broadcast: Broadcast) -> None:
    Acknowledgement.objects.create(
        communicator=who,
        broadcast=broadcast,
        done="received",
        item="00000000-0000-0000-0000-000000000001",
        happened_at=steps.NOON,
        told_at=steps.NOON,
    )
    (told,) = phone_work.work(who)
    assert [one.done for one in told.done] == ["received"]
    assert not told.followed
    assert not told.outdated


def test_voices_are_those_of_the_version(who: Communicator, broadcast: Broadcast) -> None:
    assert broadcast.version is not None
    north, south = voiced(broadcast.version), voiced(broadcast.version, "audio_south")
    assert set(phone_work.voices(broadcast)) == {north, south}
    assert phone_work.voice(who, north.pk) == north
    assert phone_work.voice(who, south.pk + 1) is None


def test_a_voice_of_what_is_for_others_is_not_given(
    who: Communicator, broadcast: Broadcast
) -> None:
    assert broadcast.version is not None
    north = voiced(broadcast.version)
    Broadcast.objects.update(places=["02680"])
    assert phone_work.voice(who, north.pk) is None


def test_nothing_of_a_stopped_bulletin_is_heard(
    who: Communicator, broadcast: Broadcast, author: Account, colleague: Account
) -> None:
    assert broadcast.version is not None
    north = voiced(broadcast.version)
    translated(broadcast.version, author, colleague)
    broadcasting.stop(colleague, broadcast)
    (told,) = phone_work.work(who)
    assert (told.voices, told.translations) == ([], [])
    assert phone_work.voice(who, north.pk) is None
    again = broadcasting.order(colleague, broadcast.version, Priority.URGENT, ["15"])
    assert phone_work.voice(who, north.pk) == north
    assert list(phone_work.voices(again)) == [north]


def test_the_voice_of_what_was_replaced_is_not_given(
    who: Communicator, broadcast: Broadcast, author: Account, colleague: Account
) -> None:
    assert broadcast.version is not None
    north = voiced(broadcast.version)
    steps.correct(author, colleague, broadcast.version.fact_check)
    assert [one.voices for one in phone_work.work(who)] == [[]]
    assert phone_work.voice(who, north.pk) is None


def translated(version: Version, by: Account, checker: Account) -> Translation:
    from kiemtin.desk.flow.translating import source_hash

    return Translation.objects.create(
        fact_check=version.fact_check,
        version=version,
        source_hash=source_hash(version),
        language="hmn",
        script="Zxxx",
        recording=ContentFile(b"OggS", name="x.ogg"),
        recording_type="audio/ogg",
        recording_sha256="1" * 64,
        translator=by,
        made_at=steps.NOON,
        back_text="Đập không vỡ.",
        back_checker=checker,
        back_checked_at=steps.NOON,
    )


def test_a_translation_is_there_until_the_vietnamese_changes(
    who: Communicator, broadcast: Broadcast, author: Account, colleague: Account
) -> None:
    version = broadcast.version
    assert version is not None
    spoken = translated(version, author, colleague)
    assert phone_work.work(who)[0].translations == [spoken]
    assert phone_work.recording(who, spoken.pk) == spoken
    steps.correct(author, colleague, version.fact_check, fact="Đập vẫn nguyên.")
    (told,) = phone_work.work(who)
    assert (told.translations, told.outdated) == ([], True)
    assert phone_work.recording(who, spoken.pk) is None


def test_the_words_are_those_of_the_version(broadcast: Broadcast) -> None:
    said = phone_work.content(broadcast)
    assert said["fact"] == steps.CONTENT["fact"]
    assert any("không vỡ" in sentence for sentence in said["script"])
    assert len(said["script"]) == len(set(said["script"]))
    assert said["seconds"] <= 61
    assert (said["verdict"], said["where"], said["until"]) == ("false", "Tỉnh Lào Cai", "")


def test_a_line_is_outdated_when_another_took_its_place(
    who: Communicator, desk: Desk, colleague: Account
) -> None:
    def says(checking: str) -> HoldingLine:
        return holding.publish_holding_line(
            colleague, rumour, safe_action="Lên chỗ cao.", checking=checking
        )

    with at(steps.NOON):
        rumour = triage.notice(colleague, desk, "Đê ở bãi bồi thí dụ bị vỡ.")
        first = says("Đê vỡ hay không.")
        order = broadcasting.order(colleague, first, Priority.FIRST, ["15"])
        assert not phone_work.work(who)[0].outdated
    with at(steps.NOON + timedelta(minutes=1)):
        says("Vẫn đang đo.")
        told = {one.broadcast: one for one in phone_work.work(who)}
        assert told[order].outdated
