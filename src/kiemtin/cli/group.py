"""`kiemtin group FILE`: which messages of an archive repeat one rumour; what a person decided
always holds.

Works without the desk and stores nothing of it.
"""

import argparse
import os

from kiemtin.cli.say import sentence
from kiemtin.cli.start import ONE_THREAD
from kiemtin.refusal import Say

HELP = Say("gộp tin nhắn lặp lại cùng một tin đồn", "group messages that repeat one rumour")
FILE = Say(
    "tệp JSONL với id và text; - là đầu vào chuẩn",
    "JSONL file with id and text; - is standard input",
)
OUTPUT = Say(
    "tệp kết quả (mặc định: đầu ra chuẩn)", "file of the result (default: standard output)"
)
DECISIONS = Say(
    'tệp JSONL các quyết định của người, theo thứ tự: {{"merge": [mã, mã]}}, {{"split": [mã, mã]}}',
    'JSONL file of what people decided, in order: {{"merge": [id, id]}}, {{"split": [id, id]}}',
)
LINES = Say(
    "mỗi dòng là một tin; mã là số dòng", "each line is a message; its id is the line's number"
)
JOBS = Say("số tiến trình đọc tin (mặc định 1)", "processes that read the messages (default 1)")


def configure(parser: argparse.ArgumentParser) -> None:
    """What is read, what people decided, where the result goes."""
    parser.add_argument("file", help=sentence(FILE))
    parser.add_argument("--output", default="-", help=sentence(OUTPUT))
    parser.add_argument("--decisions", help=sentence(DECISIONS))
    parser.add_argument("--lines", action="store_true", help=sentence(LINES))
    parser.add_argument("--jobs", type=_positive, default=1, help=sentence(JOBS))


def run(args: argparse.Namespace) -> int:
    """Group; 1 when a row was left out, the others being grouped."""
    for name in ONE_THREAD:  # before the first import of numpy
        os.environ.setdefault(name, "1")
    from kiemtin.cli import group_files

    return group_files.run(args)


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise ValueError
    return number
