"""`kiemtin match` on files: a row of the result for each message, in their order, or no file."""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import ClassVar

from kiemtin import __version__
from kiemtin.cli import match_library
from kiemtin.cli.match_input import Input, Report, prepare
from kiemtin.cli.partial import Output, open_output
from kiemtin.cli.progress import Progress
from kiemtin.cli.say import complain, language
from kiemtin.matching.batch import match_all
from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoders.choice import Means
from kiemtin.matching.rows import QueryRow, queries, result
from kiemtin.refusal import Refusal, Say
from kiemtin.text.checkable import suggest

MATCHING = Say(
    "... {done} tin nhắn đã so ({rate}/giây; tệp có {total} dòng)",
    "... {done} messages matched ({rate} a second; the file has {total} lines)",
)
GOING_ON = Say(
    "Tiếp tục lần chạy dở dang: {count} tin nhắn đã xong.",
    "Going on with an interrupted run: {count} messages are done.",
)
STOPPED = Say(
    "Đã dừng; tin nhắn đã xong được giữ lại. Chạy lại cùng lệnh để tiếp tục.",
    "Stopped; the messages that are done are kept. Run the same command to go on.",
)
SUM = Say(
    "{same} trùng, {maybe} có thể trùng, {new} mới; {bad} dòng lỗi.",
    "{same} same, {maybe} maybe, {new} new; {bad} bad rows.",
)


class SameFile(Refusal):
    """The result would take the place of what is read."""

    sentences: ClassVar = {
        "same": Say(
            "{name} vừa là tệp đọc vừa là tệp kết quả. Hãy đặt tên khác cho --output.",
            "{name} is read and would be the result too. Give --output another name.",
        ),
    }


def run(args: argparse.Namespace) -> int:
    """Match every message; 1 when a row was left out. Raises Refusal when a file cannot be used."""
    refuse_same(args.output, args.library, args.queries)
    progress = Progress()
    report = Report(progress)
    with ExitStack() as opened:
        library, messages = prepare(args.library, opened), prepare(args.queries, opened)
        means = match_library.means(args.encoder, args.decision_model)
        run_mark = mark(args, library, messages, means)
        target = opened.enter_context(open_output(args.output, run_mark))
        try:
            matcher = match_library.matcher(library, means, args.index, args.jobs, report)
            rows = report.good(messages.name, queries(messages.stream, args.date))
            progress.begin(MATCHING, messages.lines, len(target.done))
            counts = write_all(target, matcher, rows, args.jobs, progress)
            target.finish()
        except BrokenPipeError:  # nobody reads on: as other commands, without a word
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 1
        except KeyboardInterrupt:
            progress.clear()
            complain(STOPPED)
            raise
    progress.clear()
    complain(SUM, **{name: counts[name] for name in ("same", "maybe", "new")}, bad=report.lost)
    return 1 if report.lost else 0


def refuse_same(output: str, *read: str) -> None:
    """Raise SameFile when the output is one of the files that are read."""
    for name in read:
        both = [Path(one) for one in (output, name) if one != "-" and Path(one).is_file()]
        if len(both) == 2 and both[0].samefile(both[1]):
            raise SameFile("same", {"name": output})


def mark(args: argparse.Namespace, library: Input, messages: Input, means: Means) -> dict[str, str]:
    """What makes a run the same run: what is read, and everything that decides what comes out."""
    return {
        "library": library.sha256,
        "queries": messages.sha256,
        "day": args.date.isoformat(),
        "language": language(),
        "version": __version__,
        "encoder": means.encoder.name if means.encoder else "",
        "model": sha256(repr(means.model).encode()).hexdigest(),
    }


def write_all(
    target: Output,
    matcher: Matcher,
    rows: Iterator[QueryRow],
    jobs: int,
    progress: Progress,
) -> Counter[str]:
    """Write a row for each message that is not done; returns all decisions, counted."""
    done = dict(target.done)
    counts = Counter(done.values())
    if done:
        complain(GOING_ON, count=len(done))
    left = (row for row in rows if row.id not in done)
    for row, match, parts in match_all(matcher, left, jobs):
        suggested = suggest(row.query.text, row.query.date)
        target.write(result(row.id, match, language(), parts, suggested))
        counts[match.decision] += 1
        progress.at(counts.total())
    return counts
