"""argparse whose own few words are in the reader's language."""

import argparse
from typing import NoReturn

from kiemtin.cli.say import language, sentence
from kiemtin.refusal import Say

VIETNAMESE = {
    "usage:": "cách dùng:",
    "options:": "tuỳ chọn:",
    "positional arguments:": "tham số:",
    "show this help message and exit": "hiện phần trợ giúp này",
}
WRONG = Say(
    "{program}: không hiểu câu lệnh ({problem}). Xem: {program} --help",
    "{program}: this is not understood ({problem}). See: {program} --help",
)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser for one command or for all of them."""

    def format_help(self) -> str:
        """The help text, headings too in the reader's language."""
        text = super().format_help()
        if language() == "vi":
            for english, vietnamese in VIETNAMESE.items():
                text = text.replace(english, vietnamese)
        return text

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where to look, and leave with status 2."""
        self.exit(2, sentence(WRONG, program=self.prog, problem=message) + "\n")
