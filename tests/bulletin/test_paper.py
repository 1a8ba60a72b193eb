"""Letters and colours of posters and cards."""

import re
import unicodedata

import pytest

from kiemtin.bulletin.paper import (
    HEAVY,
    PLAIN,
    STRONG,
    VERDICT_INKS,
    drawable,
    face,
    font_file,
    width,
)
from kiemtin.bulletin.refusal import ContentRefused
from scripts.build_fonts import ON_PAPER, PAPER_WEIGHTS, TARGET
from tests.support.tree import SOURCE

VIETNAMESE = "".join(map(chr, range(0x1EA0, 0x1EFA))) + "ĂăÂâĐđÊêÔôƠơƯưàáãèéìíòóõùúý"


@pytest.mark.parametrize("weight", [PLAIN, STRONG, HEAVY])
def test_every_weight_has_all_vietnamese_letters_figures_and_marks(weight: int) -> None:
    known = face(weight).face.charToGlyph
    wanted = VIETNAMESE + "".join(map(chr, range(0x20, 0x7F))) + "“”‘’–—…·₫\u00a0\u0301\u0323"
    assert [char for char in wanted if ord(char) not in known] == []


def test_the_fonts_lie_in_the_package_with_their_licence() -> None:
    assert sorted(PAPER_WEIGHTS) == [PLAIN, STRONG, HEAVY]
    for weight in PAPER_WEIGHTS:
        assert font_file(weight).parent == TARGET / ON_PAPER
        assert font_file(weight).stat().st_size < 60_000
    licence = (TARGET / ON_PAPER / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence


def test_the_colours_are_those_of_the_pages() -> None:
    tokens = (SOURCE / "web/static/kiemtin/css/tokens.css").read_text(encoding="utf-8")
    light = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", tokens.split("@media")[0]))
    assert {code: light[code.replace("_", "-")] for code in VERDICT_INKS} == VERDICT_INKS


def test_what_is_typed_in_pieces_is_drawn_whole() -> None:
    assert drawable(unicodedata.normalize("NFD", "Đập  vỡ\nrồi")) == "Đập vỡ rồi"


def test_signs_that_the_font_lacks_are_left_out_and_letters_are_refused() -> None:
    assert drawable("Đập vỡ 😱⚠️ rồi\u200b") == "Đập vỡ rồi"
    with pytest.raises(ContentRefused) as refused:
        drawable("Tin từ 云南")
    assert refused.value.code == "letters"
    assert "U+4E91" in refused.value.vi()


def test_widths_grow_with_the_size_and_the_weight() -> None:
    assert width("Đập", PLAIN, 20) == pytest.approx(2 * width("Đập", PLAIN, 10))
    assert width("Đập", HEAVY, 10) > width("Đập", PLAIN, 10)
