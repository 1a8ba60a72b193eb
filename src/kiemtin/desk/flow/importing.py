"""Import: rows of a file through the same door as every message; a report per row, nothing
twice.
"""

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.db import transaction

from kiemtin.channels.file.inbound import Bad, Good, read_rows
from kiemtin.channels.refusal import RowRefused
from kiemtin.desk import receipts
from kiemtin.desk.acts import Act
from kiemtin.desk.flow import audit, match, receive
from kiemtin.desk.models import Account, Desk, Message
from kiemtin.refusal import Refusal
from kiemtin.text.canonical import check_text
from kiemtin.text.places import gazetteer
from kiemtin.text.redact import redact

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class RowReport:
    """What became of one row: `outcome` is new, known or bad; `refusal` says why it is bad."""

    line: int
    outcome: str
    refusal: Refusal | None = None
    receipt: str = ""


@dataclass
class Report:
    """What became of a file, row by row."""

    rows: list[RowReport] = field(default_factory=list)

    @property
    def counts(self) -> Counter[str]:
        """Rows by outcome."""
        return Counter(row.outcome for row in self.rows)

    @property
    def stored(self) -> int:
        """Rows that are new."""
        return self.counts["new"]

    @property
    def bad(self) -> list[RowReport]:
        """Rows that could not be read, with their line numbers."""
        return [row for row in self.rows if row.outcome == "bad"]


def import_data(
    data: bytes, name: str, desk: Desk, *, dry_run: bool, actor: Account | None = None
) -> Report:
    """Import a CSV or JSONL file; with `dry_run` nothing is stored.

    Raises Refusal when the file as a whole cannot be read.
    """
    report = Report(list(import_rows(data, name, desk, dry_run=dry_run, actor=actor)))
    log.info("import.done dry_run=%s counts=%s", dry_run, dict(report.counts))
    return report


def import_rows(
    data: bytes, name: str, desk: Desk, *, dry_run: bool, actor: Account | None = None
) -> Iterator[RowReport]:
    """The report of each row as it is done, for progress on long files; each row stands by itself,
    and the file is one entry of the desk's own book, also when it was broken off.
    """
    counts: Counter[str] = Counter()
    try:
        for row in read_rows(data, name):
            report = _row(row, desk, dry_run)
            counts[report.outcome] += 1
            yield report
    finally:
        if counts and not dry_run:
            _note(actor, desk, counts)


def _row(row: Good | Bad, desk: Desk, dry_run: bool) -> RowReport:
    if isinstance(row, Bad):
        return RowReport(row.line, "bad", row.refusal)
    try:
        return _dry(row) if dry_run else _store(row, desk)
    except Refusal as refusal:
        return RowReport(row.line, "bad", refusal)


def _note(actor: Account | None, desk: Desk, counts: Counter[str]) -> None:
    rows = {outcome: counts[outcome] for outcome in ("new", "known", "bad")}
    with transaction.atomic():
        audit.note(actor, desk, Act.MESSAGES_IMPORTED, desk, **rows)


def _dry(row: Good) -> RowReport:
    check_text(row.inbound.text)
    if row.inbound.place:
        gazetteer().get(row.inbound.place)
    code = receipts.code(row.inbound.channel, row.inbound.external_id)
    known = Message.objects.filter(receipt=receipts.lookup(code)).first()
    return _known(row, known) if known else RowReport(row.line, "new")


def _store(row: Good, desk: Desk) -> RowReport:
    received = receive.receive(row.inbound, desk)
    if not received.created:
        return _known(row, received.message)
    match.match_message(received.message)
    return RowReport(row.line, "new", receipt=received.receipt)


def _known(row: Good, stored: Message) -> RowReport:
    """The row came before; refused when its id stands for another text, so that none is lost.

    Compared without what editors marked to be kept: they may have marked more since.
    """
    if redact(check_text(row.inbound.text)).text != redact(stored.text).text:
        raise RowRefused("id_taken", {"got": row.inbound.external_id[:40]})
    return RowReport(row.line, "known")
