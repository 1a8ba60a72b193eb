"""How the channels do, in counts."""

import pytest

from kiemtin.channels.inbound import FetchFailed
from kiemtin.channels.outbound import SendingFailed
from kiemtin.desk.models import ChannelState, Sending, Version
from kiemtin.desk.queries import channels
from tests.desk import steps


def made(version: Version, key: str, state: str, channel: str = "email", error: str = "") -> None:
    Sending.objects.create(
        key=key,
        kind="subscribed",
        channel=channel,
        state=state,
        error=error,
        version=version,
        run_at=steps.NOON,
    )


def test_what_is_stuck_is_counted_by_how_it_ended(published: Version) -> None:
    made(published, "a", "failed", error="server")
    made(published, "b", "failed", error="server")
    made(published, "c", "uncertain", error="no_answer")
    made(published, "d", "sent")
    made(published, "e", "queued", "telegram")
    first, second = channels.stuck()
    assert (first.count, first.which.error, first.uncertain) == (2, "server", False)
    assert (second.count, second.uncertain, second.may_go_again) == (1, True, True)
    assert channels.stuck_count("email") == 3
    assert channels.stuck_count("telegram") == 0
    assert channels.waiting() == {"telegram": 1}


@pytest.mark.parametrize("code", [*SendingFailed.sentences, *FetchFailed.sentences, "abandoned"])
def test_each_failure_has_its_words_without_what_the_peer_said(code: str) -> None:
    said = channels.failure(code)
    for text in (said.vi, said.en):
        assert "{" not in text
        assert text.endswith(".")


def test_a_code_without_words_stands_for_itself() -> None:
    assert channels.failure("x").en == "x"


def test_the_state_of_a_channel(db: None) -> None:
    assert channels.state("email") is None
    assert channels.state("email") == ChannelState.objects.filter(channel="email").first()
