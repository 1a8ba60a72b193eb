"""Tells when an address only looks like that of an organisation one knows, and how.

A hint for a person, never a verdict: an organisation may own a second address, and a new trick may
look like nothing here. Nothing is looked up anywhere; only the letters are compared.
"""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from kiemtin.refusal import Say
from kiemtin.text.homoglyphs import latin_look_alikes

How = Literal["inside", "letters", "ending", "added", "typo"]
SAYS: Final[dict[How, Say]] = {
    "inside": Say(
        "Tên {known} nằm ở giữa, còn địa chỉ thật kết thúc bằng {own}.",
        "The name {known} stands in the middle; the address really ends in {own}.",
    ),
    "letters": Say(
        "Chữ nhìn giống {known} nhưng là chữ khác ({own}).",
        "The letters look like {known} but are others ({own}).",
    ),
    "ending": Say(
        "Cùng tên với {known} nhưng đuôi khác ({own}); có khi cùng một nơi, hãy hỏi nơi đó.",
        "The same name as {known} with another ending ({own}); it may be theirs: ask them.",
    ),
    "added": Say(
        "Tên của {known} có thêm chữ ({own}).", "The name of {known} with letters added ({own})."
    ),
    "typo": Say(
        "Gần giống {known}, khác một, hai chữ ({own}).",
        "Close to {known}, one or two letters apart ({own}).",
    ),
}
"""Strongest first."""

_SECOND: Final = frozenset(
    (
        *("ac", "ai", "biz", "co", "com", "edu", "gov", "health", "id", "info", "int", "io"),
        *("mil", "name", "net", "org", "pro"),
    )
)
"""What stands before a country's two letters without being anybody's name (VNNIC, for .vn)."""

_SHAPES: Final = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("3", "e"))
_MORE: Final = (("1", "l"), ("i", "l"), ("4", "a"), ("5", "s"), ("7", "t"), ("8", "b"))
LEAST: Final = 5
"""Letters of a name: shorter ones are one letter apart from half of all others."""

TWO_APART: Final = 9
"""Letters from which two slips are still a slip."""


@dataclass(frozen=True)
class LookAlike:
    """One known domain that an address looks like, and in which way."""

    known: str
    own: str
    how: How

    @property
    def says(self) -> Say:
        """The hint in both languages."""
        vi, en = SAYS[self.how]
        return Say(
            vi.format(known=self.known, own=self.own), en.format(known=self.known, own=self.own)
        )


def look_alikes(host: str, known: Iterable[str]) -> list[LookAlike]:
    """Return the known domains that `host` imitates, the strongest sign first, each once.

    Empty for a known domain itself, for what lies below it, and for what is no host name. `host`
    may be in its xn-- form and have a port.
    """
    labels = _labels(host)
    names = {one for one in (_tidy(name) for name in known) if one.count(".")}
    whole = ".".join(labels)
    if len(labels) < 2 or any(whole == name or whole.endswith(f".{name}") for name in names):
        return []
    own = ".".join(_split(labels))
    found = [
        LookAlike(name, whole if how == "letters" else own, how)
        for name in sorted(names)
        if (how := _how(labels, name)) is not None
    ]
    order = list(SAYS)
    return sorted(found, key=lambda one: order.index(one.how))


def registered(host: str) -> str:
    """Return the name that somebody registered, with its ending: "a.b.com.vn" → "b.com.vn"."""
    labels = _labels(host)
    return ".".join(_split(labels)) if len(labels) > 1 else host


def _how(labels: list[str], known: str) -> How | None:
    name, ending = _split(labels)
    theirs, their_ending = _split(known.split("."))
    signs: tuple[tuple[How, Callable[[], bool]], ...] = (
        ("inside", lambda: _inside(labels, known)),
        ("letters", lambda: _drawn_alike([name, *labels[:-2]], theirs)),
        ("ending", lambda: name == theirs and ending != their_ending),
        ("added", lambda: _added(_shape(name), _shape(theirs))),
        ("typo", lambda: _slipped(_shape(name), _shape(theirs))),
    )
    return next((how for how, holds in signs if holds()), None)


def _labels(host: str) -> list[str]:
    """The labels, those in xn-- form as they are shown; [] for what is no name."""
    bare = host.strip().lower().rstrip(".").rsplit("@", 1)[-1].split("/")[0].split(":")[0]
    labels = [_shown(label) for label in bare.split(".")]
    return labels if all(labels) and not labels[-1].isdigit() else []


def _shown(label: str) -> str:
    if not label.startswith("xn--"):
        return unicodedata.normalize("NFC", label)
    try:
        return unicodedata.normalize("NFC", label[4:].encode("ascii").decode("punycode"))
    except UnicodeError:
        return label


def _tidy(domain: str) -> str:
    return ".".join(_labels(domain)).removeprefix("www.")


def _split(labels: list[str]) -> tuple[str, str]:
    """The name that somebody registered, and the ending that it was registered under."""
    two = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND
    at = -3 if two else -2
    return labels[at], ".".join(labels[at + 1 :])


def _inside(labels: list[str], known: str) -> bool:
    """The whole known name somewhere before the end, with points or with hyphens."""
    before = ".".join(labels[:-1])
    plain = known.replace(".", "-")
    return f".{known}." in f".{before}." or plain in before.replace(".", "-")


def _drawn_alike(labels: list[str], theirs: str) -> bool:
    """Whether a label looks like the name and is spelt otherwise; below somebody's own name only
    one that is long enough, for anybody may call a part of their site anything.
    """
    looked = [labels[0], *(one for one in labels[1:] if len(theirs) >= LEAST)]
    return any(one != theirs and _shape(one) == _shape(theirs) for one in looked)


def _shape(name: str) -> str:
    """The name as a hurried eye sees it: look-alike letters, marks and figures as plain letters."""
    bare = unicodedata.normalize("NFD", latin_look_alikes(f"a{name}")[1:]).replace("đ", "d")
    plain = "".join(char for char in bare if not unicodedata.combining(char))
    for seen, meant in (*_SHAPES, *_MORE):
        plain = plain.replace(seen, meant)
    return plain.replace("-", "")


def _added(name: str, theirs: str) -> bool:
    return len(theirs) >= LEAST and name != theirs and theirs in name


def _slipped(name: str, theirs: str) -> bool:
    shorter = min(len(name), len(theirs))
    if shorter < LEAST or abs(len(name) - len(theirs)) > 2:
        return False
    return 0 < _apart(name, theirs) <= (2 if shorter >= TWO_APART else 1)


def _apart(left: str, right: str) -> int:
    """Letters inserted, dropped, changed or swapped with their neighbour (optimal string alignment,
    Damerau 1964)."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for at, letter in enumerate(left, 1):
        earlier, before, row = before, row, [at]
        for to, other in enumerate(right, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != other))
            if at > 1 < to and (letter, left[at - 2]) == (right[to - 2], other):
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
    return row[-1]
