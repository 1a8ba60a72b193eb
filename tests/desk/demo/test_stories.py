"""The stories come as they lie in the package, messages in the order in which they arrived."""

from datetime import datetime

from kiemtin.desk.demo import stories


def test_messages_come_in_the_order_of_their_arrival() -> None:
    arrived = [datetime.fromisoformat(message["received"]) for message in stories.messages()]
    assert arrived == sorted(arrived)


def test_each_reading_gives_its_own_copy() -> None:
    stories.rumours()[0]["claim"] = ""
    assert stories.rumours()[0]["claim"]


def test_parents_come_before_children() -> None:
    seen: set[str] = set()
    for desk in stories.people()["desks"]:
        assert desk["parent"] is None or desk["parent"] in seen
        seen.add(desk["slug"])
