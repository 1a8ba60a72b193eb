"""Every unit is reached by its own name, some by names in common use as well."""

from kiemtin.text.places.called import names_of
from kiemtin.text.places.load import load
from kiemtin.text.places.names import ALIASES, spaced_key

UNITS = load()[1]
NAMES = names_of(UNITS)


def test_every_unit_is_called_by_its_name() -> None:
    assert [one.unit for one in NAMES[: len(UNITS)]] == UNITS
    assert all(one.name == one.unit.called for one in NAMES[: len(UNITS)])


def test_every_name_in_common_use_leads_to_a_unit() -> None:
    assert {one.name for one in NAMES[len(UNITS) :]} == set(ALIASES)


def test_the_keys_are_those_of_the_names() -> None:
    assert all(one.key == spaced_key(one.name) for one in NAMES[:200] + NAMES[-50:])
