"""What the pages say in Vietnamese they can say in English; what is compiled is what is written."""

import re

import polib
import pytest

from scripts.messages import LOCALE, Sentence, compiled, key, sentences, update

ENGLISH = LOCALE / "en/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|\{(\w+)\}")


@pytest.fixture(scope="module")
def english() -> polib.POFile:
    assert ENGLISH.exists(), "there is no English yet; run: make messages UPDATE=--update"
    return polib.pofile(str(ENGLISH))


def said(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def test_every_sentence_is_in_the_english_catalogue_and_no_other(english: polib.POFile) -> None:
    there = {key(entry) for entry in english if not entry.obsolete}
    assert sentences().keys() - there == set(), "run: make messages UPDATE=--update, and translate"
    assert there - sentences().keys() == set(), "run: make messages UPDATE=--update"


def test_every_sentence_is_translated(english: polib.POFile) -> None:
    waiting = [entry.msgid for entry in english if entry.fuzzy or not all(said(entry))]
    assert not waiting


def test_translations_keep_their_placeholders(english: polib.POFile) -> None:
    for entry in english:
        wanted = set(PLACEHOLDER.findall(entry.msgid))
        if entry.msgid_plural:
            wanted |= set(PLACEHOLDER.findall(entry.msgid_plural))
        for text in said(entry):
            assert set(PLACEHOLDER.findall(text)) <= wanted, entry.msgid
        assert wanted <= {one for text in said(entry) for one in PLACEHOLDER.findall(text)}


def test_the_compiled_catalogues_are_the_written_ones() -> None:
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        written = {key(entry): said(entry) for entry in polib.pofile(str(path))}
        there = {key(entry): said(entry) for entry in polib.mofile(str(path.with_suffix(".mo")))}
        assert there == {one: text for one, text in written.items() if all(text)}, "make messages"


def test_sentences_of_code_and_of_pages_are_found() -> None:
    found = sentences()
    assert "desk/words.py" in found[Sentence("", "Gây hiểu lầm", "")]
    assert any(path.endswith(".html") for paths in found.values() for path in paths)


def test_updating_adds_what_is_new_and_removes_what_is_gone() -> None:
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Không ai nói câu này nữa", msgstr="x"))
    catalogue.append(polib.POEntry(msgid="Gây hiểu lầm", msgstr="Misleading"))
    update(catalogue)
    assert catalogue.find("Không ai nói câu này nữa") is None
    assert catalogue.find("Gây hiểu lầm").msgstr == "Misleading"
    assert {key(entry) for entry in catalogue} == sentences().keys()
    assert compiled(catalogue)
