from pathlib import Path

from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import translation

from kiemtin.web.templatetags.styleguide import SampleForm, style_samples

COMPONENTS = Path(__file__).parents[3] / "src/kiemtin/web/templates/components"


def test_samples_are_of_every_kind_that_a_component_tells_apart() -> None:
    samples = style_samples()
    assert {row.verdict for row in samples["rows"]} == {"agree", "conflict", "absent"}
    assert {bool(item.copy_sha256) for item in samples["evidence"]} == {True, False}
    assert [version.number for version in samples["versions"]] == [2, 1]
    assert samples["page"].has_other_pages()


def test_one_form_is_good_and_one_has_errors() -> None:
    samples = style_samples()
    assert isinstance(samples["form"], SampleForm)
    assert not samples["form"].is_bound
    assert samples["wrong"].errors


def test_the_style_page_shows_the_samples() -> None:
    with translation.override("vi"):
        page = render_to_string("styleguide.html", request=RequestFactory().get("/desk/styleguide"))
    for shown in ("ĐÚNG PHẦN LỚN", "còn 20 phút", "trễ", "Hoàn tác", "<dialog"):
        assert shown in page


def test_no_component_is_left_out_of_the_design_page() -> None:
    told = (Path(__file__).parents[3] / "docs/design.md").read_text(encoding="utf-8")
    assert [path.stem for path in COMPONENTS.glob("*.html") if f"`{path.stem}`" not in told] == []
