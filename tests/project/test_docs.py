"""Every command, option, setting and channel is in docs/, and docs/ names none that is not."""

import argparse
import re
from collections.abc import Iterator

import pytest

from kiemtin.cli.main import COMMANDS, parser
from kiemtin.desk.connectors import NAMES, settable
from tests.support.tree import DOCS, ROOT, SOURCE, tracked

COMMANDS_PAGE = (DOCS / "commands.md").read_text(encoding="utf-8")
SETTINGS_PAGE = (DOCS / "settings.md").read_text(encoding="utf-8")
READ_IN_CODE = re.compile(
    r"""(?:env\.\w+|environ\.get|environ|\bSetting)[(\[]\s*["']((?:KIEMTIN|DATABASE)_\w+)["']"""
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
SETTING = re.compile(r"\bKIEMTIN_[A-Z_]+\b|\bDATABASE_URL\b")


def sections() -> dict[str, str]:
    parts = re.split(r"^## `kiemtin ([a-z]+)[^`]*`$", COMMANDS_PAGE, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def commands() -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


def settings_in_code() -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    return {name for text in texts for name in READ_IN_CODE.findall(text)}


def test_the_page_of_commands_has_each_once_in_order() -> None:
    assert sorted(sections()) == sorted(COMMANDS)


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda value: str(value)[:12])
def test_every_option_is_explained_and_no_other(
    name: str, command: argparse.ArgumentParser
) -> None:
    words = {word for action in command._actions for word in action.option_strings}
    named = set(re.findall(r"`(--[a-z-]+)`", sections()[name]))
    assert named == {word for word in words if word.startswith("--")} - {"--help"}


def test_every_argument_stands_in_the_heading() -> None:
    for name, command in commands():
        words = [name, *(one.dest.upper() for one in command._get_positional_actions())]
        assert f"## `kiemtin {' '.join(words)}`" in COMMANDS_PAGE


def test_every_setting_has_its_line() -> None:
    explained = set(re.findall(r"^\| `(\w+)` \|", SETTINGS_PAGE, flags=re.MULTILINE))
    assert explained == settings_in_code()


def test_a_channels_defaults_are_those_of_its_code() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \| (.*?) \|", SETTINGS_PAGE, flags=re.MULTILINE))
    wrong = [
        one.name
        for name in NAMES
        for one in settable(name).SETTINGS
        if one.default and f"`{one.default}`" not in told.get(one.name, "")
    ]
    assert not wrong


def test_the_settings_are_found_in_the_code() -> None:
    assert {"KIEMTIN_HOME", "DATABASE_URL", "KIEMTIN_LANG", "KIEMTIN_DRILL"} <= settings_in_code()


def test_no_page_names_a_setting_that_is_not_there() -> None:
    known = settings_in_code()
    wrong = [
        f"{path}: {name}"
        for path in tracked()
        if path.suffix == ".md"
        for name in SETTING.findall((ROOT / path).read_text(encoding="utf-8"))
        if name not in known
    ]
    assert not wrong


def test_no_page_names_a_command_that_is_not_there() -> None:
    wrong = [
        f"{path}: {name}"
        for path in tracked()
        if path.suffix == ".md"
        for name in re.findall(r"`kiemtin ([a-z]+)", (ROOT / path).read_text(encoding="utf-8"))
        if name not in COMMANDS
    ]
    assert not wrong


def test_every_channel_has_its_page() -> None:
    channels = [path.parent.name for path in (SOURCE / "channels").glob("*/__init__.py")]
    assert channels
    assert [name for name in channels if not (DOCS / f"channels/{name}.md").exists()] == []


def test_links_between_pages_lead_somewhere() -> None:
    broken = [
        f"{path} → {target}"
        for path in tracked()
        if path.suffix == ".md"
        for target in LINK.findall((ROOT / path).read_text(encoding="utf-8"))
        if not (ROOT / path.parent / target).exists()
    ]
    assert not broken
