#!/usr/bin/env python3
"""Draws every form of a fact-check with each verdict into build/forms, to be looked at: posters as
PDF and PNG, cards, texts, the script and its sound. PNG of posters needs pdftoppm, sound espeak-ng.
"""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

from benchmarks.bench_forms import CODE, CONTENT, noise
from kiemtin.bulletin.audio import speak, voices
from kiemtin.bulletin.card import card
from kiemtin.bulletin.content import Content
from kiemtin.bulletin.email import mail
from kiemtin.bulletin.holding import HoldingContent
from kiemtin.bulletin.loudspeaker import script
from kiemtin.bulletin.poster import poster
from kiemtin.bulletin.short_text import share_text
from kiemtin.bulletin.sms import sms
from kiemtin.bulletin.verdicts import VERDICTS

FOLDER = Path(__file__).resolve().parents[1] / "build/forms"
WRONG = "Bản trước ghi sai giờ xả."


def contents() -> dict[str, Content]:
    """One content a verdict, and what is special: a holding line, an amendment, a withdrawal."""
    found = {code: replace(CONTENT, verdict=code) for code in VERDICTS if code != "checking"}
    found["amended"] = replace(CONTENT, version=2, kind="amendment", what_was_wrong=WRONG)
    found["withdrawn"] = replace(CONTENT, version=3, kind="withdrawal", what_was_wrong=WRONG)
    found["checking"] = HoldingContent(
        url=CONTENT.url,
        slug=CONTENT.slug,
        desk_name=CONTENT.desk_name,
        claim=CONTENT.claim,
        safe_action="Nếu bạn ở ven suối: lên chỗ cao ngay, đừng chờ xác minh.",
        checking="Chúng tôi đang hỏi nhà máy và xã.",
        published_at=CONTENT.checked_at,
        next_update_at=CONTENT.checked_at.replace(hour=8),
        place_name=CONTENT.place_name,
    ).content()
    return found


def draw(name: str, content: Content) -> None:
    """All forms of one content."""
    for size in ("A4", "A5"):
        path = FOLDER / f"{name}-{size.lower()}.pdf"
        path.write_bytes(poster(content, size=size, code=CODE))
        if shutil.which("pdftoppm"):
            words = ["pdftoppm", "-png", "-r", "80", "-singlefile", str(path), str(path)[:-4]]
            subprocess.run(words, check=True)
    for size in ("square", "story"):
        picture = noise() if name == "false" else None
        (FOLDER / f"{name}-{size}.png").write_bytes(card(content, size=size, picture=picture))
    read, letter = script(content), mail(content)
    texts = [share_text(content), sms(content).text, read.text, letter.text]
    (FOLDER / f"{name}.txt").write_text("\n\n———\n\n".join(texts), encoding="utf-8")
    (FOLDER / f"{name}.html").write_text(letter.html, encoding="utf-8")
    if voices() and name in ("false", "checking"):
        (FOLDER / f"{name}.wav").write_bytes(speak(read.text))


def main() -> None:
    """Draw and say where."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, content in contents().items():
        draw(name, content)
    print(f"{len(list(FOLDER.iterdir()))} files in {FOLDER.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main()
