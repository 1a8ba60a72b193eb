"""Places as a reader types and reads them: found by any name, old or new, with or without marks."""

from dataclasses import dataclass

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kiemtin.desk.place_names import label, place_name
from kiemtin.text.fold import fold
from kiemtin.text.places import Found, gazetteer

LOOKED_AT, OFFERED = 60, 8
NEAR = 0.1  # how much a place inside the desk's own gains over one elsewhere, of a score in 0..1


@dataclass(frozen=True)
class Choice:
    """A place to choose: its code, its full name with the province, and why an old name leads to
    it.
    """

    code: str
    label: str
    note: str


class PlaceUnclear(ValueError):
    """A typed name means no place, or several; `choices` are those it may mean."""

    def __init__(self, choices: list[Choice]) -> None:
        self.choices = choices
        several = _("Có nhiều nơi mang tên này. Hãy chọn một nơi bên dưới.")
        none = _(
            "Không tìm thấy xã, phường hay tỉnh nào có tên này, kể cả tên cũ. "
            "Hãy xem lại chính tả, ghi thêm tên tỉnh, hoặc để trống."
        )
        super().__init__(several if choices else none)


def choices(typed: str, near: str = "", limit: int = OFFERED) -> list[Choice]:
    """What a typed name may mean, best first; what lies in `near` somewhat before the rest."""
    return [_choice(found) for found in _nearest(_search(typed), near)[:limit]]


def _search(typed: str) -> list[Found]:
    return gazetteer().search(typed, limit=LOOKED_AT)


def _nearest(found: list[Found], near: str) -> list[Found]:
    def rank(one: Found) -> float:
        inside = bool(near) and gazetteer().contains(near, one.place.code)
        return -one.score - (NEAR if inside else 0.0)

    return sorted(found, key=rank)


def _choice(found: Found) -> Choice:
    english = (get_language() or "vi").startswith("en")
    return Choice(found.place.code, label(found.place), found.note_en if english else found.note)


def resolve(typed: str, code: str = "", near: str = "") -> str:
    """The code of a typed place, "" for nothing typed; `code` is what the reader chose for it.

    Raises PlaceUnclear when the name means no place or several, those in `near` first.
    """
    typed = typed.strip()
    if not typed:
        return ""
    found = _search(typed)
    if code in [one.place.code for one in found] or (code and place_name(code) == typed):
        return code
    meant = _meant(typed, found)
    if len(meant) == 1:
        return meant[0].place.code
    raise PlaceUnclear([_choice(one) for one in _nearest(meant, near)[:OFFERED]])


def _meant(typed: str, found: list[Found]) -> list[Found]:
    """Places whose name was typed in full; the one that contains all the others stands for them."""
    whole = [one for one in found if fold(one.unit.name) in fold(typed)]
    exact = [one for one in whole if fold(label(one.place)) == fold(typed)] or whole
    best = [one for one in exact if one.score > exact[0].score - 0.1] if exact else found
    for one in best:
        if all(gazetteer().contains(one.place.code, other.place.code) for other in best):
            return [one]
    return best
