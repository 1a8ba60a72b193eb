"""`kiemtin worker`: does the jobs of the outbox until it is stopped; one is enough for a desk, and
`kiemtin serve` runs one itself unless told not to.
"""

import argparse
import signal
import threading
from types import FrameType

from kiemtin.cli.say import out
from kiemtin.cli.start import load_desk
from kiemtin.refusal import Say

HELP = Say(
    "làm các việc chờ: báo cho người hỏi, xoá dữ liệu đến hạn",
    "do the waiting jobs: tell those who asked, erase what is due",
)
WORKING = Say("Đang làm việc chờ. Ctrl-C để dừng.", "Doing the waiting jobs. Ctrl-C stops.")
STOPPED = Say("Đã dừng.", "Stopped.")


def configure(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(args: argparse.Namespace) -> int:
    """Work until SIGINT or SIGTERM; the job in hand is finished first."""
    load_desk()
    from kiemtin.desk.flow import deliver

    stop = threading.Event()

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, ask_to_stop)
    signal.signal(signal.SIGTERM, ask_to_stop)
    out(WORKING)
    deliver.run_forever(stop)
    out(STOPPED)
    return 0
