"""Asks at a terminal for what the command line did not give; where there is none, says which option
to add. A password is never shown, never has a default, and is refused when weak.
"""

import sys
from getpass import getpass
from pathlib import Path
from typing import ClassVar

from kiemtin.cli.say import out, sentence
from kiemtin.refusal import Refusal, Say
from kiemtin.text.fold import fold
from kiemtin.text.places.gazetteer import gazetteer
from kiemtin.text.places.types import Place

PASSWORD = Say("Mật khẩu (ít nhất 12 ký tự): ", "Password (at least 12 characters): ")
AGAIN = Say("Gõ lại mật khẩu: ", "The same password again: ")
CHOICES = Say("Nơi nào trong số này? Hãy gõ mã:", "Which of these? Type the code:")
CHOICE = Say("  {code}  {label}", "  {code}  {label}")
SHOWN = 8


class NotGiven(Refusal):
    """An answer is missing or will not do."""

    sentences: ClassVar = {
        "no_terminal": Say(
            "Thiếu {option}, và ở đây không có cửa sổ lệnh để hỏi. Hãy thêm {option}.",
            "{option} is missing, and there is no terminal to ask at. Add {option}.",
        ),
        "differ": Say(
            "Hai lần gõ mật khẩu khác nhau. Hãy chạy lại.",
            "The two passwords differ. Run it again.",
        ),
        "weak": Say(
            "Mật khẩu này chưa dùng được: {problems}", "This password will not do: {problems}"
        ),
        "place": Say(
            "“{query}” không chỉ đúng một tỉnh hay xã. Hãy dùng mã: {codes}",
            "“{query}” is not the name of exactly one province or commune. Use a code: {codes}",
        ),
        "file": Say("Không đọc được {file}: {problem}", "Cannot read {file}: {problem}"),
    }


def at_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def answer(given: str | None, option: str, question: Say) -> str:
    """What was given, or what is typed; asked again while empty."""
    while not (given or "").strip():
        if not at_terminal():
            raise NotGiven("no_terminal", {"option": option})
        given = input(sentence(question) + ": ")
    return (given or "").strip()


def place(given: str | None, option: str, question: Say) -> Place:
    """The province or commune that was meant, by code or by name, asked again while unclear."""
    query = answer(given, option, question)
    while True:
        found = [gazetteer().get(query)] if query.isdigit() else by_name(query)
        if len(found) == 1:
            return found[0]
        if not at_terminal():
            codes = ", ".join(f"{one.code} ({gazetteer().label(one.code)})" for one in found)
            raise NotGiven("place", {"query": query, "codes": codes or "15, 80, …"})
        out(CHOICES)
        for one in found:
            out(CHOICE, code=one.code, label=gazetteer().label(one.code))
        query = answer(None, option, question)


def by_name(query: str) -> list[Place]:
    """The places of today that a name may mean; only the province where the name is one's."""
    found = [one.place for one in gazetteer().search(query, limit=SHOWN)]
    wanted = fold(query)
    whole = [one for one in found if fold(one.full_name) == wanted]
    named = [one for one in found if one.kind == "province" and fold(one.name) == wanted]
    return next((one for one in (whole, named) if len(one) == 1), found)


def password(file: Path | None) -> str:
    """From the first line of `file`, or typed twice."""
    if file is not None:
        try:
            return file.read_text(encoding="utf-8").splitlines()[0]
        except (OSError, UnicodeDecodeError, IndexError) as error:
            raise NotGiven("file", {"file": file, "problem": error}) from None
    if not at_terminal():
        raise NotGiven("no_terminal", {"option": "--password-file"})
    typed = getpass(sentence(PASSWORD))
    if typed != getpass(sentence(AGAIN)):
        raise NotGiven("differ")
    return typed


def refuse_weak(password: str, *, email: str, name: str) -> None:
    """Raise NotGiven when the password rules of the settings refuse it. Needs Django."""
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.utils import translation

    from kiemtin.cli.say import language
    from kiemtin.desk.models import Account

    try:
        with translation.override(language()):
            validate_password(password, Account(email=email, name=name))
    except ValidationError as error:
        raise NotGiven("weak", {"problems": " ".join(error.messages)}) from None
