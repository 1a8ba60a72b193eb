"""Whether a part of a picture stands in it twice, shifted: a hint that it was copied and pasted.

Points that look alike within the picture are paired, the shifts that several pairs share are tried
out, and what agrees pixel by pixel is told. What repeats more than once (letters, tiles, windows)
and what consists of few colours (writing, charts, buttons) is left alone.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kiemtin.media.alike.pixels import Grey, Light, of_area
from kiemtin.media.alike.place import packed
from kiemtin.media.alike.points import of_one_size
from kiemtin.media.forensics.areas import Area, areas
from kiemtin.media.forensics.hint import Box, Hint
from kiemtin.refusal import Say

SIDE = 640
"""Side, in pixels, of a square with as many pixels as the size looked at."""
MOST = 3000
"""Points looked at."""
NEAR = 22
"""Bits of 128 up to which two points look the same."""
ALONE = 10
"""Bits by which the next like point has to be farther: what repeats has many that are like."""
APART = 28
"""Pixels between the two places, at least."""
SHARED = 3
"""Pixels by which shifts may differ and still be one."""
PAIRS = 4
"""Pairs that share a shift."""
WITHIN = 7
"""Pairs that have to lie in a copy."""
TRIED = 8
"""Shifts tried, those that most pairs share first."""
REPEATS = 3
"""Shifts from which the picture repeats itself; then nothing is told."""
SAME = 0.85
"""Correlation of the detail around a pixel from which it is the same in both places."""
WINDOW = 4
"""Pixels around each that are compared with it."""
FLAT = 0.8
"""Root mean square of the detail (0–255) below which there is nothing to compare."""
CELL = 4
LEAST = 60
"""Cells of CELL × CELL pixels of the smallest copy that is told."""
FULL = 0.35
"""Share of its box that a copy fills."""
SHADES = 0.5
"""Largest share of a copy's pixels that the two commonest shades of 16 may have, from the
darkest of it to the brightest."""
MANY, MANY_SHADES = 40, 0.7
"""So many pairs in a copy allow so large a share."""


@dataclass(frozen=True)
class Clone:
    """Two places that show the same, in pixels of the picture, and how much of the detail agrees
    (mean correlation, 0 to 1)."""

    first: Box
    second: Box
    same: float


def clones(pixels: Grey) -> list[Clone]:
    """Return the places that stand in the picture twice; none where it repeats itself.

    `pixels` are grey, rows by columns, as `kiemtin.media.alike.grey` gives them.
    """
    light = _brought(pixels)
    scale = pixels.shape[0] / light.shape[0], pixels.shape[1] / light.shape[1]
    found = [
        Clone(_scaled(first, scale), _scaled(second, scale), same)
        for shift, start in _shifts(light)
        for first, second, same in _copies(light, shift, start)
    ]
    return found if len(found) < REPEATS else []


def clone_hint(pixels: Grey) -> Hint | None:
    """Return the hint that a part of the picture was copied within it, with both places."""
    found = clones(pixels)
    if not found:
        return None
    share = round(100 * max(one.same for one in found))
    says = Say(
        f"Hai chỗ trong ảnh giống nhau từng chi tiết ({share}% khớp), cách nhau một khoảng: có thể "
        "một chỗ đã được sao chép và dán sang chỗ kia.",
        f"Two places in the picture are alike in every detail ({share} % agrees), some way apart: "
        "one may have been copied and pasted over the other.",
    )
    return Hint("clone", "some", (says,), _LIMIT, _boxes(found))


def _boxes(found: list[Clone]) -> tuple[Box, ...]:
    return tuple(box for one in found for box in (one.first, one.second))


_LIMIT = Say(
    "Không cho biết chỗ nào là gốc, ai sửa hay sửa để làm gì; vật giống nhau làm hàng loạt, hoa "
    "văn lặp lại hay hình phản chiếu cũng có thể trông như vậy. Phần bị xoay, phóng to, làm mờ, "
    "chữ viết và vùng trơn không được phát hiện: không có gợi ý không có nghĩa là ảnh không bị "
    "sửa.",
    "It does not tell which place came first, who changed the picture, or why; things made alike, "
    "patterns and reflections may look the same. What was turned, enlarged or blurred, writing and "
    "plain areas are not found: no hint does not mean that nothing was changed.",
)


def _brought(pixels: Grey) -> Light:
    if pixels.size <= SIDE * SIDE:
        return pixels.astype(np.float32)
    return of_area(pixels, SIDE)


def _scaled(box: Box, scale: tuple[float, float]) -> Box:
    down, across = scale
    return Box(
        round(box.left * across),
        round(box.top * down),
        round(box.right * across),
        round(box.bottom * down),
    )


def _shifts(light: Light) -> list[tuple[NDArray[np.float64], NDArray[np.intp]]]:
    """Return shifts (x, y) that several pairs share, with the pairs' first places (n, 2)."""
    here, there = _pairs(light)
    shifts = (there - here).astype(np.float64)
    left = np.ones(len(shifts), dtype=np.bool_)
    found = []
    for _ in range(TRIED):
        near = np.abs(shifts[:, None] - shifts[None]).max(axis=2) <= SHARED
        count = (near & left).sum(axis=1) * left
        if not len(count) or count.max() < PAIRS:
            break
        shared = near[int(np.argmax(count))] & left
        found.append((np.median(shifts[shared], axis=0), here[shared]))
        left &= ~shared
    return found


def _pairs(light: Light) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return places (n, 2) as x, y of points and of the one other point that each looks like."""
    rows, columns, bits = of_one_size(light, MOST)
    places = np.stack([columns, rows], axis=1)
    if len(places) < PAIRS:
        return places[:0], places[:0]
    words = packed(bits)
    first, best, second = _nearest(words, places)
    alone = (first <= NEAR) & (second >= first + ALONE)
    chosen = np.flatnonzero(alone & (best[best] == np.arange(len(best))))
    chosen = chosen[chosen < best[chosen]]
    here, there = places[chosen], places[best[chosen]]
    turned = (there[:, 1] < here[:, 1]) | ((there[:, 1] == here[:, 1]) & (there[:, 0] < here[:, 0]))
    here[turned], there[turned] = there[turned], here[turned].copy()
    return here, there


def _nearest(
    words: NDArray[np.uint64], places: NDArray[np.intp]
) -> tuple[NDArray[np.int64], NDArray[np.intp], NDArray[np.int64]]:
    """Return for each point the bits to the nearest other, its index, the bits to the next."""
    first = np.empty(len(words), dtype=np.int64)
    best = np.empty(len(words), dtype=np.intp)
    second = np.empty(len(words), dtype=np.int64)
    for at in range(0, len(words), 250):
        part = slice(at, at + 250)
        bits = np.bitwise_count(words[part, None, 0] ^ words[None, :, 0]).astype(np.int64)
        bits += np.bitwise_count(words[part, None, 1] ^ words[None, :, 1])
        beside = np.abs(places[part, None] - places[None]).max(axis=2) < APART
        bits[beside] = 255
        row = np.arange(len(bits))
        best[part] = nearest = bits.argmin(axis=1)
        first[part] = bits[row, nearest]
        around = np.abs(places[None] - places[nearest][:, None]).max(axis=2) < SHARED
        bits[around] = 255
        second[part] = bits.min(axis=1)
    return first, best, second


def _copies(
    light: Light, shift: NDArray[np.float64], start: NDArray[np.intp]
) -> list[tuple[Box, Box, float]]:
    """Return the areas in which the picture agrees with itself shifted, where points lie."""
    same = _same(light, shift)
    cells = _cells((same > SAME).astype(np.float32)) > 0.5
    pointed = np.zeros(cells.shape, dtype=np.intp)
    rows, columns = (start[:, ::-1] // CELL).T
    inside = (rows < cells.shape[0]) & (columns < cells.shape[1])
    np.add.at(pointed, (rows[inside], columns[inside]), 1)
    found = []
    for area in areas(cells, LEAST):
        within = np.s_[area.top : area.bottom, area.left : area.right]
        pairs = int(pointed[within].sum())
        if pairs >= WITHIN and _fills(area) and _two_shades(light, area) <= _allowed(pairs):
            box = area.box(CELL)
            agreeing = same[box.top : box.bottom, box.left : box.right]
            score = float(agreeing[agreeing > SAME].mean())
            found.append((box, _moved(box, shift), score))
    return found


def _fills(area: Area) -> bool:
    return area.cells >= FULL * (area.bottom - area.top) * (area.right - area.left)


def _allowed(pairs: int) -> float:
    return SHADES if pairs < MANY else MANY_SHADES


def _two_shades(light: Light, area: Area) -> float:
    """Return the share of the area's two commonest shades: low in a photo, high in writing."""
    box = area.box(CELL)
    part = light[box.top : box.bottom, box.left : box.right]
    low, high = np.percentile(part, [2, 98])
    shades = ((part - low) / max(float(high - low), 1.0) * 16).clip(0, 15)
    counts = np.sort(np.bincount(shades.astype(np.intp).ravel(), minlength=16))
    return float(counts[-2:].sum() / part.size)


def _moved(box: Box, shift: NDArray[np.float64]) -> Box:
    across, down = (round(float(one)) for one in shift)
    return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)


def _same(light: Light, shift: NDArray[np.float64]) -> Light:
    """Return for each pixel how the detail around it correlates with that at the shifted place; 0
    where there is none or it would lie outside."""
    light = _around(light, 1)
    image = Image.fromarray(light)
    moved = image.transform(
        image.size,
        Image.Transform.AFFINE,
        (1, 0, float(shift[0]), 0, 1, float(shift[1])),
        resample=Image.Resampling.BILINEAR,
        fillcolor=-1,
    )
    other = np.asarray(moved)
    inside = other >= 0
    one, two = _detail(light), _detail(np.where(inside, other, light))
    powers = _around(one * one), _around(two * two)
    same = _around(one * two) / np.sqrt(powers[0] * powers[1] + 1e-3)
    shown = inside & (np.minimum(*powers) > FLAT * FLAT)
    return np.asarray(np.where(shown, same, 0), dtype=np.float32)


def _detail(light: Light) -> Light:
    return np.asarray(light - _around(light, 8))


def _around(light: Light, reach: int = WINDOW) -> Light:
    """Return the mean of the pixels at most `reach` away; at the edge, the edge goes on."""
    side = 2 * reach + 1
    padded = np.pad(light.astype(np.float64), ((reach + 1, reach), (reach + 1, reach)), "edge")
    total = padded.cumsum(axis=0).cumsum(axis=1)
    over = total[side:, side:] - total[:-side, side:] - total[side:, :-side] + total[:-side, :-side]
    return np.asarray(over / (side * side), dtype=np.float32)


def _cells(values: Light) -> Light:
    rows, columns = (side // CELL for side in values.shape)
    cut = values[: rows * CELL, : columns * CELL].reshape(rows, CELL, columns, CELL)
    return np.asarray(cut.mean(axis=(1, 3)))
