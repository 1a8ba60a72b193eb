#!/usr/bin/env python3
"""Installs the system programs that some tests and forms need, when it may; else says the line to
run. Never needed for `make demo`; standard library only, since it may run before set-up.
Exit status: 0 when all is there or may be left out, 1 when something is missing under CI=true.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

FONTS = Path("/usr/share/fonts/truetype/noto")
OCR_DATA = Path("/usr/share/tesseract-ocr")


@dataclass(frozen=True)
class Part:
    """One thing a test may need: its mark, what finds it, the Debian packages that bring it."""

    mark: str
    name: str
    packages: tuple[str, ...]
    programs: tuple[str, ...] = ()
    folder: Path | None = None
    pattern: str = ""

    def found(self) -> str | None:
        """The path of the program or file, or None."""
        for program in self.programs:
            if path := shutil.which(program):
                return path
        if self.folder is not None:
            return next((str(path) for path in sorted(self.folder.glob(self.pattern))), None)
        return None


PARTS = (
    Part("browser", "Chromium", ("chromium",), ("chromium", "chromium-browser", "google-chrome")),
    Part("system", "Tesseract", ("tesseract-ocr",), ("tesseract",)),
    Part(
        "system",
        "Tesseract's Vietnamese",
        ("tesseract-ocr-vie",),
        folder=OCR_DATA,
        pattern="*/tessdata/vie.traineddata",
    ),
    Part("system", "espeak-ng", ("espeak-ng",), ("espeak-ng",)),
    Part("system", "Noto fonts", ("fonts-noto-core",), folder=FONTS, pattern="NotoSans-Regular.*"),
    Part("system", "Poppler", ("poppler-utils",), ("pdftoppm",)),
    Part("system", "OpenSSL", ("openssl",), ("openssl",)),
)


def missing(mark: str | None = None) -> list[Part]:
    """The parts that are not on this machine, of one mark or of all."""
    return [part for part in PARTS if mark in (None, part.mark) and part.found() is None]


def install_line(parts: list[Part]) -> str:
    """The line that installs `parts` on Debian and Ubuntu."""
    packages = " ".join(package for part in parts for package in part.packages)
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {packages}"


def _may_install() -> list[str] | None:
    """The words to put before apt-get, or None when this user may not install."""
    if shutil.which("apt-get") is None:
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _succeeds(command: list[str]) -> bool:
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        print(result.stdout[-2000:] + result.stderr[-2000:], file=sys.stderr)
    return result.returncode == 0


def _install(parts: list[Part], before: list[str]) -> None:
    packages = [package for part in parts for package in part.packages]
    print(f"Installing {' '.join(packages)} ...", file=sys.stderr, flush=True)
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    if _succeeds([*apt, "update"]):
        _succeeds([*apt, "install", "-y", "--no-install-recommends", *packages])


def main() -> int:
    """Install what is missing when allowed; report what is still missing."""
    parts = missing()
    before = _may_install() if parts else None
    if before is not None:
        _install(parts, before)
    parts = missing()
    if not parts:
        return 0
    names = ", ".join(part.name for part in parts)
    print(f"Not on this machine: {names}. To install:\n  {install_line(parts)}", file=sys.stderr)
    if os.environ.get("CI") == "true":
        print("CI=true: nothing may be left out.", file=sys.stderr)
        return 1
    print("Tests that need them are left out and named at the end.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
