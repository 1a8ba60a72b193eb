"""The log's filters: what cannot be read is left out."""

from datetime import date

from kiemtin.web.public.forms.log import LogForm


def chosen(**given: str) -> dict[str, object]:
    form = LogForm(given)
    form.is_valid()
    return form.chosen()


def test_what_can_be_read_is_used() -> None:
    assert chosen(q=" đập ", kind="publication", day="2025-10-01") == {
        "words": "đập",
        "kind": "publication",
        "day": date(2025, 10, 1),
    }


def test_what_cannot_is_left_out() -> None:
    assert chosen(kind="x", day="hôm qua") == {"words": "", "kind": "", "day": None}


def test_a_page_number_is_no_filter() -> None:
    assert not LogForm({"page": "2", "q": " "}).in_use()
    assert LogForm({"q": "đập"}).in_use()
