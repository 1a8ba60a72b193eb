"""Phrases are found with their marks, without any, and behind the short forms of messages."""

import pytest

from kiemtin.text.checkable.reader import Phrases, words_of

TABLE = Phrases({"feeling": ["chán quá", "chán"], "asking": ["không biết"]})


def found(text: str) -> list[tuple[str, str]]:
    said, bare = words_of(text)
    return [(one.group, text[slice(*one.span)]) for one in TABLE.find(said, bare=bare)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chán quá đi", [("feeling", "Chán quá")]),
        ("chan qua di thoi", [("feeling", "chan qua")]),
        ("chán wá", [("feeling", "chán wá")]),
        ("k biết nữa", [("asking", "k biết")]),
        ("chân quả", []),
        ("chặn đường", []),
    ],
)
def test_phrases_are_read_as_people_write_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_longest_phrase_wins_and_none_overlaps() -> None:
    assert found("chán quá, chán") == [("feeling", "chán quá"), ("feeling", "chán")]


def test_a_short_form_of_two_words_stands_at_one_place() -> None:
    said, _ = words_of("ngta bảo")
    assert [word.flat for word in said] == ["nguoi", "ta", "bao"]
    assert said[0].span == said[1].span == (0, 4)
