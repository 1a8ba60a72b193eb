"""The drill's library is made up, asks nobody, and shows an edit, a copy and foreign checks."""

from datetime import date

from kiemtin.desk.demo import shelves
from kiemtin.desk.demo.stories import DATA
from kiemtin.desk.models import Account, Article, ArticleText, Desk, ForeignCheck, Source
from kiemtin.matching.stance import suggest


def test_it_is_filled_by_files_with_an_edit_a_copy_and_foreign_checks(
    desk: Desk, author: Account, noon: object
) -> None:
    shelves.fill(desk, author)
    assert set(Source.objects.values_list("shape", flat=True)) == {"file"}
    assert ArticleText.objects.filter(number=2).count() == 1
    assert Article.objects.filter(same_as__isnull=False).count() == 1
    assert sorted(ForeignCheck.objects.values_list("verdict", flat=True)) == ["", "false"]


def test_every_address_is_an_example() -> None:
    links = [
        one.get("link") or one["url"]
        for told in shelves.sources()
        for one in (*told.get("items", ()), *told.get("checks", ()))
    ]
    assert links
    assert all(".example/" in link for link in links)


def test_of_one_claim_of_the_drill_a_passage_supports_it_and_another_refutes_it() -> None:
    claim = "Cả thôn Tân An 2, xã Bảo Hà phải dời đi vì quả đồi sau thôn đang nứt và trượt."
    assert claim in (DATA / "rumours.jsonl").read_text(encoding="utf-8")
    texts = [
        line
        for told in shelves.sources()
        for one in told.get("items", ())
        for line in one["text"].split("\n")
    ]
    found = [suggest(claim, text, day=date(2025, 10, 1)) for text in texts]
    shown = {one.kind for one in found if one.shown and one.reasons and one.reliability}
    assert shown >= {"supports", "refutes"}
