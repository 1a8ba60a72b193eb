"""The drill shows how bulletins are passed on: its stories exist, nothing is spoken meanwhile."""

from django.conf import settings

from kiemtin.desk.demo import reaching, stories


def test_the_stories_that_are_passed_on_are_told_and_have_english() -> None:
    told = {one["key"]: one for one in stories.rumours()}
    for key, _priority, _ago in reaching.ORDERS:
        assert told[key]["published"]
        assert told[key]["verdict"]
        assert all(told[key][f"{name}_en"] for name in ("fact", "said", "todo"))


def test_nothing_is_spoken_while_the_stories_are_told() -> None:
    before = settings.VOICES
    with reaching.silence():
        assert settings.VOICES == []
    assert before == settings.VOICES
