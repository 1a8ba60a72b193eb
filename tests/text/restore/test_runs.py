"""What often follows a syllable costs less than what seldom does; the unknown is a stop."""

from kiemtin.text.restore.runs import cost, known
from kiemtin.text.restore.scan import STOP
from kiemtin.text.restore.table import load

TABLE = load()


def test_a_run_that_is_often_said_costs_less() -> None:
    assert cost(TABLE, "động", "đất") < cost(TABLE, "động", "đốt")
    assert cost(TABLE, "bệnh", "viện") < cost(TABLE, "bệnh", "biển")


def test_what_is_not_in_the_table_counts_as_a_stop() -> None:
    assert known(TABLE, "nước")
    assert not known(TABLE, "hello")
    assert cost(TABLE, "hello", "nước") == cost(TABLE, STOP, "nước")
