"""What was not given is asked at a terminal, and elsewhere the option to add is named."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiemtin.cli import ask
from kiemtin.cli.ask import NotGiven
from kiemtin.refusal import Say

QUESTION = Say("Tên", "Name")
Typed = Callable[..., None]


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Makes this a terminal at which these lines are typed, passwords too."""

    def at(*lines: str) -> None:
        rest: Iterator[str] = iter(lines)
        monkeypatch.setattr(ask, "at_terminal", lambda: True)
        monkeypatch.setattr("builtins.input", lambda prompt: next(rest))
        monkeypatch.setattr(ask, "getpass", lambda prompt: next(rest))

    return at


@pytest.fixture(autouse=True)
def english_and_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "en")
    monkeypatch.setattr(ask, "at_terminal", lambda: False)


def test_what_was_given_is_not_asked() -> None:
    assert ask.answer(" Lan ", "--person", QUESTION) == "Lan"


def test_an_empty_line_is_asked_again(typed: Typed) -> None:
    typed("", "  ", "Lan")
    assert ask.answer(None, "--person", QUESTION) == "Lan"


def test_without_a_terminal_the_option_is_named() -> None:
    with pytest.raises(NotGiven, match="Add --person"):
        ask.answer(None, "--person", QUESTION)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("15", "15"),
        ("Lào Cai", "15"),
        ("lao cai", "15"),
        ("Sơn La", "14"),
        ("phường Lào Cai", "02647"),
    ],
)
def test_a_place_is_known_by_code_and_by_name(given: str, code: str) -> None:
    assert ask.place(given, "--place", QUESTION).code == code


def test_a_name_of_many_places_lists_their_codes() -> None:
    with pytest.raises(NotGiven, match=r"Use a code: .*\d{5} \("):
        ask.place("Tân Tiến", "--place", QUESTION)


def test_at_a_terminal_an_unclear_place_is_asked_again(
    typed: Typed, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("nowhere at all xyz", "15")
    assert ask.place(None, "--place", QUESTION).code == "15"
    assert "Type the code" in capsys.readouterr().out


def test_a_password_is_typed_twice(typed: Typed) -> None:
    typed("dong-ho-nuoc-chay", "dong-ho-nuoc-chay")
    assert ask.password(None) == "dong-ho-nuoc-chay"
    typed("dong-ho-nuoc-chay", "dong-ho-nuoc-cháy")
    with pytest.raises(NotGiven, match="differ"):
        ask.password(None)


def test_a_password_comes_from_the_first_line_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("dong-ho-nuoc-chay\nsecond line\n", encoding="utf-8")
    assert ask.password(file) == "dong-ho-nuoc-chay"


@pytest.mark.parametrize("content", [None, b"", b"\xff\xfe"])
def test_a_file_without_a_password_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "password"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(NotGiven, match=str(file)):
        ask.password(file)


def test_there_is_no_default_password() -> None:
    with pytest.raises(NotGiven, match="--password-file"):
        ask.password(None)


@pytest.mark.parametrize("weak", ["short", "password1234", "123456789012", "lan.nguyen-desk"])
def test_a_weak_password_is_refused_with_the_reason(weak: str) -> None:
    with pytest.raises(NotGiven, match=r"will not do: (This|The) password"):
        ask.refuse_weak(weak, email="lan.nguyen-desk@example.vn", name="Nguyen Thi Lan")


def test_a_good_password_passes() -> None:
    ask.refuse_weak("dong-ho-nuoc-chay", email="lan@example.vn", name="Lan")
