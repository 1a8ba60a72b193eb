"""What the approver sees is what will go out: the same texts, under the address of the page."""

import pytest

from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.short_text import SHARE_CHARS
from kiemtin.desk.contents import address_of
from kiemtin.desk.flow import drafts
from kiemtin.desk.models import Draft
from kiemtin.desk.words import VersionKind
from kiemtin.web.desk.preview import Form, content_of, forms_of
from tests.support.publishing import DAM, Staff


@pytest.fixture
def begun(staff: Staff) -> Draft:
    """A draft of which nothing but the claim is written."""
    return drafts.open_draft(staff.author, staff.open())


@pytest.fixture
def written(staff: Staff, begun: Draft) -> Draft:
    """A draft with all its texts."""
    return drafts.save(staff.author, begun, DAM, based_on=begun.revision)


def test_an_unfinished_draft_has_no_forms(begun: Draft) -> None:
    with pytest.raises(ContentRefused):
        content_of(begun)
    assert forms_of(begun) == []


def test_every_text_carries_the_fact_and_what_is_read_the_address(written: Draft) -> None:
    shared, answer, marked, bare, loud, letter = forms_of(written)
    address = content_of(written).url
    for form in (shared, answer, letter):
        assert str(DAM["fact"]) in " ".join(form.text.split())
        assert address in form.text
    assert shared.length <= SHARE_CHARS
    assert "UCS-2" in marked.note
    assert "GSM-7" in bare.note
    assert "giây" in loud.note


def test_the_first_version_stands_under_the_claims_own_address(written: Draft) -> None:
    content = content_of(written)
    assert content.version == 1
    assert content.slug.endswith(f"-{written.rumour.pk}")
    assert content.url == address_of(content.slug)
    assert content.place_name == "Tỉnh Lào Cai"
    assert content.desk_name == written.rumour.desk.name


def test_the_next_version_keeps_the_address_and_counts_on(staff: Staff) -> None:
    version = staff.publish()
    draft = drafts.amend(staff.author, version.fact_check, VersionKind.AMENDMENT)
    changed = draft.content() | {"what_was_wrong": "Bản trước bỏ sót giờ xả."}
    content = content_of(drafts.save(staff.author, draft, changed, based_on=draft.revision))
    assert (content.slug, content.version) == (version.fact_check.slug, 2)
    assert content.what_was_wrong == "Bản trước bỏ sót giờ xả."


def test_a_length_counts_characters() -> None:
    assert Form("Trả lời", "Đập còn nguyên").length == 14
