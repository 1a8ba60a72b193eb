"""Puts tone and vowel marks back into Vietnamese typed without them, for the sentence encoder.

Only a text that is toneless as a whole is touched, and in it only bare Vietnamese syllables: each
letter stays one letter, and the folded text never changes. It is a guess, right for about nine
syllables of ten: never show it to a reader and never take details or spans from it.
"""

import threading

from kiemtin.text.fold import fold, is_toneless
from kiemtin.text.restore.path import FREE, Step, cheapest
from kiemtin.text.restore.scan import STOP, Token, scan
from kiemtin.text.restore.table import Table, load

__all__ = ["RESTORER", "restore"]

RESTORER = "marks1"
"""A name that changes whenever a text may come back otherwise: vectors are compared under it."""

_loading = threading.Lock()
_loaded: list[Table] = []


def restore(text: str) -> str:
    """Return `text` with marks where they were most likely left out; any text, linear time.

    A text with marks comes back as it is, and so does one of which half the words or fewer are
    spelled like Vietnamese (see `kiemtin.text.language` for the measurement). Deterministic
    and safe to share by threads; the table is read at the first use. Raises TableBroken.
    """
    if not is_toneless(text):
        return text
    tokens, strange = scan(text)
    if sum(token.free for token in tokens) <= strange:
        return text
    return _rewrite(text, tokens, _table())


def _table() -> Table:
    if not _loaded:
        with _loading:
            if not _loaded:
                _loaded.append(load())
    return _loaded[0]


def _rewrite(text: str, tokens: list[Token], table: Table) -> str:
    steps = [_step(table, token) for token in tokens]
    parts, done = [], 0
    for token, step, place in zip(tokens, steps, cheapest(table, steps), strict=True):
        if token.free and step.place == FREE:
            word = table.words[table.firsts[step.group] + place]
            parts += [text[done : token.start], _dress(text[token.start : token.end], word)]
            done = token.end
    return "".join(parts) + text[done:]


def _step(table: Table, token: Token) -> Step:
    if token.free:
        group = table.class_of.get(token.word)
        return Step(group, FREE) if group is not None else Step(table.class_of[STOP], 0)
    place = table.place_of.get(token.word)
    if place is None:
        return Step(table.class_of[STOP], 0)
    return Step(table.class_of[fold(token.word)], place)


def _dress(piece: str, word: str) -> str:
    """Give the letters of `word` the case of `piece`, which is as long."""
    if piece.islower():
        return word
    return "".join(
        new.upper() if old.isupper() else new for old, new in zip(piece, word, strict=True)
    )
