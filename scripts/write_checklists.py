#!/usr/bin/env python3
"""Writes docs/checklists.md from the lists of steps in the code, in English.

usage: .venv/bin/python scripts/write_checklists.py

A test compares the page with the code, so that they never say different things.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from kiemtin.desk.checklists import Steps

PAGE = Path(__file__).resolve().parents[1] / "docs/checklists.md"
HEAD = """\
# Check-lists

<!-- Written by scripts/write_checklists.py from src/kiemtin/desk/checklists: change it there. -->

Six lists, one for each kind of thing that is checked. They follow the practice that First Draft,
AFP, Bellingcat and the IFCN teach, cut down to what a small desk can do in an hour.

- **Where.** On a rumour's page, under *Steps of checking*. The desk suggests the lists that fit the
  claim, with the reason; any other can be chosen. Several can be in use at once.
- **A step** is noted as done, done and nothing found, not possible, or not needed, with a note.
  Phone numbers and names of private persons are covered in notes, as in messages; a number that an
  editor marked as the claim's own subject stays.
- **Two at once.** Who notes a step that a colleague has noted meanwhile is shown the colleague's
  words, and both texts stand in the field; nothing is overwritten unseen.
- **A help, never a gate.** Publishing does not ask for a list. The review page shows which steps
  are open and what the others brought. Signatures do not cover the lists: no reader sees them, and
  a step noted after signing changes nothing that goes out.
- **Kept.** A list with a noted step stays with the evidence for good; one that nobody used can be
  put back. Each act stands in the desk's own book, by codes, without the words of a note.
- **Tools.** Each step links to what the product has for it. A tool whose page a desk does not have
  is not shown.
"""


def page() -> str:
    """The page in English, from the lists as the code has them."""
    from django.utils import translation

    from kiemtin.desk.checklists import LISTS

    with translation.override("en"):
        return "\n".join([HEAD, *(line for one in LISTS.values() for line in _list(one))])


def _list(steps: "Steps") -> Iterator[str]:
    yield f"## {steps.kind.label}\n"
    yield f"**Primary source.** {steps.primary}\n"
    for number, step in enumerate(steps.steps, 1):
        tools = "; ".join(_small(str(tool.label)) for tool in step.tools)
        helps = f" *Tools: {tools}.*" if tools else ""
        yield f"{number}. **{step.what}** {step.why}{helps}"
    yield "\n**Traps.**\n"
    yield from (f"- {trap}" for trap in steps.traps)
    yield f"\n**When to stop.** {steps.stop}\n"


def _small(label: str) -> str:
    return label[:1].lower() + label[1:]


def main() -> None:
    """Write the page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiemtin.web.settings")
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
