"""The settings of a channel: what it needs from the environment, read together, all faults at once.

A secret's value is never shown again, neither in an error nor by `repr`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kiemtin.refusal import Refusal, Say


@dataclass(frozen=True)
class Setting:
    """One variable of the environment. `says` tells where its value is found; `needed` without it
    the channel stays off; `default` stands in when it is not set."""

    name: str
    says: Say
    needed: bool = True
    secret: bool = False
    default: str = ""


class SettingRefused(Refusal):
    """A value that the channel cannot work with; `params` never carries a secret."""

    sentences: ClassVar = {
        "value": Say(
            "{name}: cần {expected_vi}, nhưng nhận được “{got}”. Hãy sửa lại.",
            "{name}: expected {expected}, got “{got}”. Change it.",
        ),
    }


def given(settings: Sequence[Setting], values: Mapping[str, str]) -> dict[str, str]:
    """Return each setting's value, stripped, its default where it is not set."""
    return {one.name: values.get(one.name, "").strip() or one.default for one in settings}


def missing(settings: Sequence[Setting], values: Mapping[str, str]) -> list[Setting]:
    """Return the needed settings that are not there."""
    read = given(settings, values)
    return [one for one in settings if one.needed and not read[one.name]]


def wanted(settings: Sequence[Setting], values: Mapping[str, str]) -> bool:
    """Whether anything of the channel is set: then what is missing is a fault, not a choice."""
    return any(values.get(one.name, "").strip() for one in settings)


def whole_number(name: str, raw: str, low: int, high: int) -> int:
    """Return the number; raises SettingRefused (value)."""
    if raw.isascii() and raw.isdecimal() and len(raw) < 20 and low <= int(raw) <= high:
        return int(raw)
    expected = f"{low}–{high}"
    raise wrong(name, f"một số nguyên {expected}", f"a whole number {expected}", raw)


def id_number(name: str, raw: str) -> str:
    """Return an id made of digits, as text; raises SettingRefused (value)."""
    if raw.isascii() and raw.isdecimal() and len(raw) <= 40:
        return raw
    raise wrong(name, "một dãy chữ số", "digits", raw)


def secret(name: str, raw: str, least: int = 1) -> str:
    """Return a secret of at least `least` characters, none of them blank or beyond ASCII: it goes
    into headers. Raises SettingRefused (value), never with the secret."""
    if len(raw) >= least and raw.isascii() and raw.isprintable() and " " not in raw:
        return raw
    expected_vi = f"ít nhất {least} ký tự ASCII liền nhau"
    raise wrong(name, expected_vi, f"at least {least} ASCII characters without blanks", "…")


def web_address(name: str, raw: str) -> str:
    """Return an http(s) address without its last slash; raises SettingRefused (value)."""
    if raw.startswith(("https://", "http://")) and len(raw.split()) == 1:
        return raw.rstrip("/")
    raise wrong(name, "một địa chỉ https://…", "an address https://…", raw)


def one_of(name: str, raw: str, allowed: Sequence[str]) -> str:
    """Return the value; raises SettingRefused (value)."""
    if raw in allowed:
        return raw
    expected = ", ".join(allowed)
    raise wrong(name, f"một trong: {expected}", f"one of: {expected}", raw)


def wrong(name: str, expected_vi: str, expected: str, raw: str) -> SettingRefused:
    """Return the refusal of a value; give "…" as `raw` where the value is a secret."""
    params = {"name": name, "expected_vi": expected_vi, "expected": expected, "got": raw[:60]}
    return SettingRefused("value", params)
