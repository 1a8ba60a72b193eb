"""`kiemtin look` says what a file says, each file by itself."""

from pathlib import Path

import pytest

from kiemtin.cli.main import main
from tests.media.pictures import encoded, exif, photo


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands speak English."""
    monkeypatch.setenv("KIEMTIN_LANG", "en")


def test_facts_and_digest_are_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(encoded(photo(200, 150), "JPEG", exif=exif()))
    assert main(["look", str(path)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("a.jpg: image/jpeg, ")
    assert "GPS position" in printed


def test_one_bad_file_stops_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.exe").write_bytes(b"MZ" * 99)
    (tmp_path / "b.txt").write_text("Mực nước 36,2 mét.", encoding="utf-8")
    names = ["a.exe", "b.txt", "khong-co.png"]
    assert main(["look", *(str(tmp_path / name) for name in names)]) == 1
    printed = capsys.readouterr()
    assert "36,2" in printed.out
    assert printed.err.count("a.exe:") == 1
    assert "khong-co.png: cannot be opened" in printed.err
