"""A receipt code is the same for the same item, guessable by nobody, and forgiving when typed."""

from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from kiemtin.desk import receipts

names = st.text(min_size=1, max_size=40)


@given(names, names)
def test_code_has_three_groups_of_clear_letters(channel: str, external_id: str) -> None:
    code = receipts.code(channel, external_id)
    assert code.count("-") == 2
    assert [len(part) for part in code.split("-")] == [4, 4, 4]
    assert set(code) <= {*receipts.ALPHABET, "-"}


@given(names, names)
def test_the_same_item_gets_the_same_code(channel: str, external_id: str) -> None:
    assert receipts.code(channel, external_id) == receipts.code(channel, external_id)


@given(names, names, names)
def test_another_item_or_channel_gets_another_code(channel: str, one: str, two: str) -> None:
    if one != two:
        assert receipts.code(channel, one) != receipts.code(channel, two)
        assert receipts.code(one, channel) != receipts.code(two, channel)


def test_code_depends_on_the_secret_of_the_desk(settings: Settings) -> None:
    before = receipts.code("web", "1")
    settings.SECRET_KEY = "another secret of another desk"
    assert receipts.code("web", "1") != before


@given(names, st.data())
def test_typed_by_hand_it_is_still_found(external_id: str, data: st.DataObject) -> None:
    code = receipts.code("web", external_id)
    wrong = {"0": "oO0", "1": "iIlL1", "-": ["", " ", "-", "–", " - "]}
    typed = "".join(
        data.draw(st.sampled_from(list(wrong.get(sign, [sign, sign.lower()])))) for sign in code
    )
    assert receipts.tidy(f" {typed} ") == code
    assert receipts.lookup(typed) == receipts.lookup(code)


@given(st.text())
def test_whatever_is_typed_is_looked_up_without_error(typed: str) -> None:
    assert receipts.tidy(receipts.tidy(typed)) == receipts.tidy(typed)
    assert len(receipts.lookup(typed)) == 64


def test_the_database_learns_nothing_of_the_code() -> None:
    code = receipts.code("web", "1")
    assert code.replace("-", "").lower() not in receipts.lookup(code)
    assert receipts.lookup(code) != receipts.lookup(receipts.code("web", "2"))
