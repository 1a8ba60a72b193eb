"""The labelled set of `cases`, line by line."""

import re

import pytest

from kiemtin.text.canonical import canonical
from kiemtin.text.redact import MARKERS, redact
from tests.text.redact.cases import GOES, STAYS

_FRAME = re.compile(r"\{(\w+)\|([^}]*)\}")
_MARKER = {str(kind): marker for kind, marker in MARKERS.items()}


def _lines(table: str) -> list[str]:
    return [line for line in table.strip().splitlines() if not line.startswith("#")]


def test_the_labelled_set_is_large_enough() -> None:
    assert len(_lines(GOES)) >= 120
    assert len(_lines(STAYS)) >= 80


@pytest.mark.parametrize("line", _lines(GOES))
def test_what_names_a_person_goes(line: str) -> None:
    typed = _FRAME.sub(r"\2", line)
    expected = canonical(_FRAME.sub(lambda frame: _MARKER[frame[1]], line))
    redaction = redact(typed)
    assert redaction.text == expected
    assert [one.kind for one in redaction.removed] == [frame[1] for frame in _FRAME.finditer(line)]


@pytest.mark.parametrize("line", _lines(STAYS))
def test_what_decides_a_claim_stays(line: str) -> None:
    redaction = redact(line)
    assert redaction.text == canonical(line)
    assert redaction.removed == ()
