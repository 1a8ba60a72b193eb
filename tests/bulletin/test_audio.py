"""Speech: heard, even in loudness, with silence around, in the time that the script says."""

import io
import subprocess
import wave
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from kiemtin.bulletin import audio
from kiemtin.bulletin.audio import PEAK, RATE, SILENCE, VOICES, mp3, speak, voices, wav_seconds
from kiemtin.bulletin.audio_refusal import AudioRefused
from kiemtin.bulletin.loudspeaker import script
from kiemtin.bulletin.mp3_frames import mp3_seconds
from kiemtin.bulletin.spoken import spoken
from tests.bulletin.contents import DAM

CODES = [voice.code for voice in VOICES]


def samples(wav: bytes) -> NDArray[np.int16]:
    with wave.open(io.BytesIO(wav)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return np.frombuffer(file.readframes(file.getnframes()), "<i2")


def tone(seconds: float, channels: int = 1) -> bytes:
    """A WAV of one note."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(RATE)
        note = 9_000 * np.sin(np.arange(int(seconds * RATE) * channels) / 8)
        file.writeframes(note.astype("<i2").tobytes())
    return kept.getvalue()


def put_program(folder: Path, monkeypatch: pytest.MonkeyPatch, lines: str) -> None:
    """Another program under the name of espeak-ng."""
    program = folder / audio.PROGRAM
    program.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


@pytest.mark.system
@pytest.mark.parametrize("code", CODES)
def test_a_script_is_heard_and_takes_no_longer_than_it_says(code: str) -> None:
    made = script(DAM)
    heard = samples(speak(made.text, code))
    still = int(SILENCE * RATE)
    assert not heard[:still].any()
    assert not heard[-still:].any()
    assert np.abs(heard.astype(int)).max() == round(PEAK * 32_767)
    loud = np.abs(heard[still:-still].astype(int)) > 500
    assert loud.mean() > 0.3
    seconds = len(heard) / RATE - 2 * SILENCE
    assert 0.85 * made.seconds < seconds <= made.seconds


@pytest.mark.system
def test_each_voice_is_another_and_each_is_the_same_again() -> None:
    text = "Đập không vỡ."
    made = [speak(text, code) for code in CODES]
    assert len(set(made)) == 3
    assert made == [speak(text, code) for code in CODES]
    assert [voice.code for voice in voices()] == CODES


@pytest.mark.system
def test_what_is_spoken_out_stays_vietnamese_in_the_mouth_of_the_voice() -> None:
    """As it is written the program falls into English at UBND and TP."""
    written = "UBND TP. họp lúc 14:05 ngày 22/11, gửi OTP, SCB, 5GB, QL32, 1.234,5 m3/s."
    assert "(en)" in phonemes(written)
    assert "(en)" not in phonemes(spoken(written))


def phonemes(text: str) -> str:
    words = ["espeak-ng", "-v", "vi", "-x", "-q", "--stdin"]
    return subprocess.run(words, input=text, capture_output=True, text=True, check=True).stdout


@pytest.mark.system
def test_brackets_are_no_phonemes_and_options_are_text() -> None:
    assert speak("[[h'El@U]] đập", "vi") == speak("h'El@U đập".replace("h", "  h"), "vi")
    assert wav_seconds(speak("--version -w /tmp/x đập")) > 2 * SILENCE


def test_mp3_is_as_long_as_the_wav_and_much_smaller() -> None:
    wav = tone(3)
    made = mp3(wav)
    seconds = mp3_seconds(made)
    assert seconds == pytest.approx(3, abs=0.15)
    assert len(made) < len(wav) / 5
    assert made == mp3(wav)


@pytest.mark.parametrize("data", [b"", b"RIFF", b"RIFF\x00\x00\x00\x00WAVEfmt ", tone(0.1, 2)])
def test_mp3_is_made_of_one_channel_of_16_bits_only(data: bytes) -> None:
    with pytest.raises(AudioRefused) as refused:
        mp3(data)
    assert refused.value.code == "not_wav"


def test_an_unknown_voice_an_empty_and_a_long_text_are_refused() -> None:
    for text, voice, code in (
        ("Đập", "en", "voice"),
        ("Đập", "vi --version", "voice"),
        (" …\n", "vi", "empty"),
        ("đập " * 2_000, "vi", "too_long"),
    ):
        with pytest.raises(AudioRefused) as refused:
            speak(text, voice)
        assert refused.value.code == code


def test_without_the_program_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert voices() == []
    with pytest.raises(AudioRefused) as refused:
        speak("Đập")
    assert refused.value.code == "no_program"
    assert "espeak-ng" in refused.value.vi()


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ("exit 3", "failed"),
        ("echo no sound", "failed"),
        ("printf 'RIFF'; head -c 4000 /dev/zero", "silent"),
        ("printf 'RIFF'; cat /dev/zero", "too_long"),
        ("sleep 60", "failed"),
    ],
)
def test_a_program_that_fails_is_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: str, code: str
) -> None:
    put_program(tmp_path, monkeypatch, lines)
    monkeypatch.setattr(audio, "WAIT_SECONDS", 1.0)
    monkeypatch.setattr(audio, "MOST_SECONDS", 2)
    with pytest.raises(AudioRefused) as refused:
        speak("Đập")
    assert refused.value.code == code


def test_the_program_gets_its_text_on_its_input_and_nothing_of_our_surroundings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "x")
    put_program(tmp_path, monkeypatch, f"env > {tmp_path}/env; cat > {tmp_path}/told; exit 1")
    with pytest.raises(AudioRefused):
        speak("Đập; rm -rf $HOME")
    assert (tmp_path / "told").read_text(encoding="utf-8") == "Đập; rm -rf $HOME"
    assert "SECRET" not in (tmp_path / "env").read_text(encoding="utf-8")
