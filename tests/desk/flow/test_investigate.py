"""Evidence is kept byte for byte; two spellings of one origin are one; marked numbers stay."""

from datetime import timedelta
from hashlib import sha256

import pytest

from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import drafts, investigate
from kiemtin.desk.models import Account, Desk, Evidence, Identifier, Rumour
from kiemtin.desk.words import EvidenceKind
from kiemtin.media.refusal import CopyRefused
from tests.desk.steps import COPY, NOON, SOURCE, ask, prove, release, write

NUMBER = "0900 000 001"


def test_copy_is_kept_and_hashed_as_it_came(author: Account, rumour: Rumour) -> None:
    piece = Evidence.objects.get(pk=prove(author, rumour).pk)
    assert piece.copy_sha256 == sha256(COPY).hexdigest()
    assert piece.copy_name == "bang-do.txt"
    with piece.copy.open("rb") as kept:
        assert kept.read() == COPY


def test_two_spellings_of_an_origin_are_one(author: Account, rumour: Rumour) -> None:
    for spelling in ("Báo Bản Tin", "  báo  bản tin ", "BÁO BẢN TIN"):
        prove(author, rumour, origin=spelling, kind=EvidenceKind.SECONDARY)
    assert set(rumour.evidence.values_list("origin", flat=True)) == {"Báo Bản Tin"}
    assert not drafts.enough_evidence(rumour)


def test_evidence_without_copy_takes_one_once(author: Account, rumour: Rumour) -> None:
    piece = prove(author, rumour, copy=b"")
    assert not drafts.enough_evidence(rumour)
    investigate.add_copy(author, piece, COPY, "bang-do.txt")
    assert drafts.enough_evidence(rumour)
    with pytest.raises(FlowError) as refused:
        investigate.add_copy(author, piece, COPY + b"!", "khac.txt")
    assert refused.value.code == "has_copy"
    assert Evidence.objects.get(pk=piece.pk).copy_sha256 == sha256(COPY).hexdigest()


def test_removed_evidence_counts_no_more_but_stays_in_what_was_published(
    author: Account, colleague: Account, rumour: Rumour
) -> None:
    version = release(author, colleague, rumour)
    piece = rumour.evidence.get()
    investigate.remove_evidence(author, piece)
    assert not rumour.evidence.exists()
    assert not drafts.enough_evidence(rumour)
    version.refresh_from_db()
    assert [one["copy_sha256"] for one in version.evidence] == [sha256(COPY).hexdigest()]


def test_what_cannot_be_kept_is_refused(author: Account, stranger: Account, rumour: Rumour) -> None:
    with pytest.raises(CopyRefused):
        investigate.add_evidence(author, rumour, SOURCE, b"MZ\x90\x00" * 99, "anh.exe")
    with pytest.raises(FlowError) as refused:
        prove(author, rumour, origin="  ")
    assert refused.value.code == "no_source"
    with pytest.raises(NotAllowed):
        prove(stranger, rumour)
    assert not rumour.evidence.exists()


def test_marked_number_stays_in_later_messages(author: Account, desk: Desk, rumour: Rumour) -> None:
    text = f"Số {NUMBER} gọi đòi tiền cứu trợ"
    assert NUMBER not in ask(desk, "before", text).text
    for _again in range(2):
        investigate.mark_identifier(
            author, rumour, kind="phone", value=f" {NUMBER} ", reason="chính là số bị đồn"
        )
    assert Identifier.objects.get().value == NUMBER
    assert NUMBER in ask(desk, "after", text).text
    assert "0900 000 002" not in ask(desk, "other", f"{text}, 0900 000 002").text


def test_a_mark_says_why_and_an_answer_names_no_number(author: Account, rumour: Rumour) -> None:
    with pytest.raises(FlowError) as refused:
        investigate.mark_identifier(author, rumour, kind="phone", value=NUMBER, reason=" ")
    assert refused.value.code == "no_reason"
    answered = NOON + timedelta(hours=1)
    contact = investigate.record_contact(
        author,
        rumour,
        investigate.Contact("Trạm đo", "điện thoại", NOON, f"Gọi lại {NUMBER}", answered),
    )
    assert NUMBER not in contact.answer
    assert contact.answered_at == answered


@pytest.mark.parametrize("change", ["evidence", "contact"])
def test_what_a_page_shows_beside_the_text_is_a_new_revision_of_the_draft(
    author: Account, rumour: Rumour, change: str
) -> None:
    draft = write(author, rumour)
    before = (draft.revision, draft.content_hash)
    if change == "evidence":
        prove(author, rumour)
    else:
        contact = investigate.Contact("Trạm đo", "thư", NOON)
        investigate.record_contact(author, rumour, contact)
    draft.refresh_from_db()
    assert draft.revision > before[0]
    assert draft.content_hash != before[1]
