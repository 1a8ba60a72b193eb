"""What readers of the drill say is answered by the desk's own rules, or waits."""

from datetime import UTC, datetime

from kiemtin.desk.demo import listening, stories

NOW = datetime(2026, 1, 5, tzinfo=UTC)


def test_each_speaks_of_a_published_story_and_two_wait() -> None:
    published = {one["key"] for one in stories.rumours() if one["published"]}
    assert {one.story for one in listening.TOLD} <= published
    assert sum(not one.answer for one in listening.TOLD) == 2
    assert all(one.answer or one.ago for one in listening.TOLD)


def test_what_waits_came_before_the_drill_began() -> None:
    for one in listening.TOLD:
        moment = listening.moment_of(one, NOW, NOW)
        assert (moment < NOW) == bool(one.ago)
