"""How hard a JPEG was pressed, from its table for brightness."""

from collections.abc import Sequence

# ITU-T T.81, table K.1; only the sum matters, so the order does not.
_STANDARD = (
    *(16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55),
    *(14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62),
    *(18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92),
    *(49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99),
)


def quality(table: Sequence[int]) -> int:
    """Return the setting 1 to 100 of libjpeg whose table is nearest by its sum.

    Cameras and programs with tables of their own get the setting that presses as hard.
    """
    total = sum(int(step) for step in table)
    return min(range(1, 101), key=lambda setting: abs(_sum(setting) - total))


def _sum(setting: int) -> int:
    # libjpeg, jcparam.c: jpeg_quality_scaling and jpeg_add_quant_table
    scale = 5000 // setting if setting < 50 else 200 - 2 * setting
    return sum(min(255, max(1, (step * scale + 50) // 100)) for step in _STANDARD)
