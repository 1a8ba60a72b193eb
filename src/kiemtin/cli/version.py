"""`kiemtin version`: the versions that a report of a fault should name."""

import argparse
import platform
from importlib.util import find_spec

from kiemtin import __version__
from kiemtin.cli.say import out
from kiemtin.refusal import Say

HELP = Say("phiên bản của Kiểm Tin và của các phần chính", "the versions of Kiểm Tin and its parts")
LINE = Say("{name} {version}", "{name} {version}")


def configure(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(args: argparse.Namespace) -> int:
    """Print one part a line."""
    for name, version in parts().items():
        out(LINE, name=name, version=version)
    return 0


def parts() -> dict[str, str]:
    """Name and version of each part that is installed."""
    found = {"kiemtin": __version__, "python": platform.python_version()}
    if find_spec("django"):
        import django

        found["django"] = django.__version__
    if find_spec("pysqlite3"):
        from pysqlite3 import sqlite_version

        found["sqlite"] = sqlite_version
    return found
