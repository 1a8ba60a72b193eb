"""`kiemtin group`: what it reads, writes and says."""

import json
from pathlib import Path
from typing import Any

import pytest

from kiemtin.cli.main import main

ROWS = [
    {"id": "a", "text": "đập Nậm Sỏi sắp vỡ rồi bà con ơi"},
    {"id": "b", "text": "giá xăng lại tăng từ tối nay"},
    {"id": "c", "text": "dap nam soi sap vo roi ba con oi"},
]


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIEMTIN_LANG", "en")


def write(path: Path, rows: list[dict[str, Any]]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


def read(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_rows_come_out_in_their_order(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["group", write(tmp_path / "m.jsonl", ROWS)]) == 0
    out, told = capfd.readouterr()
    assert read(out) == [
        {"id": "a", "group": 1, "root": "a"},
        {"id": "b", "group": 2, "root": "b"},
        {"id": "c", "group": 1, "root": "a"},
    ]
    assert "3 messages, 2 groups, the largest of 2; 0 bad rows." in told


def test_decisions_hold_and_what_cannot_is_told(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    said = [{"merge": ["a", "c"]}, {"merge": ["a", "b"]}, {"split": ["a", "c"]}]
    decided = write(tmp_path / "d.jsonl", said)
    target = tmp_path / "o.jsonl"
    names = ["group", write(tmp_path / "m.jsonl", ROWS), "--output", str(target)]
    assert main([*names, "--decisions", decided]) == 0
    groups = {row["id"]: row["group"] for row in read(target.read_text())}
    assert groups["a"] == groups["b"] != groups["c"]
    assert "d.jsonl:1: a later decision says otherwise" in capfd.readouterr().err


def test_a_decision_about_nobody_counts_as_a_bad_row(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    decided = write(tmp_path / "d.jsonl", [{"merge": ["a", "x"]}])
    assert main(["group", write(tmp_path / "m.jsonl", ROWS), "--decisions", decided]) == 1
    assert "d.jsonl:1: no message has this id" in capfd.readouterr().err


def test_bad_rows_are_named_and_the_others_grouped(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rows = [*ROWS, {"id": "a", "text": "khác"}, {"text": "không mã"}]
    target = tmp_path / "o.jsonl"
    assert main(["group", write(tmp_path / "m.jsonl", rows), "--output", str(target)]) == 1
    told = capfd.readouterr().err
    assert "m.jsonl:4: row left out" in told
    assert "m.jsonl:5: row left out" in told
    assert len(read(target.read_text())) == 3


def test_plain_lines(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "m.txt"
    source.write_text("vỡ đập rồi\nVO DAP ROI\n", encoding="utf-8")
    assert main(["group", "--lines", str(source)]) == 0
    assert [row["root"] for row in read(capfd.readouterr().out)] == ["1", "1"]


def test_the_input_is_not_written_over(tmp_path: Path) -> None:
    source = write(tmp_path / "m.jsonl", ROWS)
    before = Path(source).read_text()
    assert main(["group", source, "--output", source]) == 1
    assert Path(source).read_text() == before


def test_two_jobs_write_what_one_writes(tmp_path: Path) -> None:
    source = write(tmp_path / "m.jsonl", ROWS)
    for jobs in ("1", "2"):
        assert main(["group", source, "--output", str(tmp_path / jobs), "--jobs", jobs]) == 0
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
