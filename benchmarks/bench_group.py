"""Measures grouping beside rensa and datasketch on one made-up archive, in one run.

    python benchmarks/bench_group.py [--messages 1000 3000 10000 100000 1000000] [--seed 2026]

Each runs in a process of its own. CPU and wall time are from texts in memory to group numbers; of
"kiemtin group" from a file of JSON Lines to the file of the result. "one by one" is `Groups`, as
messages come. The compiled loops are loaded before, as they are on every run but the first. Peak
memory is of the whole process, archive included. Of a small archive a few groups decide the share
of pairs: "pairs" says how many there are, "worst" how many of the wrong ones stand in one group.
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from benchmarks import archive, group_peers
from benchmarks.group_scores import score

ROOT = Path(__file__).resolve().parents[1]

SAMPLE = 20_000
"""Messages for datasketch, which would take minutes for more, and for `Groups`."""

COMMAND, ONLINE = "kiemtin group", "Kiểm Tin one by one"
SAMPLED = ("datasketch", ONLINE)
SYSTEMS = ("Kiểm Tin", COMMAND, ONLINE, "rensa", "datasketch")
SIZES = [1_000, 3_000, 10_000, 100_000, 1_000_000]
HEAD = (
    "| | messages | CPU s | wall s | peak MB | pair P | pair R | B³ P | B³ R | B³ F1 | pairs "
    "| worst |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def main() -> int:
    """Print the table, or with --system the figures of one run as JSON."""
    options = _options()
    if options.system:
        print(json.dumps(_measure(options.system, options.file, options.messages[0])))
        return 0
    print(HEAD)
    for messages in options.messages:
        with tempfile.TemporaryDirectory() as folder:
            file = _write(Path(folder) / "archive.jsonl", messages, options.seed)
            for system in SYSTEMS:
                print(_row(system, _child(system, file, messages)), flush=True)
    print(_machine(options.seed))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--messages", type=int, nargs="+", default=SIZES)
    parser.add_argument("--seed", type=int, default=archive.TEST)
    parser.add_argument("--system", choices=SYSTEMS, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args()


def _write(path: Path, messages: int, seed: int) -> Path:
    made = archive.make(messages, seed)
    with path.open("w", encoding="utf-8") as file:
        for at, (text, claim) in enumerate(zip(made.texts, made.claims, strict=True)):
            row = {"id": str(at), "text": text, "claim": claim}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def _child(system: str, file: Path, messages: int) -> dict[str, Any]:
    command = [sys.executable, __file__, "--system", system, "--file", str(file)]
    done = subprocess.run(
        [*command, "--messages", str(messages)], check=True, capture_output=True, text=True
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _measure(system: str, file: Path, messages: int) -> dict[str, Any]:
    count = min(messages, SAMPLE) if system in SAMPLED else messages
    texts, claims = [], []
    with file.open(encoding="utf-8") as rows:
        for _, raw in zip(range(count), rows, strict=False):
            row = json.loads(raw)
            claims.append(row["claim"])
            if system != COMMAND:
                texts.append(row["text"])
    output = file.with_suffix(".out")
    run = _runner(system, texts, file, output)
    cpu, wall = time.process_time(), time.perf_counter()
    groups = run()
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if system == COMMAND:
        with output.open(encoding="utf-8") as rows:
            groups = [json.loads(row)["group"] for row in rows]
    scores = score(claims, groups)
    values = [cpu, wall, peak, scores.pair_precision, scores.pair_recall]
    values += [scores.b3_precision, scores.b3_recall, scores.b3_f1]
    return {"count": count, "values": values, "pairs": scores.pairs, "worst": scores.worst}


def _runner(system: str, texts: list[str], file: Path, output: Path) -> Callable[[], list[int]]:
    if system in group_peers.PEERS:
        return lambda: group_peers.PEERS[system](texts)
    from kiemtin.cli.main import main
    from kiemtin.matching.grouping import Groups, group

    group(["một hai ba", "bốn năm sáu"])
    if system == "Kiểm Tin":
        return lambda: group(texts).groups
    if system == ONLINE:
        groups = Groups()
        return lambda: [groups.add(str(at), text) for at, text in enumerate(texts)]
    return lambda: [main(["group", str(file), "--output", str(output)])]


def _row(system: str, figures: dict[str, Any]) -> str:
    cpu, wall, peak, *shares = figures["values"]
    sampled = ", sample" if figures["count"] == SAMPLE and system in SAMPLED else ""
    cells = [f"{system}{sampled}", f"{figures['count']:,}", f"{cpu:.1f}", f"{wall:.1f}"]
    cells += [f"{peak:.0f}", *(f"{one:.3f}" for one in shares)]
    cells += [f"{figures[name]:,}" for name in ("pairs", "worst")]
    return f"| {' | '.join(cells)} |"


def _machine(seed: int) -> str:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    model = next(
        (line.split(":")[1].strip() for line in _cpu_lines() if line.startswith("model name")), ""
    )
    return (
        f"\n{model or platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, commit {commit.stdout.strip()}, seed {seed}"
    )


def _cpu_lines() -> list[str]:
    path = Path("/proc/cpuinfo")
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


if __name__ == "__main__":
    sys.exit(main())
