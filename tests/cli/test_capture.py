"""`kiemtin capture` writes one archive, overwrites nothing, and says why when it cannot."""

import argparse
from pathlib import Path

import pytest

from kiemtin.cli import capture
from kiemtin.cli.main import main
from kiemtin.media.archive import open_archive
from tests.media.fetch.site import means
from tests.support.web_site import WebSite


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands speak English."""
    monkeypatch.setenv("KIEMTIN_LANG", "en")


def keep(address: str, path: Path) -> int:
    given = {"site": "https://tin.example/", "mail": "", "chromium": None}
    return capture.run(argparse.Namespace(address=address, file=path, **given), means())


def test_a_page_becomes_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.wacz"
    with WebSite() as site:
        assert keep(site.page, path) == 0
        assert open_archive(path.read_bytes()).page == site.page
        assert keep(site.page, path) == 1
    printed = capsys.readouterr()
    assert "Hồ Suối Bạc an toàn" in printed.out
    assert "overwrites nothing" in printed.err


def test_what_is_no_page_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["capture", "file:///etc/passwd", str(tmp_path / "a.wacz")]) == 1
    assert "https://" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
