"""`kiemtin migrate`: brings the database up to this version; the only command besides `init` and
`demo` that changes its tables.
"""

import argparse

from kiemtin.cli.say import out, sentence
from kiemtin.cli.start import load_django, make_home, missing_migrations
from kiemtin.refusal import Say

HELP = Say("nâng cấp cơ sở dữ liệu lên phiên bản này", "bring the database up to this version")
CURRENT = Say("Cơ sở dữ liệu đã ở phiên bản này.", "The database is at this version already.")
LISTED = Say("Sẽ làm {count} bước nâng cấp.", "{count} migrations would be applied.")
DONE = Say("Đã làm {count} bước nâng cấp.", "Applied {count} migrations.")
CHECK = Say("chỉ xem, không đổi gì", "only look, change nothing")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add --dry-run."""
    parser.add_argument("--dry-run", action="store_true", help=sentence(CHECK))


def run(args: argparse.Namespace) -> int:
    """Apply what is missing."""
    make_home()
    load_django()
    count = missing_migrations()
    if not count:
        out(CURRENT)
    elif args.dry_run:
        out(LISTED, count=count)
    else:
        apply()
        out(DONE, count=count)
    return 0


def apply() -> None:
    """Apply every missing migration."""
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
