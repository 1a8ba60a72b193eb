"""Says numbers in Vietnamese words, in the ways that people say them."""

from random import Random

_ONES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def say(number: int, random: Random) -> str:
    """Give 0 to 999,999,999 in words, choosing among the ways to say it."""
    if number == 0:
        return "không"
    groups: list[str] = []
    for scale, names in ((10**6, ("triệu",)), (10**3, ("nghìn", "ngàn")), (1, ("",))):
        group = number // scale % 1000
        if group:
            words = _hundreds(group, random, full=bool(groups))
            groups.append(f"{words} {random.choice(names)}".strip())
    return " ".join(groups)


def _hundreds(number: int, random: Random, *, full: bool) -> str:
    """Inside a longer number the empty hundreds are said: "không trăm linh năm"."""
    hundreds, rest = divmod(number, 100)
    if not hundreds and not full:
        return _tens(rest, random)
    words = f"{_ones(hundreds, random)} trăm"
    if not rest:
        return words
    if rest < 10:
        return f"{words} {random.choice(('linh', 'lẻ'))} {_ones(rest, random)}"
    return f"{words} {_tens(rest, random)}"


def _tens(number: int, random: Random) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _ones(ones, random)
    words = "mười" if tens == 1 else f"{_ones(tens, random)} mươi"
    if not ones:
        return words
    forms: dict[int, tuple[str, ...]] = {5: ("lăm", "nhăm")}
    if tens > 1:
        forms |= {1: ("mốt",), 4: ("tư", "bốn")}
    return f"{words} {random.choice(forms.get(ones, (_ones(ones, random),)))}"


def _ones(number: int, random: Random) -> str:
    return random.choice(("bảy", "bẩy")) if number == 7 else _ONES[number]
