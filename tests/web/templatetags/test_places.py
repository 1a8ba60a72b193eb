"""A page of the desk names places, what was removed and what was refused in words."""

from django.template import Context, Template
from django.utils import translation

from kiemtin.text.canonical import TextRefused
from kiemtin.text.redact import KINDS
from kiemtin.web.templatetags.places import kinds, said


def shown(source: str, **values: object) -> str:
    return Template("{% load places %}" + source).render(Context(values))


def test_a_code_is_shown_by_the_name_of_its_place() -> None:
    assert shown("{{ code|place_name }}", code="15") == "Tỉnh Lào Cai"
    assert shown("{{ code|place_name }}", code="") == ""


def test_a_message_of_danger_sounds_urgent() -> None:
    source = "{% if text|sounds_urgent %}gấp{% endif %}"
    assert shown(source, text="Đập Nậm Mẫu vỡ rồi, chạy ngay") == "gấp"
    assert shown(source, text="Giá quế hôm nay bao nhiêu") == ""


def test_what_was_removed_is_told_in_words_in_its_order() -> None:
    with translation.override("vi"):
        assert kinds(["phone", "person_name"]) == "số điện thoại, tên người"
        assert kinds([]) == ""


def test_every_kind_that_is_removed_has_its_words() -> None:
    codes = list(KINDS)
    assert codes
    with translation.override("vi"):
        words = [kinds([code]) for code in codes]
    assert not set(words) & set(codes)
    assert len(set(words)) == len(codes)


def test_a_refusal_is_said_in_the_readers_language() -> None:
    error = TextRefused("too_long", {"limit": 1, "length": 2})
    for language, sentence in (("vi", error.vi()), ("en", error.en())):
        with translation.override(language):
            assert said(error) == sentence
