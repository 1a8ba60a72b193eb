"""Posters: read far away, in black and white too, with a code that a phone reads."""

import re
import subprocess
from pathlib import Path

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from PIL import Image

from kiemtin.bulletin.content import Content
from kiemtin.bulletin.poster import PAPERS, poster
from kiemtin.bulletin.refusal import ContentRefused
from kiemtin.bulletin.verdicts import VERDICTS
from tests.bulletin.contents import CONTENTS, dam
from tests.bulletin.drawn import CASES, CODE, LONGEST, WITHDRAWN, refused_as

DPI = 150
SIZES = sorted(PAPERS)


def text_of(pdf: bytes, folder: Path) -> str:
    file = folder / "poster.pdf"
    file.write_bytes(pdf)
    ran = subprocess.run(["pdftotext", "-layout", file, "-"], check=True, capture_output=True)
    return " ".join(ran.stdout.decode().split())


def picture_of(pdf: bytes, folder: Path) -> Image.Image:
    file, target = folder / "poster.pdf", folder / "poster"
    file.write_bytes(pdf)
    ran = ["pdftoppm", "-r", str(DPI), "-png", "-singlefile", str(file), str(target)]
    subprocess.run(ran, check=True)
    with Image.open(f"{target}.png") as picture:
        return picture.convert("RGB")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", CASES)
def test_every_poster_is_small_and_the_same_each_time(name: str, size: str) -> None:
    pdf = poster(CASES[name], size=size, code=CODE)
    assert pdf.startswith(b"%PDF-")
    assert len(pdf) <= 300_000
    assert poster(CASES[name], size=size, code=CODE) == pdf


@pytest.mark.system
@pytest.mark.parametrize("size", SIZES)
def test_the_code_is_read_back_from_the_rendered_sheet(tmp_path: Path, size: str) -> None:
    found = zxingcpp.read_barcodes(picture_of(poster(LONGEST, size=size, code=CODE), tmp_path))
    assert [one.text for one in found] == [CODE]


@pytest.mark.system
def test_all_is_there_and_the_rumour_once(tmp_path: Path) -> None:
    said = text_of(poster(dam(), code=CODE), tmp_path)
    for part in (
        "SAI",
        "Tin đồn này",
        dam().fact,
        "Nên làm",
        "xã Mường Hum",
        "đến hết 25/11/2026",
        "Bàn kiểm tin Lào Cai",
        "22/11/2026 14:05",
        "example.vn/kiem-chung/dap-nam-pung-1",
        "Quét mã",
    ):
        assert part in said
    assert said.count("nước sắp tràn") == 1


@pytest.mark.system
@pytest.mark.parametrize("size", SIZES)
def test_the_longest_draft_keeps_fact_what_to_do_and_correction(tmp_path: Path, size: str) -> None:
    said = text_of(poster(LONGEST, size=size, code=CODE), tmp_path)
    assert LONGEST.fact in said
    assert LONGEST.todo in said
    assert "bản đã đính chính" in said
    assert "Đính chính bản trước" in said


@pytest.mark.system
def test_a_withdrawal_does_not_tell_the_fact_again(tmp_path: Path) -> None:
    said = text_of(poster(WITHDRAWN, code=CODE), tmp_path)
    assert "ĐÃ RÚT LẠI" in said
    assert WITHDRAWN.what_was_wrong in said
    assert WITHDRAWN.fact not in said


@pytest.mark.system
def test_a_drill_says_so_above_all(tmp_path: Path) -> None:
    assert text_of(poster(dam(), code=CODE, drill=True), tmp_path).startswith("DIỄN TẬP")
    assert "DIỄN TẬP" not in text_of(poster(dam(), code=CODE), tmp_path)


@pytest.mark.system
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", CASES)
def test_nothing_runs_over_the_frame(tmp_path: Path, name: str, size: str) -> None:
    picture = np.asarray(picture_of(poster(CASES[name], size=size, code=CODE), tmp_path))
    paper, dot = PAPERS[size], DPI / 25.4
    edge = round((paper.margin - 0.5) * dot)
    outside = np.concatenate(
        [
            picture[:edge].ravel(),
            picture[-edge:].ravel(),
            picture[:, :edge].ravel(),
            picture[:, -edge:].ravel(),
        ]
    )
    assert outside.min() == 255
    # Between the frame and the texts a white stripe runs down on both sides, below the band.
    top = round((paper.margin + paper.band + 1) * dot)
    inner = round((paper.margin + paper.frame + paper.wide * 0.015) * dot)
    for stripe in (inner, picture.shape[1] - inner):
        assert picture[top : -round((paper.margin + paper.frame + 0.5) * dot), stripe].min() == 255


@pytest.mark.system
def test_without_colour_each_verdict_still_looks_its_own(tmp_path: Path) -> None:
    seen = set()
    for verdict in VERDICTS:
        grey = picture_of(poster(dam(verdict=verdict), code=CODE), tmp_path).convert("1")
        band = grey.crop((0, 0, grey.width, round((9 + 50) / 25.4 * DPI)))
        seen.add(band.tobytes())
    assert len(seen) == len(VERDICTS)


@pytest.mark.system
def test_fonts_travel_with_the_file_and_it_names_title_and_language(tmp_path: Path) -> None:
    pdf = poster(dam(), code=CODE)
    (tmp_path / "a.pdf").write_bytes(pdf)
    fonts = subprocess.run(["pdffonts", tmp_path / "a.pdf"], check=True, capture_output=True)
    rows = fonts.stdout.decode().splitlines()[2:]
    assert len(rows) == 3
    assert all("BeVietnamPro" in row and re.search(r"\byes yes yes\b", row) for row in rows)
    told = subprocess.run(["pdfinfo", "-meta", tmp_path / "a.pdf"], check=True, capture_output=True)
    assert dam().fact in told.stdout.decode()
    assert b"/Lang (vi-VN)" in pdf
    assert b"/OutputIntents" in pdf


def test_what_does_not_fit_even_at_the_smallest_is_refused() -> None:
    with pytest.raises(ContentRefused) as refused:
        poster(dam(fact="đập không vỡ " * 300), size="A5", code=CODE)
    assert refused.value.code == "sheet"
    with pytest.raises(ContentRefused) as refused:
        poster(dam(), size="A3")
    assert refused.value.code == "size"


@pytest.mark.system
def test_without_a_key_the_code_is_the_address_of_the_page_and_promises_no_more(
    tmp_path: Path,
) -> None:
    assert poster(dam()) == poster(dam(), code=dam().url)
    assert "Quét mã để xem chứng cứ" in text_of(poster(dam()), tmp_path)
    assert "Quét mã để biết tờ này có đúng" in text_of(poster(dam(), code=CODE), tmp_path)


@settings(max_examples=25, deadline=None)
@given(CONTENTS)
def test_any_content_is_a_poster_or_is_refused(content: Content) -> None:
    with refused_as("letters", "empty", "sheet"):
        assert poster(content, size="A5").startswith(b"%PDF-")
