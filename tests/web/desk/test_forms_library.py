"""A source is typed as an editor says it; what cannot be read of a search asks for nothing."""

from datetime import date

from kiemtin.desk.queries.sources import Filters
from kiemtin.desk.words_evidence import SourceKind, SourceShape
from kiemtin.web.desk.forms_library import SearchForm, SourceForm
from tests.desk import library


def test_what_is_typed_is_the_choice(db: None) -> None:
    typed = {"name": "Báo", "kind": "news", "shape": "sitemap", "address": "https://bao.example/s"}
    form = SourceForm(typed | {"place": "15", "whole_text": "on"})
    assert form.is_valid(), form.errors
    choice = form.choice()
    assert (choice.kind, choice.shape) == (SourceKind.NEWS, SourceShape.SITEMAP)
    assert (choice.place, choice.whole_text, choice.trust) == ("15", True, "")


def test_a_source_fills_its_form(db: None) -> None:
    form = SourceForm.of(library.source(trust="Tin địa phương"))
    assert form.initial["trust"] == "Tin địa phương"


def test_a_search_asks_for_what_could_be_read(db: None) -> None:
    source = library.source()
    form = SearchForm({"nguon": str(source.pk), "loai": "news", "tu": "01/11/2026", "noi": "15"})
    assert form.is_valid(), form.errors
    assert form.filters() == Filters(source.pk, "news", date(2026, 11, 1), None, "15")
    broken = SearchForm({"nguon": "x", "loai": "y", "tu": "z", "den": "z", "noi": "không đâu cả"})
    assert not broken.is_valid()
    assert not broken.filters().any
