"""This project's own phrases of everyday speech, of which headlines and laws know little."""

from pathlib import Path


def phrases() -> list[str]:
    """Return the phrases, one a line of spoken.txt."""
    text = Path(__file__).with_suffix(".txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
