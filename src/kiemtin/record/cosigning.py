"""After a log has grown: every witness is asked, and what they sign is published beside it.

A witness that does not answer holds nothing back: the checkpoint is public before anyone is asked.
What each said last is kept in `witnesses.json` beside the log; losing that file costs one question.
"""

import json
import ssl
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from kiemtin.record import disk
from kiemtin.record.fetch import SECONDS, Site
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.notes import Signature
from kiemtin.record.reader import CHECKPOINT, LogFolder
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.witness import Ask, Witness, ask
from kiemtin.record.witness_refusal import ALARMS
from kiemtin.record.writer import LogWriter

ANSWERS = "witnesses.json"
COSIGNED = "cosigned"


@dataclass(frozen=True)
class LastAnswer:
    """What a witness said last: `outcome` is COSIGNED or the code of a refusal, and its sentences.

    `size` is the longest log that it cosigned, 0 for none, at `cosigned_at`; times are ISO 8601.
    """

    outcome: str
    asked_at: str
    size: int = 0
    cosigned_at: str = ""
    vi: str = ""
    en: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.size, int) or self.size < 0:
            raise ValueError(self.size)
        for time in filter(None, (self.asked_at, self.cosigned_at)):
            if datetime.fromisoformat(time).tzinfo is None:
                raise ValueError(time)

    @property
    def is_alarm(self) -> bool:
        """Whether the witness saw another log under this name."""
        return self.outcome in ALARMS


def cosign(
    folder: LogFolder,
    witnesses: Sequence[Witness],
    open_log: Callable[[], AbstractContextManager[LogWriter]],
    *,
    seconds: float = SECONDS,
    context: ssl.SSLContext | None = None,
) -> dict[str, LastAnswer]:
    """Ask each witness about the published checkpoint and publish what they signed.

    `open_log` opens the writer, for a moment and only after everyone was asked. Returns what each
    said, by the text of its key. An empty log and one that nobody witnesses is left alone. Raises
    RecordRefused when the log itself cannot be read or written.
    """
    note = folder.file(CHECKPOINT)
    before = Ask(note, lambda *_: b"")
    size = before.checkpoint.size
    if not size or not witnesses:
        return {}
    asked = Ask(note, folder.nodes(size))
    earlier = last_answers(folder)
    lines: list[Signature] = []
    answers: dict[str, LastAnswer] = {}
    for witness in witnesses:
        last = earlier.get(str(witness.key))
        signed, answer = _ask(asked, witness, last, seconds, context)
        lines += signed
        answers[str(witness.key)] = answer
    with open_log() as log:
        if lines:
            log.cosigned(asked.text, lines)
        _remember(folder, {**earlier, **answers})
    return answers


def _ask(
    asked: Ask,
    witness: Witness,
    last: LastAnswer | None,
    seconds: float,
    context: ssl.SSLContext | None,
) -> tuple[list[Signature], LastAnswer]:
    now = datetime.now(UTC)
    said = now.isoformat(timespec="seconds")
    size = asked.checkpoint.size
    # A longer one is not ours to claim: the witness will say so itself.
    old = min(last.size, size) if last else 0
    try:
        with Site(witness.address, seconds=seconds, context=context) as site:
            lines = ask(site, witness.key, asked, old, now)
    except RecordRefused as refused:
        kept = last or LastAnswer("", "")
        words = {"vi": refused.vi(), "en": refused.en()}
        return [], LastAnswer(refused.code, said, kept.size, kept.cosigned_at, **words)
    return lines, LastAnswer(COSIGNED, said, size, said)


def last_answers(folder: LogFolder) -> dict[str, LastAnswer]:
    """What each witness said last, by the text of its key; empty when nothing is known."""
    try:
        data = folder.file(ANSWERS)
        return {key: LastAnswer(**said) for key, said in json.loads(data).items()}
    except (LogRefused, ValueError, TypeError, AttributeError):
        return {}


def _remember(folder: LogFolder, answers: Mapping[str, LastAnswer]) -> None:
    path = folder.path / ANSWERS
    text = json.dumps({key: asdict(said) for key, said in answers.items()}, ensure_ascii=False)
    disk.replace(disk.prepare(path, text.encode()), path)
