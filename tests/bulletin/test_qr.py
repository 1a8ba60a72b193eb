"""The squares of a QR code."""

from kiemtin.bulletin import qr
from kiemtin.web.public import bulletins
from tests.bulletin.drawn import CODE


def test_runs_cover_exactly_the_dark_squares() -> None:
    rows = qr.matrix(CODE)
    dark = {(x, y) for y, row in enumerate(rows) for x, one in enumerate(row) if one}
    covered = [(x + at, y) for x, y, length in qr.runs(rows) for at in range(length)]
    assert set(covered) == dark
    assert len(covered) == len(dark)


def test_squares_are_as_large_as_on_a_printed_page() -> None:
    assert (qr.MODULE_MM, qr.QUIET) == (bulletins.MODULE_MM, bulletins.QUIET)
