"""Forms that stand on one page keep their fields apart; days are typed as they are written here."""

from itertools import combinations

import pytest
from django.forms import Form

from kiemtin.web.desk import forms
from kiemtin.web.desk.views.people import DeskForm, PersonForm

RUMOUR_PAGE = (
    forms.AssessForm,
    forms.EvidenceForm,
    forms.ContactForm,
    forms.IdentifierForm,
    forms.HoldingForm,
    forms.NotCheckableForm,
    forms.ReasonForm,
)


def ids(form: type[Form]) -> set[str]:
    return {field.auto_id for field in form()}


@pytest.mark.parametrize("page", [RUMOUR_PAGE, (PersonForm, DeskForm)])
def test_no_two_fields_of_a_page_share_an_id(page: tuple[type[Form], ...]) -> None:
    assert [(a, b) for a, b in combinations(page, 2) if ids(a) & ids(b)] == []


@pytest.mark.parametrize("typed", ["22/11/2026", "2026-11-22"])
def test_a_day_is_read_as_written_here(typed: str) -> None:
    assert forms.day("Ngày").clean(typed).isoformat() == "2026-11-22"


def test_lines_of_a_draft_end_as_they_are_stored() -> None:
    assert forms.DraftForm.base_fields["why"].clean("một\r\nhai") == "một\nhai"
