"""Says in one phrase how an old name leads to a place of today."""

from kiemtin.text.places.types import Unit

_ENGLISH_WORDS = {
    "thành phố": "city", "thị xã": "town", "thị trấn": "township", "đặc khu": "special zone",
    "phường": "ward", "huyện": "district", "quận": "urban district", "tỉnh": "province",
    "xã": "commune",
}  # fmt: skip


def note_vi(unit: Unit, province: str) -> str:
    """Give the Vietnamese note, "" for a name of today; `province` is today's, bare."""
    if unit.current or (unit.level == "province" and unit.name == province):
        return ""
    if unit.level == "province":
        return f"{unit.label} cũ, nay thuộc {province}"
    if unit.level == "district":
        return f"thuộc {unit.label} cũ ({unit.province})"
    part = "một phần " if len(unit.codes) > 1 else ""
    return f"{part}{unit.label} cũ ({_lower(unit.district)}, {unit.province})"


def note_en(unit: Unit, province: str) -> str:
    """Give the same note in English."""
    if unit.current or (unit.level == "province" and unit.name == province):
        return ""
    name = f"{unit.name} {_ENGLISH_WORDS[unit.word]}"
    if unit.level == "province":
        return f"former {name}, now part of {province}"
    if unit.level == "district":
        return f"in the former {name} ({unit.province})"
    part = "part of the" if len(unit.codes) > 1 else "the"
    return f"{part} former {name} ({unit.district.partition(' ')[2]}, {unit.province})"


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]
