"""Files are read by the worker, once; what cannot be read says why; nothing names who sent them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from kiemtin.desk import jobs
from kiemtin.desk.flow import deliver, reading, receive
from kiemtin.desk.models import Account, Desk, Print, Reading, Rumour
from kiemtin.desk.moment import at, now
from kiemtin.desk.words_evidence import PrintKind, ReadingState
from tests.desk.steps import NOON, ask, item, prove
from tests.media.pictures import SECRET, encoded, exif, photo
from tests.support.readers_busy import readers_busy

JPEG = encoded(photo(320, 240), "JPEG", exif=exif())


def of_message(desk: Desk) -> Reading:
    message = ask(desk, "1", pictures=(JPEG,))
    return Reading.objects.get(picture__message=message)


def test_a_picture_that_was_sent_in_is_read_later(desk: Desk) -> None:
    found = of_message(desk)
    assert found.state == ReadingState.WAITING
    deliver.run_due()
    found.refresh_from_db()
    assert (found.state, found.kind) == (ReadingState.READ, "jpeg")
    assert [one.kind for one in found.prints.all()] == [PrintKind.PICTURE]


def test_of_a_picture_that_was_sent_in_nothing_personal_is_kept(desk: Desk) -> None:
    found = of_message(desk)
    deliver.run_due()
    found.refresh_from_db()
    assert SECRET.decode() not in str(vars(found))
    assert not {"position", "camera", "author"} & {one["code"] for one in found.facts}


def test_a_copy_tells_the_checker_all_it_says(author: Account, rumour: Rumour) -> None:
    piece = prove(author, rumour, copy=JPEG)
    deliver.run_due()
    found = Reading.objects.get(evidence=piece)
    assert "position" in {one["code"] for one in found.facts}
    assert found.warnings


def test_read_twice_it_has_one_print(desk: Desk) -> None:
    found = of_message(desk)
    deliver.run_due()
    reading.read_file(found.pk)
    assert Print.objects.count() == 1


def test_a_file_that_is_gone_is_given_up(desk: Desk) -> None:
    found = of_message(desk)
    assert found.picture
    found.picture.file.storage.delete(str(found.picture.file.name))
    reading.give_up(found.pk)
    found.refresh_from_db()
    assert (found.state, found.refusal) == (ReadingState.REFUSED, reading.GIVEN_UP)


def test_prints_go_with_their_picture(desk: Desk) -> None:
    found = of_message(desk)
    deliver.run_due()
    assert found.picture
    found.picture.delete()
    assert not Reading.objects.exists()
    assert not Print.objects.exists()


def test_a_reading_is_of_one_file(db: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Reading.objects.create(asked_at=NOON)


def test_one_bad_file_stops_no_other(desk: Desk, author: Account, rumour: Rumour) -> None:
    cut = prove(author, rumour, copy=b"\xff\xd8\xff\xe0" + b"\x00\x10JFIF" + bytes(200))
    good = of_message(desk)
    deliver.run_due()
    good.refresh_from_db()
    assert Reading.objects.get(evidence=cut).state == ReadingState.REFUSED
    assert good.state == ReadingState.READ


def test_words_that_were_read_when_a_picture_came_are_not_read_again(desk: Desk) -> None:
    taken = replace(receive.take(JPEG), words="Đập vỡ, gọi ngay 0912 345 678")
    receive.receive(item("1"), desk, beside=receive.Beside((taken,)))
    assert "345" not in Reading.objects.get().text
    deliver.run_due()
    found = Reading.objects.get()
    assert (found.state, found.prints.count()) == (ReadingState.READ, 1)
    assert "Đập vỡ" in found.text, "no words stand in the picture itself"
    assert "345" not in found.text


def test_fingerprints_of_two_workers_are_stored_in_their_order(desk: Desk) -> None:
    of_message(desk)
    with CaptureQueriesContext(connection) as asked:
        deliver.run_due()
    said = [one["sql"] for one in asked.captured_queries]
    stored = next(at for at, one in enumerate(said) if "desk_print" in one and "INSERT" in one)
    waited = any(f", {jobs.PRINTS})" in one for one in said[:stored])
    assert waited == (connection.vendor == "postgresql"), "SQLite has one writer"


def test_a_file_is_read_again_when_no_reader_had_time(author: Account, rumour: Rumour) -> None:
    piece = prove(author, rumour, copy=JPEG)
    with readers_busy():
        assert deliver.run_once()
    found = Reading.objects.get(evidence=piece)
    assert found.state == ReadingState.WAITING
    with at(now() + timedelta(minutes=5)):
        deliver.run_due()
    found.refresh_from_db()
    assert (found.state, found.prints.count()) == (ReadingState.READ, 1)
    assert "position" in {one["code"] for one in found.facts}
