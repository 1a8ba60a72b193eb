"""`kiemtin group` on files: a row of the result for each message, in their order, or no file."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import islice
from json.encoder import encode_basestring

from kiemtin import __version__
from kiemtin.cli.match_files import refuse_same
from kiemtin.cli.match_input import Input, Report, prepare
from kiemtin.cli.partial import open_output
from kiemtin.cli.progress import Progress
from kiemtin.cli.say import complain
from kiemtin.matching.grouping import Decision, Grouped, group
from kiemtin.matching.grouping.rows import decisions, messages, plain
from kiemtin.refusal import Say
from kiemtin.scale.each import each

AT_ONCE = 1_000
"""Rows that are written at once."""

UNKNOWN = Say(
    "{name}:{line}: không có tin mang mã này; quyết định bị bỏ qua.",
    "{name}:{line}: no message has this id; the decision is left out.",
)
OVERRULED = Say(
    "{name}:{line}: trái với quyết định sau; quyết định sau thắng.",
    "{name}:{line}: a later decision says otherwise; the later one holds.",
)
SUM = Say(
    "{count} tin, {groups} nhóm, nhóm lớn nhất {largest} tin; {bad} dòng lỗi.",
    "{count} messages, {groups} groups, the largest of {largest}; {bad} bad rows.",
)


def run(args: argparse.Namespace) -> int:
    """Group; 1 when a row was left out. Raises Refusal when a file cannot be used."""
    refuse_same(args.output, args.file, args.decisions or "-")
    report = Report(Progress())
    with ExitStack() as opened:
        source = prepare(args.file, opened)
        read = plain if args.lines else messages
        ids, texts = [], []
        for row in report.good(source.name, read(source.stream)):
            ids.append(row.id)
            texts.append(row.text)
        decided = _decisions(args.decisions, report, opened)
        with each(args.jobs) as apply:
            found = group(
                texts,
                ids=ids,
                decisions=[decision for _, decision in decided],
                each=apply,
            )
        _tell(args.decisions, decided, found, report)
        try:
            _write(args.output, source, ids, found, opened)
        except BrokenPipeError:  # nobody reads on: as other commands, without a word
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 1
    sizes = Counter(found.groups)
    largest = max(sizes.values(), default=0)
    complain(SUM, count=len(ids), groups=len(sizes), largest=largest, bad=report.lost)
    return 1 if report.lost else 0


def _decisions(path: str | None, report: Report, opened: ExitStack) -> list[tuple[int, Decision]]:
    if not path:
        return []
    source = prepare(path, opened)
    return list(report.good(source.name, decisions(source.stream)))


def _tell(
    name: str | None, decided: list[tuple[int, Decision]], found: Grouped, report: Report
) -> None:
    """Name the decisions that could not hold, by their line."""
    unknown, overruled = (set(map(id, one)) for one in (found.unknown, found.overruled))
    for line, decision in decided:
        if id(decision) in unknown:
            report.lost += 1
            complain(UNKNOWN, name=name, line=line)
        elif id(decision) in overruled:
            complain(OVERRULED, name=name, line=line)


def _write(
    output: str, source: Input, ids: Sequence[str], found: Grouped, opened: ExitStack
) -> None:
    mark = {"command": "group", "file": source.sha256, "version": __version__}
    target = opened.enter_context(open_output(output, mark))
    names = [encode_basestring(name) for name in ids]
    rows = (
        f'{{"id": {name}, "group": {number}, "root": {names[root]}}}\n'
        for name, number, root in zip(names, found.groups, found.roots, strict=True)
    )
    while lines := "".join(islice(rows, AT_ONCE)):
        target.send(lines.encode())
    target.finish()
