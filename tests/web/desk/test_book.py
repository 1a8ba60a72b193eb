"""An entry of the desk's own book is told in a sentence, with the page of its record."""

import pytest
from django.utils import translation

from kiemtin.desk.models import Account, AuditEntry
from kiemtin.web.desk.book import told

AN = Account(pk=1, name="An")


def entry(act: str, kind: str = "", number: int | None = None, **details: object) -> AuditEntry:
    return AuditEntry(act=act, kind=kind, object=number, details=details, actor=AN)


def test_it_is_told_in_both_languages() -> None:
    attached = entry("message.attached", "message", 12, rumour=5)
    assert (told(attached).who, told(attached).what) == ("An", "gộp tin 12 vào tin đồn 5")
    with translation.override("en"):
        assert told(attached).what == "put message 12 into rumour 5"


def test_what_the_machine_did_is_the_machines() -> None:
    machine = entry("messages.imported", "desk", 1, new=2, known=0, bad=0)
    machine.actor = None
    assert told(machine).who == "Máy"


@pytest.mark.parametrize(
    ("kind", "details", "url"),
    [
        ("message", {}, "/desk/tin-den/7/"),
        ("rumour", {}, "/desk/tin-don/7/"),
        ("factcheck", {}, "/desk/da-cong-bo/7/"),
        ("draft", {"rumour": 3}, "/desk/tin-don/3/"),
        ("account", {}, ""),
    ],
)
def test_its_record_can_be_opened(kind: str, details: dict[str, object], url: str) -> None:
    assert told(entry("draft.saved", kind, 7, **details)).url == url


def test_a_code_of_another_time_and_a_missing_detail_are_no_error() -> None:
    assert told(entry("gone.act", "x", 1)).what == "gone.act"
    assert told(entry("message.attached", "message", 12)).what == "gộp tin 12 vào tin đồn ?"
