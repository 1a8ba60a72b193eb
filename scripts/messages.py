#!/usr/bin/env python3
"""Compiles the translations; with --update, first takes in what code and pages say now.

usage: .venv/bin/python scripts/messages.py [--update]

Works without GNU gettext: sentences are read from the syntax tree of Python files and from Django's
own reading of templates. Sentences are Vietnamese; locale/en holds their English.
"""

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import polib

SOURCE = Path(__file__).resolve().parents[1] / "src/kiemtin"
LOCALE = SOURCE / "locale"
# Which arguments are the sentence, by the name of the function.
SINGULAR = {"_", "lazy", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL = {"ngettext", "ngettext_lazy"}
IN_CONTEXT = {"pgettext", "pgettext_lazy"}
STRING = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
CALL = re.compile(rf"\b(_|n?p?gettext)\(\s*({STRING}(?:\s*,\s*{STRING})*)", re.DOTALL)


class Sentence(NamedTuple):
    """One sentence to translate; `many` is "" where it has no plural."""

    context: str
    one: str
    many: str


def sentences() -> dict[Sentence, list[str]]:
    """Every sentence, with the files that say it."""
    found: dict[Sentence, list[str]] = {}
    for path in sorted(SOURCE.rglob("*")):
        for sentence in dict.fromkeys(_in_file(path)):
            found.setdefault(sentence, []).append(str(path.relative_to(SOURCE)))
    return found


def _in_file(path: Path) -> Iterable[Sentence]:
    if path.suffix == ".py":
        return _in_python(path.read_text(encoding="utf-8"))
    if path.suffix in {".html", ".txt"} and "templates" in path.parts:
        return _in_template(path.read_text(encoding="utf-8"))
    return ()


def _in_python(text: str) -> Iterator[Sentence]:
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            words = [one.value for one in node.args if isinstance(one, ast.Constant)]
            sentence = _sentence(name, [word for word in words if isinstance(word, str)])
            if sentence:
                yield sentence


def _in_template(text: str) -> Iterator[Sentence]:
    from django.utils.translation.template import templatize

    for name, arguments in CALL.findall(templatize(text)):
        words = [ast.literal_eval(one) for one in re.findall(STRING, arguments)]
        sentence = _sentence(name, words)
        if sentence:
            yield sentence


def _sentence(name: str, words: list[str]) -> Sentence | None:
    if name in SINGULAR and words:
        return Sentence("", words[0], "")
    if name in PLURAL and len(words) > 1:
        return Sentence("", words[0], words[1])
    if name in IN_CONTEXT and len(words) > 1:
        return Sentence(words[0], words[1], "")
    return None


def key(entry: polib.POEntry) -> Sentence:
    """The sentence that an entry translates."""
    return Sentence(entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def update(catalogue: polib.POFile) -> None:
    """Add the sentences that are new, take out those that nobody says any more."""
    said = sentences()
    known = {key(entry): entry for entry in catalogue if not entry.obsolete}
    for sentence in known.keys() - said.keys():
        catalogue.remove(known[sentence])
    for sentence, places in said.items():
        entry = known.get(sentence) or _new(catalogue, sentence)
        entry.occurrences = [(path, "") for path in places]
    catalogue.sort(key=lambda entry: (entry.occurrences[:1], entry.msgid))


def _new(catalogue: polib.POFile, sentence: Sentence) -> polib.POEntry:
    entry = polib.POEntry(msgid=sentence.one, msgctxt=sentence.context or None)
    if sentence.many:
        entry.msgid_plural, entry.msgstr_plural = sentence.many, {0: "", 1: ""}
    catalogue.append(entry)
    return entry


def compiled(catalogue: polib.POFile) -> bytes:
    """The catalogue as Django reads it."""
    data: bytes = catalogue.to_binary()
    return data


def main(arguments: list[str]) -> int:
    """Update when asked, compile, and say how much of each language is there."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        catalogue = polib.pofile(str(path), wrapwidth=98)
        if "--update" in arguments and path.parent.parent.name != "vi":
            update(catalogue)
            catalogue.save()
        path.with_suffix(".mo").write_bytes(compiled(catalogue))
        print(f"{path.parent.parent.name}: {catalogue.percent_translated()} % of {len(catalogue)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
