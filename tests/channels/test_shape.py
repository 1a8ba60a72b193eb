"""An Inbound that exists is one that can be received; anything else is refused with the reason."""

import contextlib
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.refusal import FileRefused, InboundRefused, RowRefused
from kiemtin.channels.shape import HEARD_VIA, MAX_PICTURES, VIETNAM, Inbound, phone_number

AT = datetime(2026, 11, 22, 14, 5, tzinfo=VIETNAM)
FITTING: dict[str, Any] = {
    "channel": "form",
    "external_id": "a1",
    "text": "Nghe nói đập vỡ, có đúng không?",
    "received_at": AT,
}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"channel": "zalo-oa_2"},
        {"external_id": "x" * 200},
        {"text": "", "pictures": (b"x",)},
        {"pictures": (b"x",) * MAX_PICTURES},
        {"wants_answer": True, "reply_to": "0900 000 001"},
        {"heard_on": date(2026, 11, 22)},
        {"heard_on": date(2026, 11, 23), "received_at": datetime(2026, 11, 22, 17, 1, tzinfo=UTC)},
        *({"heard_via": via} for via in HEARD_VIA),
    ],
)
def test_a_fitting_item_is_taken(changes: dict[str, Any]) -> None:
    item = Inbound(**FITTING | changes)
    assert {name: getattr(item, name) for name in changes} == changes


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"channel": ""}, "channel"),
        ({"channel": "Form"}, "channel"),
        ({"channel": "a b"}, "channel"),
        ({"channel": "form\n"}, "channel"),
        ({"channel": "x" * 33}, "channel"),
        ({"external_id": ""}, "external_id"),
        ({"external_id": "x" * 201}, "external_id"),
        ({"external_id": "a\nb"}, "external_id"),
        ({"external_id": "a\x00"}, "external_id"),
        ({"external_id": "\ud800"}, "external_id"),
        ({"text": ""}, "nothing"),
        ({"text": " \n\t"}, "nothing"),
        ({"text": "a\ud83d"}, "characters"),
        ({"received_at": AT.replace(tzinfo=None)}, "time_zone"),
        ({"heard_via": "friend"}, "heard_via"),
        ({"heard_on": date(2026, 11, 23)}, "heard_later"),
        ({"reply_to": "0900 000 001"}, "reply_not_wanted"),
        ({"pictures": (b"x",) * (MAX_PICTURES + 1)}, "too_many_pictures"),
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, Any], code: str) -> None:
    with pytest.raises(InboundRefused) as caught:
        Inbound(**FITTING | changes)
    assert caught.value.code == code
    assert caught.value.vi() != caught.value.en()


@pytest.mark.parametrize("name", ["text", "external_id", "reply_to"])
def test_an_item_cannot_be_changed(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(Inbound(**FITTING), name, "khác")


def test_what_was_written_never_shows_when_the_item_is_printed() -> None:
    canary = {"text": "canary", "reply_to": "canary", "pictures": (b"canary",)}
    item = Inbound(**FITTING | canary | {"wants_answer": True})
    assert "canary" not in f"{item!r} {item}"
    with pytest.raises(InboundRefused) as caught:
        Inbound(**FITTING | canary)
    assert "canary" not in f"{caught.value!r} {caught.value.vi()} {caught.value.params}"


TEXT = st.text(max_size=8)


ANY_VALUES = st.fixed_dictionaries(
    {
        "channel": TEXT | st.just("form"),
        "external_id": TEXT,
        "text": TEXT,
        "heard_via": TEXT | st.sampled_from(HEARD_VIA),
        "heard_on": st.none() | st.dates(),
        "wants_answer": st.booleans(),
        "reply_to": st.none() | TEXT,
    }
)


@given(ANY_VALUES)
def test_any_values_make_an_item_or_a_refusal(values: dict[str, Any]) -> None:
    with contextlib.suppress(InboundRefused):
        item = Inbound(received_at=AT, **values)
        f"{item.text}{item.external_id}{item.reply_to}".encode()
        assert item.heard_via in HEARD_VIA
        assert item.wants_answer or item.reply_to is None


def test_every_refusal_speaks_both_languages() -> None:
    names = "got limit allowed length heard_on received_on column columns line options expected"
    params = dict.fromkeys(f"{names} name size found".split(), "1")
    for kind in (InboundRefused, RowRefused, FileRefused):
        for code in kind.sentences:
            refused = kind(code, params)
            assert refused.vi() != refused.en()


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        ("0900 000 001", "+84900000001"),
        ("+84 900.000.001", "+84900000001"),
        ("84900000001", "+84900000001"),
        ("0084-900-000-001", "+84900000001"),
        ("(024) 3000 0001", "+842430000001"),
        ("0043 660 0000001", "+436600000001"),
        ("+436600000001", "+436600000001"),
        ("1900", "1900"),
        (" Viettel ", "Viettel"),
    ],
)
def test_a_telephone_number_has_one_spelling(raw: str, number: str) -> None:
    assert phone_number(raw) == number


@given(st.text(max_size=20))
def test_a_number_in_its_one_spelling_stays(raw: str) -> None:
    assert phone_number(phone_number(raw)) == phone_number(raw)
