"""Makes an archive of messages about invented claims, with the true claim of each; seeded.

Claims come in families that differ in one decisive detail (number, place or date), and many
families share wordings. 40 % of the messages are heavily altered, 40 % lack tone marks; beside
these: typing slips, chat forms, other ways to write a number, hearsay before and questions after,
forwards. How many messages a claim has follows Zipf and Mandelbrot, 1 / (rank + 10).
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from benchmarks import archive_phrases as say
from kiemtin.text.fold import fold

DEVELOPMENT, TEST = 11, 2026
"""Seeds: rules are looked for on the first; figures are reported on the second."""

MESSAGES_A_CLAIM = 10
HEAVY, BARE = 0.4, 0.4
_NUMBER_WORDS = {2: "hai", 3: "ba", 4: "bốn", 5: "năm", 6: "sáu", 7: "bảy", 8: "tám", 9: "chín"}


@dataclass(frozen=True)
class Idea:
    """The claim's parts: which sentence of each table, its usual wording, and its details."""

    core: int
    parts: tuple[tuple[int, int], ...]
    wording: int
    place: str
    number: int
    day: int
    month: int
    hour: int


@dataclass(frozen=True)
class Archive:
    """Messages with the number of the claim that each repeats."""

    texts: list[str]
    claims: list[int]


_TABLES = (say.SETTINGS, say.RESULTS, say.ADVICE)


def make(messages: int, seed: int) -> Archive:
    """Return `messages` messages in random order."""
    chance = random.Random(seed)
    ideas = _ideas(max(1, messages // MESSAGES_A_CLAIM), chance)
    sizes = _sizes(len(ideas), messages)
    claims = [claim for claim, size in enumerate(sizes) for _ in range(size)]
    chance.shuffle(claims)
    return Archive([_message(ideas[claim], chance) for claim in claims], claims)


def _sizes(claims: int, messages: int) -> list[int]:
    weights = 1 / (np.arange(claims) + 10.0)
    ends = np.round(np.cumsum(weights) / weights.sum() * messages).astype(int)
    return [int(size) for size in np.diff(ends, prepend=0)]


def _ideas(count: int, chance: random.Random) -> list[Idea]:
    ideas: list[Idea] = []
    while len(ideas) < count:
        first = _idea(chance)
        ideas.append(first)
        ideas += [_sibling(first, chance) for _ in range(chance.choice((0, 1, 1, 2, 3, 5)))]
    ideas = list(dict.fromkeys(ideas[:count]))
    chance.shuffle(ideas)
    return ideas


def _idea(chance: random.Random) -> Idea:
    tables = sorted(chance.sample(range(3), 2))
    return Idea(
        chance.randrange(len(say.CORES)),
        tuple((table, chance.randrange(len(_TABLES[table]))) for table in tables),
        chance.randrange(3),
        _place(chance),
        _number(chance),
        chance.randint(1, 28),
        chance.randint(1, 12),
        chance.randint(1, 23),
    )


def _place(chance: random.Random) -> str:
    return f"{chance.choice(say.FIRST)} {chance.choice(say.SECOND)}"


def _number(chance: random.Random) -> int:
    return chance.choice((chance.randint(2, 9), chance.randint(10, 99), chance.randint(100, 2000)))


def _sibling(idea: Idea, chance: random.Random) -> Idea:
    kind = chance.randrange(3)
    if kind == 0:
        return replace(idea, number=_number(chance))
    if kind == 1:
        return replace(idea, place=_place(chance))
    return replace(idea, day=chance.randint(1, 28), month=chance.randint(1, 12))


def _message(idea: Idea, chance: random.Random) -> str:
    heavy = chance.random() < HEAVY
    words = " ".join(_sentences(idea, heavy, chance)).split()
    words = _slips(words, 0.06 if heavy else 0.015, chance)
    text = _around(" ".join(words), chance)
    if chance.random() < BARE:
        text = fold(text) if chance.random() < 0.5 else _bare(text)
    return text.lower() if chance.random() < 0.4 else text[:1].upper() + text[1:]


def _sentences(idea: Idea, heavy: bool, chance: random.Random) -> Iterator[str]:
    def worded(sentence: tuple[str, ...]) -> str:
        return sentence[chance.randrange(3) if heavy and chance.random() < 0.8 else idea.wording]

    details = {"p": idea.place, "n": _written(idea.number, chance)}
    pieces = [worded(say.CORES[idea.core]).format(**details)]
    if not (heavy and chance.random() < 0.15):
        pieces.append(_time(idea, chance))
    rest = [worded(_TABLES[table][row]) for table, row in idea.parts]
    if heavy and chance.random() < 0.6:
        rest.pop(chance.randrange(len(rest)))
    pieces += rest
    if heavy and chance.random() < 0.5:
        chance.shuffle(pieces)
    joint = chance.choice((", ", ". ", " ", ", "))
    yield joint.join(pieces)


def _written(number: int, chance: random.Random) -> str:
    if number in _NUMBER_WORDS and chance.random() < 0.15:
        return _NUMBER_WORDS[number]
    if number >= 1000 and chance.random() < 0.5:
        return f"{number:,}".replace(",", ".")
    return f"0{number}" if number < 10 and chance.random() < 0.1 else str(number)


def _time(idea: Idea, chance: random.Random) -> str:
    hour = chance.choice((f"lúc {idea.hour} giờ", f"lúc {idea.hour}h", f"vào {idea.hour}h"))
    day = chance.choice(
        (
            f"ngày {idea.day}/{idea.month}",
            f"ngày {idea.day:02}/{idea.month:02}",
            f"ngày {idea.day} tháng {idea.month}",
            f"hôm {idea.day}-{idea.month}",
        )
    )
    return f"{hour} {day}" if chance.random() < 0.85 else day


def _slips(words: list[str], rate: float, chance: random.Random) -> list[str]:
    """Drop words, swap letters, and write chat forms in some messages."""
    chatty = 0.4 if chance.random() < 0.35 else 0.0
    kept = (_slip(word, rate, chatty, chance) for word in words)
    return [word for word in kept if word]


def _slip(word: str, rate: float, chatty: float, chance: random.Random) -> str:
    draw = chance.random()
    if draw < rate and not word[0].isupper():
        return ""
    if draw < 2 * rate and len(word) > 2 and word.isalpha():
        at = chance.randrange(len(word) - 1)
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if chatty and word in say.CHAT and chance.random() < chatty:
        return chance.choice(say.CHAT[word].split())
    return word


def _around(text: str, chance: random.Random) -> str:
    if chance.random() < 0.35:
        text = f"{chance.choice(say.PREFIXES)} {text}"
    if chance.random() < 0.35:
        text = f"{text}{chance.choice((', ', ' ', '. '))}{chance.choice(say.SUFFIXES)}"
    if chance.random() < 0.08:
        text = f"{chance.choice(say.FORWARDS)} {text}"
    if chance.random() < 0.03:
        text = f"[{chance.randint(0, 23)}:{chance.randint(0, 59):02}] {text}"
    return text + chance.choice(("", "", "", "!", "!!!", " 😱", " 🙏🙏"))


def _bare(text: str) -> str:
    return "".join(fold(letter).upper() if letter.isupper() else fold(letter) for letter in text)
