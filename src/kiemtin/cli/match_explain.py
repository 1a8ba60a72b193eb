"""`kiemtin match --explain`: one message, what it was compared with, and why it came out so.

Asks a library of claims, or the desk without one; stores nothing.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack

from kiemtin.cli import match_library
from kiemtin.cli.match_input import Report, prepare
from kiemtin.cli.progress import Progress
from kiemtin.cli.say import language, out, sentence
from kiemtin.matching.decide import Matcher
from kiemtin.matching.marks import decisive_first
from kiemtin.matching.types import Candidate, Entry, Match, Query, Reason, Row
from kiemtin.refusal import Say
from kiemtin.text.canonical import check_text
from kiemtin.text.checkable import suggest
from kiemtin.text.places.written import read_place

DECISIONS = {
    "same": Say("TRÙNG với một tin đã kiểm chứng", "THE SAME as a known claim"),
    "maybe": Say("CÓ THỂ TRÙNG, cần người xem", "MAYBE the same; a person decides"),
    "new": Say("MỚI, chưa có tin nào như vậy", "NEW: no known claim says this"),
}
KINDS = {
    "number": Say("con số", "number"),
    "money": Say("số tiền", "money"),
    "date": Say("ngày", "date"),
    "time": Say("giờ", "time"),
    "place": Say("nơi", "place"),
    "direction": Say("chiều", "direction"),
    "negation": Say("phủ định", "negation"),
    "quantifier": Say("phạm vi", "extent"),
    "actor": Say("tên", "name"),
    "noun": Say("thứ được nói đến", "thing"),
    "word": Say("từ ngữ", "word"),
}
VERDICTS = {
    "agree": Say("khớp", "agree"),
    "conflict": Say("KHÁC", "CONFLICT"),
    "absent": Say("–", "–"),
}
DECIDED = Say("{what} ({probability:.0%})", "{what} ({probability:.0%})")
CLAIM = Say("  {id}  {claim}", "  {id}  {claim}")
DETAILS = Say("\nChi tiết", "\nDetails")
HEADS = (
    Say("loại", "kind"),
    Say("tin nhắn", "message"),
    Say("tin đã kiểm chứng", "claim"),
    Say("so sánh", "compared"),
)
REASONS = Say("\nLý do", "\nReasons")
CHECKABLE = Say("\nMáy gợi ý: {kind}", "\nSuggested: {kind}")
NEXT = Say("\nCác tin gần tiếp theo", "\nThe next claims")
CANDIDATE = Say("  {probability:>4.0%}  {id}  {claim}", "  {probability:>4.0%}  {id}  {claim}")
LINE = Say("  {what}", "  {what}")
NOTHING = "–"
SHOWN = 5


def run(args: argparse.Namespace) -> int:
    """Explain; 1 when a row of the library was left out. Raises TextRefused and PlaceRefused."""
    query = Query(
        check_text(_given(args.explain)), args.date, read_place((args.place or "").strip())
    )
    if args.library is None:
        show(query, *_by_desk(query))
        return 0
    report = Report(Progress())
    with ExitStack() as opened:
        library = prepare(args.library, opened)
        means = match_library.means(args.encoder, args.decision_model)
        matcher = match_library.matcher(library, means, args.index, args.jobs, report)
    show(query, matcher, matcher.match(query))
    return 1 if report.lost else 0


def _given(written: str) -> str:
    """The text, or standard input; what is not UTF-8 in it cannot be part of a word."""
    return sys.stdin.buffer.read().decode("utf-8", "replace") if written == "-" else written


def _by_desk(query: Query) -> tuple[Matcher, Match]:
    from kiemtin.cli.start import load_desk

    load_desk()
    from kiemtin.desk.flow import encoding
    from kiemtin.desk.flow.index import library

    matcher, means = library().refresh(), encoding.means()
    if means.trouble:
        match_library.tell_trouble(means.trouble, words_only=means.encoder is None)
    return matcher, matcher.match(query)


def show(query: Query, matcher: Matcher, match: Match) -> None:
    """Print the decision, the claim, the details beside each other, the reasons, and the next."""
    out(DECIDED, what=sentence(DECISIONS[match.decision]), probability=match.probability)
    chosen = next((one for one in match.candidates if one.id == match.id), None)
    if chosen:
        out(CLAIM, id=chosen.id, claim=_claim(matcher, chosen))
        _table(chosen.comparison.rows)
    out(REASONS)
    for reason in match.reasons:
        out(LINE, what=f"- {_said(reason)}")
    _suggested(query)
    others = [one for one in match.candidates if one.id != match.id][:SHOWN]
    if others:
        out(NEXT)
    for one in others:
        out(CANDIDATE, probability=one.probability, id=one.id, claim=_claim(matcher, one))


def _suggested(query: Query) -> None:
    """Print whether the message itself seems to state anything that can be checked."""
    found = suggest(query.text, query.date)
    vietnamese = language() == "vi"
    out(CHECKABLE, kind=found.vi() if vietnamese else found.en())
    for one in found.reasons:
        out(LINE, what=f"- {one.vi() if vietnamese else one.en()}")


def _claim(matcher: Matcher, candidate: Candidate) -> str:
    entry: Entry | None = matcher.index.entry(candidate.id)
    return " ".join(entry.claim.split()) if entry else NOTHING


def _table(rows: Sequence[Row]) -> None:
    if not rows:
        return
    out(DETAILS)
    lines = [tuple(sentence(head) for head in HEADS), *_cells(decisive_first(rows))]
    widths = [max(len(line[at]) for line in lines) for at in range(len(HEADS))]
    for line in lines:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        out(LINE, what="  ".join(padded).rstrip())


def _cells(rows: Sequence[Row]) -> Iterator[tuple[str, ...]]:
    for row in rows:
        kind = sentence(KINDS[row.kind]) if row.kind in KINDS else row.kind
        compared = sentence(VERDICTS[row.verdict])
        yield (kind, row.query_value or NOTHING, row.entry_value or NOTHING, compared)


def _said(reason: Reason) -> str:
    return reason.vi() if language() == "vi" else reason.en()
