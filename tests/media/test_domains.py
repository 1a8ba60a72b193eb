"""An address that imitates a known one is told from it and from what is merely another address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.domains import SAYS, look_alikes

KNOWN = ("nganhangmau.com.vn", "tinh-mau.gov.vn", "baomau.vn", "dienlucmau.vn")


@pytest.mark.parametrize(
    ("host", "known", "how"),
    [
        ("nganhangmau.com.vn.dang-nhap.example", "nganhangmau.com.vn", "inside"),
        ("nganhangmau-com-vn.example", "nganhangmau.com.vn", "inside"),
        ("ngаnhangmau.com.vn", "nganhangmau.com.vn", "letters"),
        ("nganhangrnau.com.vn", "nganhangmau.com.vn", "letters"),
        ("ngânhàngmẫu.com.vn", "nganhangmau.com.vn", "letters"),
        ("xn--ngnhangmau-0qi.com.vn", "nganhangmau.com.vn", "letters"),
        ("d1enlucmau.vn", "dienlucmau.vn", "letters"),
        ("nganhangrnau.com.example", "nganhangmau.com.vn", "letters"),
        ("nganhangmau.example", "nganhangmau.com.vn", "ending"),
        ("nganhangmau-hotro.vn", "nganhangmau.com.vn", "added"),
        ("tinhmaugov.example", "tinh-mau.gov.vn", "added"),
        ("nganhagmau.com.vn", "nganhangmau.com.vn", "typo"),
        ("nganhnagmau.vn", "nganhangmau.com.vn", "typo"),
        ("HTTPS.DienLucMua.vn:8443", "dienlucmau.vn", "typo"),
    ],
)
def test_an_imitation_is_told_by_its_way(host: str, known: str, how: str) -> None:
    found = look_alikes(host, KNOWN)
    assert (found[0].known, found[0].how) == (known, how)
    assert found[0].known in found[0].says.vi
    assert found[0].own in found[0].says.en


@pytest.mark.parametrize(
    "host",
    [
        "nganhangmau.com.vn",
        "www.nganhangmau.com.vn",
        "the.nganhangmau.com.vn.",
        "thoitiet.example",
        "mau.vn",
        "baocao.vn",
        "127.0.0.1",
        "",
        "localhost",
    ],
)
def test_the_known_itself_and_any_other_address_are_left_alone(host: str) -> None:
    assert look_alikes(host, KNOWN) == []


def test_nothing_known_is_nothing_imitated() -> None:
    assert look_alikes("nganhangmau.example", ()) == []
    assert look_alikes("nganhangmau.example", ("vn", "")) == []


@given(st.text(max_size=60), st.lists(st.text(max_size=30), max_size=3))
def test_no_text_whatever_breaks_it(host: str, known: list[str]) -> None:
    for one in look_alikes(host, known):
        assert one.how in SAYS


@given(st.sampled_from(KNOWN), st.data())
def test_one_letter_dropped_is_still_seen(known: str, data: st.DataObject) -> None:
    name, _, ending = known.partition(".")
    at = data.draw(st.integers(0, len(name) - 1))
    host = f"{name[:at]}{name[at + 1 :]}.{ending}"
    if len(name) > 6:
        assert any(one.known == known for one in look_alikes(host, [known]))
