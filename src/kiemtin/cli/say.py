"""What the commands say, in Vietnamese unless the reader's environment asks for another language.

KIEMTIN_LANG=vi|en decides; without it, the locale: vi, C, POSIX and none give Vietnamese, any other
language English. Works without Django.
"""

import os
import sys
from collections.abc import Mapping
from typing import Literal, TextIO

from kiemtin.refusal import Refusal, Say

Language = Literal["vi", "en"]
VIETNAMESE = ("vi", "c", "posix", "")
LOCALE_NAMES = ("LC_ALL", "LC_MESSAGES", "LANG")


def language(environ: Mapping[str, str] | None = None) -> Language:
    """The language of this run."""
    environ = os.environ if environ is None else environ
    wanted = environ.get("KIEMTIN_LANG", "").lower()
    if wanted == "vi":
        return "vi"
    if wanted == "en":
        return "en"
    locale = next((environ[name] for name in LOCALE_NAMES if environ.get(name)), "")
    return "vi" if locale.split(".")[0].split("_")[0].lower() in VIETNAMESE else "en"


def sentence(text: Say, **params: object) -> str:
    """`text` in the language of this run, its placeholders filled in."""
    return (text.vi if language() == "vi" else text.en).format(**params)


def out(text: Say, **params: object) -> None:
    """Print to standard output, at once."""
    _print(sentence(text, **params), sys.stdout)


def complain(problem: Say | Refusal, **params: object) -> None:
    """Print to standard error."""
    said = told(problem) if isinstance(problem, Refusal) else sentence(problem, **params)
    _print(said, sys.stderr)


def told(refusal: Refusal) -> str:
    """A refusal's sentence in the language of this run."""
    return refusal.vi() if language() == "vi" else refusal.en()


def _print(line: str, stream: TextIO) -> None:
    encoding = stream.encoding or "utf-8"
    print(line.encode(encoding, "replace").decode(encoding), file=stream, flush=True)
