"""The entry point: finds the command, loads its module only, runs it, and turns refusals into a
sentence and an exit status: 0 done, 1 refused, 2 wrong usage, 130 interrupted.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast

from kiemtin.cli.parser import Parser
from kiemtin.cli.say import complain, sentence
from kiemtin.refusal import Refusal, Say

COMMANDS = (
    "init",
    "demo",
    "serve",
    "worker",
    "import",
    "group",
    "match",
    "look",
    "capture",
    "migrate",
    "check",
    "key",
    "channels",
    "log",
    "anchor",
    "verify",
    "audit",
    "version",
)
ABOUT = Say(
    "Kiểm Tin: bàn làm việc của một nhóm trả lời tin đồn.",
    "Kiểm Tin: the working desk of a team that answers rumours.",
)
MORE = Say(
    "Về một lệnh: kiemtin LỆNH --help. Thử ngay: kiemtin demo",
    "About one command: kiemtin COMMAND --help. Try it now: kiemtin demo",
)
COMMAND = Say("LỆNH", "COMMAND")
INTERRUPTED = 130


class Command(Protocol):
    """What the module of a command offers."""

    HELP: Say

    def configure(self, parser: argparse.ArgumentParser) -> None:
        """Add the command's options."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it and return the exit status."""


def load(name: str) -> Command:
    """The module of a command; `import` is a word of Python, so its module is `import_`."""
    return cast("Command", import_module("kiemtin.cli." + {"import": "import_"}.get(name, name)))


def parser(names: Sequence[str] = COMMANDS) -> argparse.ArgumentParser:
    """The parser that knows the commands `names`."""
    top = Parser(prog="kiemtin", description=sentence(ABOUT), epilog=sentence(MORE))
    commands = top.add_subparsers(dest="command", required=True, metavar=sentence(COMMAND))
    for name in names:
        command = load(name)
        text = sentence(command.HELP)
        added = commands.add_parser(name, help=text, description=text)
        command.configure(added)
        added.set_defaults(run=command.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    asked = words[:1] if words and words[0] in COMMANDS else COMMANDS
    args = parser(asked).parse_args(words)
    try:
        return cast("int", args.run(args))
    except Refusal as refused:
        complain(refused)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED
