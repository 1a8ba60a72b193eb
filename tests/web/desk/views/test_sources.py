"""Sources are chosen, read and searched on their pages; what they say is cited by a person."""

from collections.abc import Iterator

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from kiemtin.desk.flow import articles
from kiemtin.desk.models import Account, AuditEntry, Passage, Rumour, Source
from kiemtin.desk.words import Role
from tests.desk import library
from tests.desk.conftest import Maker
from tests.support.peers.feed import FeedPeer
from tests.web.desk.conftest import Browser

TYPED = {
    "name": "Báo thí dụ",
    "kind": "news",
    "shape": "feed",
    "address": "https://bao.example/rss",
    "trust": "Tin địa phương",
}


@pytest.fixture
def peer(settings: Settings) -> Iterator[FeedPeer]:
    library.here(settings)
    with FeedPeer() as peer:
        yield peer


def test_an_editor_tries_a_source_out_and_chooses_it(
    browser: Browser, author: Account, rumour: Rumour, peer: FeedPeer
) -> None:
    client, typed = browser(author), TYPED | {"address": f"{peer.address}/rss"}
    tried = client.post("/desk/nguon/them/", typed | {"try": "1"}).content.decode()
    assert "Hồ chứa vận hành bình thường" in tried
    assert not Source.objects.exists()
    chosen = client.post("/desk/nguon/them/", typed)
    source = Source.objects.get()
    assert chosen["Location"] == f"/desk/nguon/{source.pk}/"
    page = client.get(f"/desk/nguon/{source.pk}/").content.decode()
    assert "Tin địa phương" in page
    assert "Báo thí dụ" in client.get("/desk/nguon/").content.decode()


def test_a_source_that_cannot_be_read_says_why_and_keeps_what_was_typed(
    browser: Browser, author: Account, rumour: Rumour, peer: FeedPeer
) -> None:
    client, typed = browser(author), TYPED | {"address": f"{peer.address}/rss", "try": "1"}
    peer.body = b"<html>"
    answer = client.post("/desk/nguon/them/", typed)
    assert answer.status_code == 422
    assert "không đọc được" in answer.content.decode()
    assert 'value="Báo thí dụ"' in answer.content.decode()
    social = client.post("/desk/nguon/them/", TYPED | {"address": "https://facebook.com/x"})
    assert social.status_code == 422
    assert "mạng xã hội" in social.content.decode()


def test_a_source_is_changed_stopped_and_read_again(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client, source = browser(author), library.source()
    assert "Báo thí dụ" in client.get(f"/desk/nguon/{source.pk}/sua/").content.decode()
    client.post(f"/desk/nguon/{source.pk}/sua/", TYPED | {"name": "Báo khác"})
    client.post(f"/desk/nguon/{source.pk}/dung/")
    source.refresh_from_db()
    assert (source.name, source.active) == ("Báo khác", False)
    client.post(f"/desk/nguon/{source.pk}/doc-lai/")
    source.refresh_from_db()
    assert source.active
    assert AuditEntry.objects.filter(act__startswith="source.").count() == 3


def test_a_file_is_taken_in_and_its_bad_rows_are_told(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    source = library.source(shape="file", address="")
    data = SimpleUploadedFile("a.jsonl", b'{"title": "Duong thong"}\n{')
    address = f"/desk/nguon/{source.pk}/tep/"
    page = client.post(address, {"file": data}, follow=True).content.decode()
    assert "Duong thong" in page
    assert "1 dòng không đọc được: 2" in page
    empty = client.post(address, {"file": SimpleUploadedFile("a.jsonl", b"{")})
    assert empty.status_code == 422


def test_a_source_of_the_servers_file_is_shown_and_not_edited(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client, source = browser(author), library.source(set_by_file=True)
    page = client.get(f"/desk/nguon/{source.pk}/").content.decode()
    assert "KIEMTIN_FEEDS" in page
    assert f"/desk/nguon/{source.pk}/sua/" not in page
    assert client.get(f"/desk/nguon/{source.pk}/sua/").status_code == 404


def test_passages_are_searched_and_filtered(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client, one = browser(author), library.article()
    other = library.source("Trạm", kind="official", place="14")
    library.article(other, title="Trạm đo", text="Mực nước hồ Nậm Mẫu rất thấp trong tuần này.")
    found = client.get("/desk/nguon/tim/?q=mực nước Nậm Mẫu").content.decode()
    assert "Hồ chứa an toàn" in found
    assert "Trạm đo" in found
    only = client.get(f"/desk/nguon/tim/?q=mực nước&nguon={one.source_id}").content.decode()
    assert ">Trạm đo</a>" not in only
    for query in ("q=mực nước&loai=official", "loai=official", "noi=14&q=mực nước"):
        assert ">Trạm đo</a>" in client.get(f"/desk/nguon/tim/?{query}").content.decode()
    late = client.get("/desk/nguon/tim/?q=mực nước&tu=01/01/2090").content.decode()
    assert "Không thấy đoạn nào" in late
    assert client.get("/desk/nguon/tim/?tu=x&nguon=y&loai=z&noi=không đâu").status_code == 200


def test_an_article_shows_what_the_source_changed_and_where_it_was_cited(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client, one = browser(author), library.article()
    articles.take(one.source, [library.item(text="Hồ đã xả lũ.")])
    page = client.get(f"/desk/nguon/bai/{one.pk}/").content.decode()
    assert "Hồ đã xả lũ." in page
    assert "?ban=1" in page
    assert "Chưa dẫn" in page
    differs = client.get(f"/desk/nguon/bai/{one.pk}/?ban=1").content.decode()
    assert "<del>" in differs
    assert client.get("/desk/nguon/bai/999/").status_code == 404


def test_a_passage_fills_the_evidence_form_but_not_what_it_says_of_the_rumour(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client, one = browser(author), library.article()
    passage = Passage.objects.get()
    page = client.get(f"/desk/tin-don/{rumour.pk}/?doan={passage.pk}").content.decode()
    assert 'value="https://bao.example/1"' in page
    assert "Mực nước thấp hơn" in page
    assert '<option value="" selected' in page.split('name="stance"')[1].split("</select>")[0]
    whole = client.get(f"/desk/tin-don/{rumour.pk}/?bai={one.pk}").content.decode()
    assert 'value="Hồ chứa an toàn"' in whole


def test_what_is_gone_fills_nothing_in(browser: Browser, author: Account, rumour: Rumour) -> None:
    client = browser(author)
    for named in ("999", "x", "9" * 40, "²"):
        for what in ("doan", "bai", "kiem-chung"):
            answer = client.get(f"/desk/tin-don/{rumour.pk}/?{what}={named}")
            assert answer.status_code == 200


def test_who_does_no_desk_work_only_reads(browser: Browser, person: Maker, rumour: Rumour) -> None:
    one = library.article()
    client = browser(person("translator", rumour.desk, Role.TRANSLATOR))
    for path in ("", "tim/", f"bai/{one.pk}/", f"{one.source_id}/"):
        assert client.get(f"/desk/nguon/{path}").status_code == 200
    assert client.get("/desk/nguon/them/").status_code == 403
    assert client.get(f"/desk/nguon/{one.source_id}/sua/").status_code == 403
    assert client.post(f"/desk/nguon/{one.source_id}/dung/").status_code == 403
    assert client.post(f"/desk/nguon/{one.source_id}/tep/").status_code == 403
