"""How long every form of one fact-check takes, with and without speech, and how long the voices
speak beside what the script says. Prints a Markdown table with the machine and the commit.
"""

import argparse
import io
import re
import statistics
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

import numpy as np
from PIL import Image

from benchmarks.machine import machine
from kiemtin.bulletin.atom import FeedHead, atom_feed
from kiemtin.bulletin.audio import RATE, SILENCE, mp3, speak, voices, wav_seconds
from kiemtin.bulletin.cap import Envelope, cap_alert
from kiemtin.bulletin.card import card
from kiemtin.bulletin.claimreview import claim_review
from kiemtin.bulletin.content import Content, Evidence
from kiemtin.bulletin.email import mail
from kiemtin.bulletin.loudspeaker import COMMA, SENTENCE, SYLLABLE, script
from kiemtin.bulletin.loudspeaker_package import Broadcast, Sound, loudspeaker_package
from kiemtin.bulletin.poster import poster
from kiemtin.bulletin.short_text import share_text, short_text
from kiemtin.bulletin.sms import sms

CONTENT = Content(
    url="https://example.vn/kiem-chung/dap-nam-pung-1",
    slug="dap-nam-pung-1",
    desk_name="Bàn kiểm tin Lào Cai",
    claim="Đập thuỷ điện Nậm Pung bị vỡ.",
    verdict="false",
    fact="Đập thuỷ điện Nậm Pung không vỡ và vẫn vận hành bình thường.",
    said="Đập Nậm Pung vỡ, nước sắp tràn về các xã hạ lưu.",
    why="Nhà máy và UBND xã đã kiểm tra thân đập lúc 9h30 ngày 22/11/2026; mực nước thấp hơn "
    "ngưỡng tràn 2,5 m. Ảnh lan truyền chụp ở nơi khác, lưu lượng qua tràn là 0 m3/s. Đoạn phim "
    "dài 15 giây được cắt từ một bản tin cũ. Không có thông báo sơ tán nào của chính quyền.",
    todo="Nghe thông báo của xã. Không chia sẻ tin chưa kiểm chứng. Gọi 112 khi cần cứu nạn.",
    checked_at=datetime(2026, 11, 22, 7, 5, tzinfo=UTC),
    place_name="xã Mường Hum, Lào Cai",
    valid_until=date(2026, 11, 25),
    evidence=(
        Evidence("Nhà máy thuỷ điện Nậm Pung", "Thông báo", "https://example.org/thong-bao"),
        Evidence("UBND xã", "Biên bản kiểm tra"),
    ),
)
CODE = "https://example.vn/ma/#" + "A" * 330
HEAD = FeedHead("Kiểm chứng", "https://example.vn/feed", "https://example.vn/", CONTENT.desk_name)
SENTENCES = (
    "Bàn kiểm tin Lào Cai thông báo.",
    "Đập thuỷ điện Nậm Pung không vỡ và vẫn vận hành bình thường.",
    "Có tin đồn rằng đập Nậm Pung vỡ, nước sắp tràn về các xã hạ lưu. Tin này sai.",
    "Nhà máy và uỷ ban xã đã kiểm tra thân đập lúc chín giờ sáng. Ảnh lan truyền chụp ở nơi khác.",
    "Nghe thông báo của xã. Không chia sẻ tin chưa kiểm chứng. Không qua ngầm, suối khi nước lên.",
    "Lúc mười bốn giờ năm phút ngày hai mươi hai tháng mười một, hồ xả hai cửa, bốn trăm năm mươi "
    "mét khối một giây.",
    "Hội chữ thập đỏ tỉnh chỉ nhận ủng hộ qua tài khoản công bố trên trang của hội, không nhờ cá "
    "nhân thu tiền.",
    "Điểm sạt lở trên quốc lộ bốn đê đã được dọn, xe qua lại một chiều, mỗi lượt mười lăm phút.",
)
"""What the pace of the voices is measured on."""


def middle(make: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Seconds of the middle one of several rounds, and the KB it made, 0 for what is no file."""
    took, made = [], None
    for _ in range(rounds):
        start = time.perf_counter()
        made = make()
        took.append(time.perf_counter() - start)
    return statistics.median(took), len(made) / 1000 if isinstance(made, bytes) else 0.0


def noise() -> bytes:
    """A picture that cannot be made small, as a false picture for the cards."""
    pixels = np.random.default_rng(1).integers(0, 256, (900, 1200, 3), dtype=np.uint8)
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, "JPEG", quality=80)
    return file.getvalue()


def forms() -> dict[str, Callable[[], object]]:
    """Each form without sound."""
    made, picture = script(CONTENT), noise()
    return {
        "short text and share text": lambda: (short_text(CONTENT), share_text(CONTENT)),
        "SMS, with marks and without": lambda: (sms(CONTENT), sms(CONTENT, marks=False)),
        "loudspeaker script": lambda: script(CONTENT),
        "e-mail": lambda: mail(CONTENT, "https://example.vn/leave"),
        "ClaimReview and Atom": lambda: (claim_review(CONTENT), atom_feed(HEAD, [CONTENT])),
        "package without sound": lambda: loudspeaker_package(CONTENT, made, (), Broadcast("1")),
        "poster A4": lambda: poster(CONTENT, size="A4", code=CODE),
        "poster A5": lambda: poster(CONTENT, size="A5", code=CODE),
        "card, square": lambda: card(CONTENT, size="square"),
        "card, tall": lambda: card(CONTENT, size="story"),
        "card, square, over a picture of noise": lambda: card(CONTENT, picture=picture),
        "card, tall, over a picture of noise": lambda: card(CONTENT, size="story", picture=picture),
        "CAP": lambda: cap_alert(CONTENT, Envelope("example.vn", "dap-1")),
    }


def spoken_forms() -> tuple[dict[str, Callable[[], object]], list[str]]:
    """Speech and MP3 of each voice, the package with all of them; and lines on their lengths."""
    made = script(CONTENT)
    wavs = {voice: speak(made.text, voice.code) for voice in voices()}
    sounds = [Sound(voice.code, voice.name.vi, (wav, mp3(wav))) for voice, wav in wavs.items()]
    found: dict[str, Callable[[], object]] = {}
    for voice, wav in wavs.items():
        found[f"speech, {voice.name.en}"] = partial(speak, made.text, voice.code)
        found[f"MP3, {voice.name.en}"] = partial(mp3, wav)
    if sounds:
        found["package with all voices"] = lambda: loudspeaker_package(
            CONTENT, made, sounds, Broadcast("1")
        )
    said = f"script says {made.seconds} s, one reading {made.once_seconds} s"
    lengths = [f"{voice.name.en}: {wav_seconds(wav):.1f} s; {said}" for voice, wav in wavs.items()]
    return found, lengths


def pace(code: str) -> tuple[float, float, float]:
    """Seconds that a syllable, a sentence and a comma take in a voice, by least squares."""
    texts = [
        *SENTENCES,
        *(" ".join(SENTENCES[at : at + 3]) for at in range(6)),
        " ".join(SENTENCES),
    ]
    counts = [(len(re.findall(r"\w+", text)), text.count("."), text.count(",")) for text in texts]
    took = [wav_seconds(speak(text, code)) - 2 * SILENCE for text in texts]
    fitted = np.linalg.lstsq(np.array(counts, float), np.array(took), rcond=None)[0]
    return float(fitted[0]), float(fitted[1]), float(fitted[2])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    print(machine(), end="\n\n| form | seconds | KB |\n|---|---|---|\n")
    silent = {name: middle(make, rounds) for name, make in forms().items()}
    heard, lengths = spoken_forms()
    loud = {name: middle(make, rounds) for name, make in heard.items()}
    for name, (took, size) in {**silent, **loud}.items():
        print(f"| {name} | {took:.3f} | {f'{size:.0f}' if size else ''} |")
    quiet, spoken = (sum(took for took, _size in one.values()) for one in (silent, loud))
    print(f"| **all without speech** (≤ 4 s) | **{quiet:.2f}** | |")
    print(f"| **all with speech** (≤ 15 s) | **{quiet + spoken:.2f}** | |\n")
    print("\n".join(lengths), end="\n\n")
    print(f"pace used: {SYLLABLE} s a syllable, {SENTENCE} a sentence, {COMMA} a comma ({RATE} Hz)")
    for voice in voices():
        syllable, sentence, comma = pace(voice.code)
        print(f"{voice.name.en}: {syllable:.3f}, {sentence:.2f}, {comma:.2f}")


if __name__ == "__main__":
    main()
