"""What several readers say is joined; one of them that cannot read takes nothing from the rest."""

import pytest

from kiemtin.media.document import TYPES
from kiemtin.media.inside import CopyRefused, Inside, ReaderRefused
from kiemtin.media.inside.hints import Hint
from kiemtin.media.inside.look import LOOKERS, join, look
from kiemtin.media.inside.shape import Fact, Found
from tests.media.inside.papers import wacz

TEXT = Inside("text", "text/plain", "0" * 64, 3)


def test_texts_stand_one_after_the_other_and_the_first_number_counts() -> None:
    one = Found("a", pages=1, facts=(Fact("title", "x"),), warnings=(Hint("no_text"),))
    two = Found("b", pages=2, width=9, facts=(Fact("title", "x"),), warnings=(Hint("no_text"),))
    both = join(join(TEXT, one), two)
    assert (both.text, both.pages, both.width) == ("a\n\nb", 1, 9)
    assert (len(both.facts), len(both.warnings)) == (1, 1)


def broken(_data: bytes, _kind: str) -> Found:
    raise ReaderRefused("broken")


def said(_data: bytes, _kind: str) -> Found:
    return Found("a")


def test_a_further_reader_that_cannot_read_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LOOKERS, "text", (said, broken))
    inside = look(b"abc", "a.txt")
    assert inside.text == "a"
    assert [one.code for one in inside.warnings] == ["not_read"]
    assert "hỏng" in inside.warnings[0].vi()
    assert "damaged" in inside.warnings[0].en()


def test_a_first_reader_that_cannot_read_leaves_the_file_to_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(LOOKERS, "text", (broken, said))
    inside = look(b"abc", "a.txt")
    assert (inside.text, [one.code for one in inside.warnings]) == ("a", ["not_read"])


def test_a_file_that_no_reader_can_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for lookers in ((broken,), (broken, broken)):
        monkeypatch.setitem(LOOKERS, "text", lookers)
        with pytest.raises(ReaderRefused):
            look(b"abc", "a.txt")


def test_a_kind_without_a_reader_is_what_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LOOKERS, "wacz", ())
    inside = look(wacz(), "a.wacz")
    assert (inside.kind, inside.content_type, inside.text) == ("wacz", TYPES["wacz"], "")


def test_readers_are_for_kinds_that_are_kept() -> None:
    assert set(LOOKERS) <= set(TYPES)


def test_what_is_no_copy_is_refused_unread() -> None:
    with pytest.raises(CopyRefused):
        look(b"MZ\x90\x00", "a.pdf")
