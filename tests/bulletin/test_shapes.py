"""Every verdict has a shape of its own, inside its square."""

from itertools import chain

from kiemtin.bulletin.shapes import BOX, SHAPES
from kiemtin.bulletin.verdicts import VERDICTS


def test_each_verdict_and_a_withdrawal_has_its_own() -> None:
    assert set(SHAPES) == {*VERDICTS, "withdrawn"}
    assert len(set(SHAPES.values())) == len(SHAPES)


def test_shapes_stay_in_their_square() -> None:
    for shape in SHAPES.values():
        points = chain.from_iterable([*shape.lines, *shape.areas])
        reach = shape.weight / 2
        assert all(reach <= value <= BOX - reach for point in points for value in point)
