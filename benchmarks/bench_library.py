"""How fast the library of sources is: taking in 1,000 articles, and finding passages for a claim.

    python benchmarks/bench_library.py [--passages 100000] [--asked 100] [--seed 7]

Through the desk on a SQLite file of its own: articles as a source gives them, their passages cut
and followed by this process. Vectors are drawn at random, as long as real ones: how near they are
says nothing, and searching them takes as long. Encoding follows later in the worker and is timed
apart, on 64 passages. Each step is told in seconds of the clock and of the processor: on a machine
that does other things beside, only the second is the step's own. Prints a Markdown table.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks.machine import machine

if TYPE_CHECKING:
    from kiemtin.channels.feeds.items import Item

ARTICLES = 1_000
SENTENCES = 20
"""Of an article: about ten passages."""
PLACES = ("Lào Cai", "Yên Bái", "Sơn La", "Hà Giang", "Cao Bằng", "Bắc Kạn", "Lai Châu", "Phú Thọ")
THINGS = ("hồ chứa", "quốc lộ", "trường học", "chợ phiên", "cầu treo", "trạm y tế", "bến xe")
DOINGS = ("đã mở lại", "còn đóng cửa", "được kiểm tra", "bị ngập", "vận hành bình thường", "sạt lở")


def main() -> int:
    """Fill a desk of its own and print what each step took."""
    parser = argparse.ArgumentParser(description="measure the library of sources")
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--asked", type=int, default=100)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kiemtin-library-") as home:
        _set_up(home)
        rows = _measured(options.passages, options.asked, random.Random(options.seed))
    print(f"{machine()}\n\n| what | asked | by the clock | of the processor |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")
    return 0


def _set_up(home: str) -> None:
    os.environ |= {"KIEMTIN_HOME": home, "KIEMTIN_DRILL": "true", "KIEMTIN_VOICES": "none"}
    os.environ.pop("DATABASE_URL", None)
    from kiemtin.cli.main import main as kiemtin

    assert kiemtin(["migrate"]) == 0


def _measured(passages: int, asked: int, chance: random.Random) -> list[tuple[str, ...]]:
    from kiemtin.desk.flow import articles
    from kiemtin.desk.flow import passages as kept
    from kiemtin.desk.flow import shelf as shelves
    from kiemtin.desk.models import Desk, Passage, Rumour, Source
    from kiemtin.desk.moment import now, today
    from kiemtin.web.desk import beside

    source = Source.objects.create(
        name="Báo", kind="news", shape="file", set_by_file=True, added_at=now()
    )
    while Passage.objects.count() < passages:
        articles.take(source, _items(chance, ARTICLES))
    _draw_vectors(chance)
    shelf = shelves.Shelf()
    opening = _spent(shelf.follow)
    many = Passage.objects.count()

    def take() -> None:
        articles.take(source, _items(chance, ARTICLES))
        shelf.follow()

    taking = _spent(take)
    encoding = _spent(kept.encode_some)
    shelf.follow()
    keeping = _spent(lambda: shelf.keep(shelves.folder()))
    shelves.forget()
    mapping = _spent(lambda: shelves.shelf().follow())
    desk = Desk.objects.create(name="Bàn đo", slug="do")

    def rumour() -> Rumour:
        return Rumour(desk=desk, claim=_sentence(chance), place="15", opened_at=now())

    def search(one: Rumour) -> object:
        return shelf.nearest(one.claim, today(), one.place, 20)

    searched = [_spent(partial(search, rumour())) for _ in range(asked)]
    shown = [rumour() for _ in range(asked)]
    for one in shown:
        one.save()
    first = [_spent(partial(beside.passages, one, today())) for one in shown]
    again = [_spent(partial(beside.passages, one, today())) for one in shown]
    return [
        (f"{ARTICLES:,} articles taken in and found", "≤ 60 s", *_told([taking])),
        ("64 of their passages encoded by the worker", "–", *_told([encoding])),
        (f"one search among {many:,} passages", "≤ 100 ms", *_told(searched)),
        ("what a rumour's page shows of them, the first time", "–", *_told(first)),
        ("the same once more", "–", *_told(again)),
        (f"a process takes {many:,} passages from the database", "–", *_told([opening])),
        ("a worker keeps them in the folder", "–", *_told([keeping])),
        ("a process that starts maps them from there", "–", *_told([mapping])),
    ]


def _told(spent: list[tuple[float, float]]) -> tuple[str, str]:
    """The median, and below how much 95 of 100 stay where there are so many: clock, processor."""
    clock, processor = (sorted(one) for one in zip(*spent, strict=True))
    return _in_words(clock), _in_words(processor)


def _in_words(spent: list[float]) -> str:
    if len(spent) == 1:
        return f"{spent[0]:.1f} s"
    middle, slow = spent[len(spent) // 2], spent[int(len(spent) * 0.95)]
    return f"{middle * 1000:.0f} ms (95 %: {slow * 1000:.0f} ms)"


def _draw_vectors(chance: random.Random) -> None:
    """Give each passage a vector of the encoder's length, so that none waits to be encoded."""
    import numpy as np

    from kiemtin.desk.flow import encoding
    from kiemtin.desk.models import Passage

    encoder = encoding.means().encoder
    if encoder is None:
        return
    drawn = np.random.default_rng(chance.getrandbits(32))
    rows = list(Passage.objects.only("pk"))
    for start in range(0, len(rows), 2_000):
        some = rows[start : start + 2_000]
        vectors = drawn.normal(size=(len(some), encoder.dim)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        for row, vector in zip(some, vectors, strict=True):
            row.vector, row.encoder = vector.astype("<f2").tobytes(), encoder.name
        Passage.objects.bulk_update(some, ["vector", "encoder"], batch_size=200)


def _items(chance: random.Random, count: int) -> "list[Item]":
    from kiemtin.channels.feeds.items import Item
    from kiemtin.desk.moment import now

    return [
        Item(
            str(chance.getrandbits(64)),
            _sentence(chance),
            "\n".join(" ".join(_sentence(chance) for _ in range(2)) for _ in range(SENTENCES // 2)),
            "",
            now(),
        )
        for _ in range(count)
    ]


def _sentence(chance: random.Random) -> str:
    thing, place, doing = (chance.choice(one) for one in (THINGS, PLACES, DOINGS))
    day, month, many = chance.randint(1, 28), chance.randint(1, 12), chance.randint(2, 900)
    end = f"sau {many} giờ, theo lời xã thứ {chance.randint(1, 500)}."
    return f"Ngày {day}/{month}/2025 {thing} ở {place} {doing} {end}"


def _spent(step: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock, and of the processor."""
    began, worked = time.perf_counter(), time.process_time()
    step()
    return time.perf_counter() - began, time.process_time() - worked


if __name__ == "__main__":
    sys.exit(main())
