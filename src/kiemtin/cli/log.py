"""`kiemtin log`: how the public log stands: how much is signed, what each outside witness said
last, which time-stamps there are, and what all that shows and does not show.
"""

import argparse
from typing import TYPE_CHECKING

from kiemtin.cli.say import out, sentence
from kiemtin.cli.start import load_desk
from kiemtin.refusal import Say

if TYPE_CHECKING:
    from kiemtin.record.cosigning import LastAnswer
    from kiemtin.record.reader import LogFolder
    from kiemtin.record.witness import Witness

HELP = Say(
    "nhật ký công khai: đã ký tới đâu, nhân chứng nói gì, dấu thời gian nào",
    "the public log: how much is signed, what witnesses said, which time-stamps there are",
)
ACTION = Say(
    "status: xem; witnesses: hỏi mọi nhân chứng ngay bây giờ",
    "status: look; witnesses: ask every witness now",
)
ACTIONS = ("status", "witnesses")
RIGHT, WRONG, LIMIT = (Say(f"{mark} {{what}}", f"{mark} {{what}}") for mark in "✓✕!")
SIGNED = Say(
    "{size} mục đã ký trong {folder}; {waiting} mục chờ ký",
    "{size} entries are signed in {folder}; {waiting} wait to be signed",
)
NO_WITNESS = Say(
    "chưa có nhân chứng nào trong KIEMTIN_WITNESSES", "KIEMTIN_WITNESSES names no witness"
)
NOT_ASKED = Say("{name} ({organisation}): chưa hỏi", "{name} ({organisation}): not asked yet")
COSIGNED = Say(
    "{name} ({organisation}): ký {size} mục, {time}",
    "{name} ({organisation}): cosigned {size} entries, {time}",
)
REFUSED = Say(
    "{name} ({organisation}), {time}: {reason} Lần ký gần nhất: {size} mục.",
    "{name} ({organisation}), {time}: {reason} It last cosigned {size} entries.",
)


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do."""
    parser.add_argument(
        "action", choices=ACTIONS, nargs="?", default="status", help=sentence(ACTION)
    )


def run(args: argparse.Namespace) -> int:
    """Say how the log stands; 1 when a witness saw another log under its name."""
    load_desk()
    from django.conf import settings

    from kiemtin.desk import log_folder
    from kiemtin.desk.flow import witnessing
    from kiemtin.desk.queries.log_shown import log_statements
    from kiemtin.record.cosigning import last_answers

    if args.action == "witnesses":
        witnessing.ask(settings.WITNESSES)
    folder = log_folder.folder()
    _say_size(folder)
    answers = last_answers(folder)
    said = [(one, answers.get(str(one.key))) for one in settings.WITNESSES]
    for witness, answer in said:
        _say_witness(witness, answer)
    if not said:
        out(LIMIT, what=sentence(NO_WITNESS))
    for one in log_statements():
        out(RIGHT if one.proven else LIMIT, what=sentence(Say(one.vi, one.en)))
    return 1 if any(answer and answer.is_alarm for _, answer in said) else 0


def _say_size(folder: "LogFolder") -> None:
    from kiemtin.desk import log_folder
    from kiemtin.desk.models import LogEntry

    size = log_folder.size()
    waiting = LogEntry.objects.filter(number__gte=size).count()
    what = sentence(SIGNED, size=size, folder=folder.path, waiting=waiting)
    out(LIMIT if waiting else RIGHT, what=what)


def _say_witness(witness: "Witness", answer: "LastAnswer | None") -> None:
    who = {"name": witness.key.name, "organisation": witness.organisation}
    if answer is None:
        out(LIMIT, what=sentence(NOT_ASKED, **who))
    elif answer.outcome == "cosigned":
        out(RIGHT, what=sentence(COSIGNED, **who, size=answer.size, time=answer.cosigned_at))
    else:
        reason = sentence(Say(answer.vi, answer.en))
        words = {**who, "size": answer.size, "time": answer.asked_at, "reason": reason}
        out(WRONG if answer.is_alarm else LIMIT, what=sentence(REFUSED, **words))
