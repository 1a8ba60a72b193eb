"""Whether two texts told with the same picture state different things: another day, place, number.

Only details that can be laid beside each other are compared; a person reads both texts.
"""

import datetime as dt
from typing import Final

from kiemtin.media.forensics.hint import Hint
from kiemtin.refusal import Say
from kiemtin.text.details import (
    DateValue,
    Detail,
    Details,
    DirectionValue,
    Kind,
    MoneyValue,
    NumberValue,
    PlaceValue,
    extract,
)
from kiemtin.text.fold import syllables
from kiemtin.text.places import gazetteer

MOST: Final = 4
"""Details of a kind that are named."""
LONGEST: Final = 10_000
"""Characters of a text that are read."""
WORDS: Final = 6
"""Words from which two texts without common details are compared by their words."""
SHARED: Final = 0.25
"""Share of the shorter text's words from which it is about the same."""

_NAMES: Final[dict[Kind, Say]] = {
    "date": Say("Thời gian", "Time"),
    "place": Say("Nơi chốn", "Place"),
    "number": Say("Con số", "Number"),
    "money": Say("Số tiền", "Sum of money"),
    "direction": Say("Điều xảy ra", "What happens"),
}
_DIFFERS: Final = Say(
    "{name}: một bên ghi “{first}”, bên kia ghi “{second}”.",
    "{name}: one says “{first}”, the other “{second}”.",
)
_OTHER: Final = Say(
    "Hai lời kèm ảnh gần như không có chữ chung.",
    "The two texts with the picture have hardly a word in common.",
)
LIMIT: Final = Say(
    "Một ảnh có thể được dùng lại đúng cách: ảnh minh họa, ảnh tư liệu, bài viết tiếp. Chữ đọc từ "
    "ảnh có thể sai. Gợi ý này không cho biết lời nào đúng.",
    "A picture may be used again honestly: as an illustration, from the archive, in a later report."
    " Writing read out of a picture may be wrong. This does not tell which text is right.",
)


def caption_differs(first: str, second: str, *, today: dt.date) -> Hint | None:
    """Return the hint that two texts told with the same picture differ, with the details that do.

    None where no detail differs and the words are alike, or where a text is empty. `strength` is
    "some" for details, "low" where only the words are others. Never raises.
    """
    read = [extract(text[:LONGEST], today=today) for text in (first, second)]
    reasons = tuple(
        _says(kind, *apart) for kind in _NAMES if (apart := _apart(kind, read[0], read[1]))
    )
    if reasons:
        return Hint("other_caption", "some", reasons, LIMIT)
    if _other_words(first[:LONGEST], second[:LONGEST]):
        return Hint("other_caption", "low", (_OTHER,), LIMIT)
    return None


def _apart(kind: Kind, first: Details, second: Details) -> tuple[list[Detail], list[Detail]] | None:
    """Return the details of a kind that can be compared, where none of them agree."""
    here, there = first.of(kind), second.of(kind)
    pairs = [(one, other) for one in here for other in there if _comparable(one, other)]
    if not pairs or any(_agree(one, other) for one, other in pairs):
        return None
    return [one for one, _ in pairs], [other for _, other in pairs]


def _comparable(one: Detail, other: Detail) -> bool:
    match one.value, other.value:
        case NumberValue(), NumberValue():
            return one.value.unit == other.value.unit != ""
        case MoneyValue(), MoneyValue():
            return one.value.currency == other.value.currency
        case DirectionValue(), DirectionValue():
            return one.value.axis == other.value.axis
        case PlaceValue(), PlaceValue():
            return bool(one.value.codes and other.value.codes)
        case DateValue(), DateValue():
            return True
    return False


def _agree(one: Detail, other: Detail) -> bool:
    match one.value, other.value:
        case (NumberValue() as here, NumberValue() as there):
            return here.low <= there.high and there.low <= here.high
        case (MoneyValue() as here, MoneyValue() as there):
            return here.low <= there.high and there.low <= here.high
        case (DateValue() as here, DateValue() as there):
            return here.first <= there.last and there.first <= here.last
        case (DirectionValue() as here, DirectionValue() as there):
            return here.said == there.said
        case (PlaceValue() as here, PlaceValue() as there):
            return any(_one_lies_in_other(a, b) for a in here.codes for b in there.codes)
    return False


def _one_lies_in_other(one: str, other: str) -> bool:
    places = gazetteer()
    return places.contains(one, other) or places.contains(other, one)


def _says(kind: Kind, first: list[Detail], second: list[Detail]) -> Say:
    words = {"first": _listed(first), "second": _listed(second)}
    vi, en = _NAMES[kind]
    return Say(_DIFFERS.vi.format(name=vi, **words), _DIFFERS.en.format(name=en, **words))


def _listed(details: list[Detail]) -> str:
    return ", ".join(list(dict.fromkeys(detail.text for detail in details))[:MOST])


def _other_words(first: str, second: str) -> bool:
    here, there = set(syllables(first)), set(syllables(second))
    fewer = min(len(here), len(there))
    return fewer >= WORDS and len(here & there) < SHARED * fewer
