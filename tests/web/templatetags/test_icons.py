import pytest

from kiemtin.web.templatetags.icons import FOLDER, icon, strokes


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.svg")))
def test_every_drawing_can_stand_in_a_page(name: str) -> None:
    drawn = icon(name)
    assert drawn.count("<svg") == drawn.count("</svg>") == 1
    assert 'aria-hidden="true"' in drawn


def test_a_label_makes_an_icon_speak_and_is_escaped() -> None:
    drawn = icon("check", "giống <đúng>")
    assert 'role="img"' in drawn
    assert 'aria-label="giống &lt;đúng&gt;"' in drawn
    assert "aria-hidden" not in drawn


def test_an_unknown_icon_is_refused_with_those_that_exist() -> None:
    with pytest.raises(LookupError, match=r"'tick'.*check.*quarter"):
        strokes("tick")
