"""The list that a place picker shows."""

import pytest
from django.test import Client


def test_the_picker_gets_code_label_and_note(db: None) -> None:
    answer = Client().get("/noi/", {"q": "huyen bao yen"})
    found = answer.json()
    assert set(found[0]) == {"code", "label", "note"}
    assert "Bảo Yên" in found[0]["note"]
    assert answer["Cache-Control"].startswith("public")


@pytest.mark.parametrize("query", ["", "a" * 5000, "\x00", "'; --"])
def test_the_picker_takes_anything(db: None, query: str) -> None:
    assert Client().get("/noi/", {"q": query}).status_code == 200
