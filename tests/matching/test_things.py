"""A thing of the claim of which a message has nothing, with other words instead, raises a doubt."""

import datetime as dt
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.reading import read
from kiemtin.matching.things import listed, thing_rows
from kiemtin.text.canonical import canonical

_TODAY = dt.date(2026, 4, 4)
_FIRE = "Rừng thông xã Tả Phời cháy 8 ha đêm 3/4"
_MELONS = "Dưa hấu ở xã Ea Súp bị tiêm đường hóa học trước khi bán"
_TRAIN = "Tàu SP8 từ Lào Cai đi Hà Nội đổi giờ chạy thành 15 giờ 30 từ 10/7/2026"


def _instead(message: str, claim: str) -> list[tuple[str | None, str | None]]:
    rows = thing_rows(read(message, _TODAY), read(claim, _TODAY))
    assert all((row.kind, row.verdict) == ("word", "conflict") for row in rows)
    return [(row.query_value, row.entry_value) for row in rows]


@pytest.mark.parametrize(
    ("message", "claim", "expected"),
    [
        ("Tả Phời cháy 8 ha nương cỏ khô đêm 3/4 hả", _FIRE, ("nương cỏ khô", "Rừng thông")),
        ("Ea Súp bơm thạch vào hồng xiêm trước khi bán đó", _MELONS, ("thạch", "Dưa hấu")),
        ("o ea sup chom chom bi tiem duong hoa hoc", _MELONS, ("chom chom", "Dưa hấu")),
    ],
)
def test_other_words_in_the_stead_of_a_thing_are_seen_in_any_order(
    message: str, claim: str, expected: tuple[str, str]
) -> None:
    ((said, stated),) = _instead(message, claim)
    assert expected[0] in (said or "")
    assert stated == expected[1]


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        (_FIRE, _FIRE),
        ("đêm 3/4 Tả Phời cháy mất 8 ha rừng rồi, xe cứu hỏa chạy suốt", _FIRE),
        ("Ea Súp người ta chích đường hóa học vô dưa hấu rồi mới bán", _MELONS),
        ("ea sup dh bi tiem duong hoa hoc roi moi ban", _MELONS),
        ("15 giờ 30 SP8 ở ga Lào Cai mới chạy, từ 10/7 nghen", _TRAIN),
        ("thịt heo bịnh dịch tả ăn vô là lây bịnh liền đó", "Ăn thịt lợn dịch tả lợn sẽ lây bệnh"),
        ("dân bên Bản Lầu hùn tiền mua", "Mỗi cá nhân ở xã Bản Lầu góp tiền mua ruộng"),
        ("chỗ Cốc San đòi nộp 5 triệu", "Bị yêu cầu nộp 5 triệu ở xã Cốc San"),
        ("", _FIRE),
    ],
)
def test_a_thing_that_is_said_in_some_form_is_not_missed(message: str, claim: str) -> None:
    assert _instead(message, claim) == []


def test_a_thing_that_is_merely_left_out_raises_no_doubt() -> None:
    assert _instead("Tả Phời cháy 8 ha đêm 3/4 thật không", _FIRE) == []
    assert _instead("Tả Phời cháy 8 ha đêm 3/4, nhà cháu sợ khiếp vía", _FIRE) == []


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_read_and_rows_point_into_them(message: str, claim: str) -> None:
    for row in thing_rows(read(message, _TODAY), read(claim, _TODAY)):
        assert row.query_span
        assert row.entry_span
        assert message[slice(*row.query_span)] == row.query_value
        assert claim[slice(*row.entry_span)] == row.entry_value


def test_each_form_is_listed_once_in_lower_case_and_each_table_exists() -> None:
    folder = files("kiemtin.matching")
    lines = folder.joinpath("things.txt").read_text(encoding="utf-8").splitlines()
    forms = [word for line in lines if line[:1] not in ("#", "=", "!") for word in line.split()]
    tables = folder.joinpath("nouns.txt").read_text(encoding="utf-8").splitlines()
    assert [one for one in forms if one != canonical(one).lower() or one.count("_") > 1] == []
    assert sorted(one for one in set(forms) if forms.count(one) > 1) == []
    assert listed().tables <= {line[1:].strip() for line in tables if line.startswith("#")}
