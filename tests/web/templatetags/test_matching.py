"""The inbox says why the machine answers nobody by itself, and is silent when it may."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import override

from kiemtin.desk.flow import encoding
from kiemtin.web.templatetags.matching import only_suggests
from tests.matching.encoders import tiny


@pytest.fixture
def chosen(settings: Any) -> Iterator[Any]:
    """The settings, which are read anew and afterwards are as before."""
    encoding.forget()
    yield settings
    encoding.forget()


def test_the_default_says_nothing(chosen: Any) -> None:
    assert only_suggests() == ""


def test_without_an_encoder_it_is_words_only(chosen: Any) -> None:
    chosen.ENCODER = "none"
    assert "chỉ được so theo từ" in only_suggests()
    with override("en"):
        assert "by words only" in only_suggests()


def test_another_encoder_is_no_reason_to_hide_its_suggestions(
    chosen: Any, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chosen.ENCODER = str(tiny.write_folder(tmp_path_factory.mktemp("e") / "model"))
    with override("en"):
        assert "no decision model of its own" in only_suggests()
