"""What has no sound is left out, signs get their names, and pauses stay pauses."""

import re

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.bulletin.spoken.signs import plain_figures, spoken_signs, without_addresses


def test_addresses_are_not_read_out() -> None:
    text = "Xem https://x.vn/a?b=1, thư a@b.vn hoặc tingia.gov.vn."
    said = " ".join(without_addresses(text, "trang của bàn").split())
    assert said == "Xem trang của bàn , thư hoặc tingia chấm gov chấm vn."


def test_signs_have_names_and_pictures_none() -> None:
    assert spoken_signs("A & B 😀 ≥ C") == "A và B từ C"
    assert spoken_signs("“đập” (vỡ)… thật!") == "đập, vỡ. thật!"
    assert spoken_signs("một – hai; ba/bốn") == "một, hai, ba, bốn"


def test_a_line_ends_with_a_pause() -> None:
    assert spoken_signs("một\n\nhai.\nba") == "một. hai. ba"


def test_figures_of_every_kind_become_common_ones() -> None:
    assert plain_figures("m³ ½ ٣ ①") == "m3 1/2 3 1"


@given(st.text(max_size=200))
def test_only_words_and_pauses_are_left(text: str) -> None:
    said = spoken_signs(text)
    assert not re.search(r"[^\w\s.,?!']|_|\s\s|[.,?!]\s?[.,?!]", said)
    assert said == said.strip()
