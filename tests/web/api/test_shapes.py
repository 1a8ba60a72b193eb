"""Records as the API says them."""

from collections.abc import Sequence

from kiemtin.desk.flow import holding, listen, respond
from kiemtin.desk.models import Objection, Version
from kiemtin.desk.queries import public, search
from kiemtin.desk.words import HeldBack, ObjectionOutcome, VersionKind
from kiemtin.matching.types import Reason, Row
from kiemtin.web.api import schemas, shapes
from tests.support.publishing import Staff
from tests.web.public.conftest import (
    author,
    colleague,
    dam,
    desk,
    nothing_remembered,
    person,
    staff,
)

__all__ = ["author", "colleague", "dam", "desk", "nothing_remembered", "person", "staff"]


def test_a_place_has_its_name() -> None:
    assert shapes.place("15").name == "Tỉnh Lào Cai"
    assert shapes.place("").name == ""


def test_the_whole_says_what_the_row_says(dam: Version) -> None:
    page = public.page(dam.fact_check.slug)
    assert page is not None
    row, whole = shapes.row(page.fact_check, page.version), shapes.full(page)
    assert whole.model_dump().items() >= row.model_dump().items()
    assert whole.versions[0].log_entry == dam.log_entry.number


def test_answered_objections_come_with_their_outcome(staff: Staff, dam: Version) -> None:
    for name in ("waits", "refused", "accepted"):
        listen.object_to(dam.fact_check, f"Sai giờ, {name}", external_id=name)
    refused, accepted = (
        Objection.objects.get(external_id=name) for name in ("refused", "accepted")
    )
    respond.hold_back(staff.signer, refused, HeldBack.ABUSE)
    listen.answer_objection(staff.signer, refused, ObjectionOutcome.REFUSED, "Giờ đúng.")
    respond.add_note(staff.author, refused, "Xin nói thêm.")
    listen.answer_objection(staff.author, accepted, ObjectionOutcome.ACCEPTED, "Đúng, sẽ sửa.")
    first, second = said(dam)
    assert (first.state, first.corrected_in, first.text) == (
        "correcting",
        None,
        "Sai giờ, accepted",
    )
    assert first.correction_due is not None
    assert (second.state, second.held_back, second.text) == ("refused", "abuse", "")
    assert [one.text for one in second.notes] == ["Xin nói thêm."]
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Sai giờ.")
    first, _ = said(dam)
    assert (first.state, first.corrected_in, first.correction_due) == ("corrected", 2, None)


def said(version: Version) -> Sequence[schemas.Objection]:
    """The objections of its fact-check as the API says them."""
    page = public.page(version.fact_check.slug)
    assert page is not None
    return shapes.full(page).objections


def test_a_match_keeps_its_reasons_and_details(dam: Version) -> None:
    found = search.Found(
        dam.fact_check,
        dam,
        0.98765432,
        (Reason("nothing_close"),),
        (Row("date", None, "9/9", "absent"),),
    )
    said = shapes.found(found)
    assert said.probability == 0.9877
    assert (said.reasons[0].code, said.details[0].query_value) == ("nothing_close", None)


def test_a_holding_line_says_until_when(staff: Staff) -> None:
    line = holding.publish_holding_line(
        staff.signer, staff.open(), safe_action="Lên cao.", checking="Đang gọi."
    )
    said = shapes.holding_line(line)
    assert said is not None
    assert (said.safe_action, said.expires_at) == ("Lên cao.", line.expires_at)
    assert shapes.holding_line(None) is None


def test_each_claim_of_a_text_has_its_own_answer(dam: Version) -> None:
    one = search.Answer("new", text="Cầu sập")
    known = search.Answer("same", text="Đập vỡ", being_checked=True)
    said = shapes.checked(search.Answer("maybe", parts=(one, known)))
    assert [(claim.text, claim.decision) for claim in said.claims] == [
        ("Cầu sập", "new"),
        ("Đập vỡ", "same"),
    ]
    assert said.claims[1].being_checked
    assert shapes.checked(one).claims == []
