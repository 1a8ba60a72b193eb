"""The squares of a QR code."""

from kiemtin.bulletin import qr
from tests.bulletin.drawn import CODE


def test_runs_cover_exactly_the_dark_squares() -> None:
    rows = qr.matrix(CODE)
    dark = {(x, y) for y, row in enumerate(rows) for x, one in enumerate(row) if one}
    covered = [(x + at, y) for x, y, length in qr.runs(rows) for at in range(length)]
    assert set(covered) == dark
    assert len(covered) == len(dark)
