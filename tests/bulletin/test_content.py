"""A content that exists can be shown; what could not is refused with the field."""

from datetime import date
from typing import Any

import pytest

from kiemtin.bulletin.content import Evidence
from kiemtin.bulletin.refusal import ContentRefused
from tests.bulletin.contents import AT, DAM, dam


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"claim": " "}, "empty"),
        ({"fact": ""}, "empty"),
        ({"desk_name": ""}, "empty"),
        ({"slug": ""}, "empty"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "/kiem-chung/1"}, "url"),
        ({"verdict": "fake"}, "verdict"),
        ({"kind": "edit"}, "kind"),
        ({"checked_at": AT.replace(tzinfo=None)}, "time_zone"),
        ({"next_update_at": AT.replace(tzinfo=None)}, "time_zone"),
        ({"version": 0}, "version"),
        ({"valid_until": date(2026, 11, 21)}, "validity"),
        ({"kind": "amendment"}, "empty"),
        ({"kind": "withdrawal", "what_was_wrong": " "}, "empty"),
    ],
)
def test_what_could_not_be_shown_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(ContentRefused) as caught:
        dam(**changes)
    assert caught.value.code == code
    assert caught.value.vi() != caught.value.en()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"stance": "pro"}, "kind"),
        ({"kind": "third"}, "kind"),
        ({"url": "ftp://example.org/a"}, "url"),
        ({"archived_sha256": "AB" * 32}, "sha256"),
        ({"archived_sha256": "ab"}, "sha256"),
    ],
)
def test_evidence_that_could_not_be_shown_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(ContentRefused) as caught:
        Evidence("Nguồn", "Tên", **changes)
    assert caught.value.code == code


def test_a_verdict_has_its_word_and_sign() -> None:
    assert (DAM.ruling.vi, DAM.ruling.en, DAM.ruling.mark) == ("Sai", "False", "✕")
    assert not DAM.withdrawn
    assert dam(kind="withdrawal", what_was_wrong="Nhầm đập.").withdrawn
