"""A program of the desk's choice hears a recording as a WAV; what goes wrong is one sentence."""

from pathlib import Path

import pytest

from kiemtin.media.inside.speech import Unheard, transcribe
from tests.media.recordings import sound_file, tune

HEAR = """#!/usr/bin/env python3
import sys, wave
with wave.open(sys.stdin.buffer) as file:
    seconds = (file.getnframes() + 800) // 16000
    print("Nghe", file.getframerate(), file.getnchannels(), seconds, "giây")
"""


def program(folder: Path, text: str) -> str:
    path = folder / "nghe"
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)
    return str(path)


SOUND = sound_file(tune(1, 3.0))


def test_the_words_of_the_program_come_back(tmp_path: Path) -> None:
    assert transcribe(SOUND, program(tmp_path, HEAR)) == "Nghe 16000 1 3 giây"


@pytest.mark.parametrize(
    ("script", "code"),
    [("#!/bin/sh\nexit 3\n", "program"), ("#!/bin/sh\nexec sleep 60\n", "slow")],
)
def test_a_program_that_fails_is_one_sentence(tmp_path: Path, script: str, code: str) -> None:
    with pytest.raises(Unheard) as refused:
        transcribe(SOUND, program(tmp_path, script), seconds=1.0)
    assert refused.value.code == code


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unheard) as refused:
        transcribe(SOUND, str(tmp_path / "khong-co"))
    assert refused.value.code == "program"
