"""Sources are chosen by editors, openly and one by one; social networks are none."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from pytest_django import Settings

from kiemtin.channels.feeds.files import FileRefused
from kiemtin.channels.inbound import FetchFailed
from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import library
from kiemtin.desk.flow.library import Choice
from kiemtin.desk.models import Account, Article, AuditEntry, Desk, ForeignCheck, Source
from kiemtin.desk.words_evidence import SourceKind, SourceShape
from tests.desk.library import here
from tests.support.peers.feed import FeedPeer
from tests.support.reach import set_up

PAPER = Choice("Báo", SourceKind.NEWS, SourceShape.FEED, "https://bao.example/rss")
SHELF = Choice("Trạm", SourceKind.OFFICIAL, SourceShape.FILE)


def refused(actor: Account, desk: Desk, choice: Choice) -> str:
    with pytest.raises(FlowError) as caught:
        library.add(actor, desk, choice)
    return caught.value.code


def test_a_chosen_source_is_read_until_it_is_stopped(
    desk: Desk, author: Account, noon: object
) -> None:
    source = library.add(author, desk, PAPER)
    assert (source.active, source.added_by, source.set_by_file) == (True, author, False)
    library.stop(author, desk, source)
    library.stop(author, desk, source)
    source.refresh_from_db()
    assert not source.active
    library.resume(author, desk, source)
    acts = list(AuditEntry.objects.order_by("number").values_list("act", flat=True))
    assert acts == ["source.added", "source.stopped", "source.resumed"]


@pytest.mark.parametrize(
    ("choice", "code"),
    [
        (replace(PAPER, address="https://www.facebook.com/ai-do"), "social"),
        (replace(PAPER, address="https://rsshub.app/x"), "social"),
        (replace(PAPER, address="ftp://bao.example/"), "address"),
        (replace(PAPER, address="https://a:b@bao.example/"), "address"),
        (replace(PAPER, address=""), "address"),
        (replace(PAPER, name=" "), "no_name"),
        (replace(SHELF, address="https://bao.example/"), "no_address"),
    ],
)
def test_what_is_no_source_is_refused(
    choice: Choice, code: str, desk: Desk, author: Account
) -> None:
    assert refused(author, desk, choice) == code
    assert not Source.objects.exists()


def test_a_name_is_given_once(desk: Desk, author: Account) -> None:
    library.add(author, desk, PAPER)
    assert refused(author, desk, PAPER) == "name_taken"


def test_another_address_is_read_from_the_beginning(desk: Desk, author: Account) -> None:
    source = library.add(author, desk, PAPER)
    Source.objects.update(marks={"etag": "1"}, error="status", looked_at=source.added_at)
    library.change(author, desk, source, replace(PAPER, trust="Tin địa phương"))
    source.refresh_from_db()
    assert (source.marks, source.trust) == ({"etag": "1"}, "Tin địa phương")
    library.change(author, desk, source, replace(PAPER, address="https://bao.example/2"))
    source.refresh_from_db()
    assert (source.marks, source.error, source.looked_at) == ({}, "", None)


def test_a_file_brings_articles_or_fact_checks(desk: Desk, author: Account) -> None:
    source = library.add(author, desk, SHELF)
    rows = b'{"title": "A", "text": "Mot."}\n{bad\n{"title": "B"}'
    filed = library.put_file(author, desk, source, rows, "a.jsonl")
    assert (filed.new, filed.changed, filed.refused, filed.bad) == (2, 0, 1, (2,))
    again = library.put_file(author, desk, source, rows.replace(b"Mot", b"Hai"), "a.jsonl")
    assert (again.new, again.changed) == (1, 0), "without link or id, other words are another item"
    review = {
        "@type": "ClaimReview",
        "claimReviewed": "X",
        "url": "https://kiem.example/1",
        "reviewRating": {"alternateName": "Sai"},
    }
    library.put_file(author, desk, source, json.dumps(review).encode(), "k.json")
    assert ForeignCheck.objects.get().verdict == "false"
    with pytest.raises(FileRefused):
        library.put_file(author, desk, source, b"", "a.jsonl")
    paper = library.add(author, desk, PAPER)
    with pytest.raises(FlowError, match="tệp"):
        library.put_file(author, desk, paper, rows, "a.jsonl")


def test_trying_out_reads_and_keeps_nothing(settings: Settings, db: None) -> None:
    here(settings)
    with FeedPeer() as peer:
        got = library.try_out(replace(PAPER, address=f"{peer.address}/rss"))
        assert len(got.items) == 2
        peer.body = b"<html>"
        with pytest.raises(FetchFailed):
            library.try_out(replace(PAPER, address=f"{peer.address}/rss"))
    assert not Article.objects.exists()
    assert not Source.objects.exists()


def test_the_servers_file_is_followed_and_not_edited_here(
    settings: Settings, tmp_path: Path, desk: Desk, author: Account
) -> None:
    library.add(author, desk, replace(PAPER, name="Của biên tập"))
    file = tmp_path / "feeds.toml"
    told = '[[source]]\nname = "{}"\naddress = "https://{}.example/rss"\nkind = "news"\n'
    file.write_text(told.format("Báo", "bao") + told.format("Của biên tập", "khac"))
    set_up(settings, {"KIEMTIN_FEEDS": str(file)})
    library.follow_file()
    library.follow_file()
    row = Source.objects.get(name="Báo")
    assert (row.set_by_file, row.active, Source.objects.count()) == (True, True, 2)
    assert Source.objects.get(name="Của biên tập").address == PAPER.address
    with pytest.raises(FlowError, match="KIEMTIN_FEEDS"):
        library.change(author, desk, row, PAPER)
    settings.CHANNELS = {}
    library.follow_file()
    row.refresh_from_db()
    assert not row.active
    assert Source.objects.get(name="Của biên tập").active


def test_who_works_at_no_such_desk_changes_no_source(
    desk: Desk, author: Account, stranger: Account
) -> None:
    source = library.add(author, desk, SHELF)
    acts: list[Callable[[], object]] = [
        lambda: library.add(stranger, desk, PAPER),
        lambda: library.change(stranger, desk, source, SHELF),
        lambda: library.stop(stranger, desk, source),
        lambda: library.resume(stranger, desk, source),
        lambda: library.put_file(stranger, desk, source, b'{"title": "Ho an toan"}', "a.jsonl"),
    ]
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    assert not Article.objects.exists()
