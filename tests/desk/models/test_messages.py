"""What was sent and what is decided: a whole message, or each of its parts."""

from kiemtin.desk.flow import parts, sightings
from kiemtin.desk.models import Desk, Sighting
from kiemtin.desk.models.messages import sent
from tests.desk import steps

TEXT = "Cầu sập. Đập vỡ. Mất điện"


def test_a_message_is_its_own_whole_and_its_only_claim(desk: Desk) -> None:
    message = steps.ask(desk, "1", TEXT)
    assert message.whole == message
    assert list(message.claims()) == [message]


def test_the_claims_of_a_divided_message_are_its_parts_in_the_order_of_the_text(desk: Desk) -> None:
    message = steps.ask(desk, "1", TEXT)
    parts.cut(message, [(17, 25), (0, 8), (9, 16)])
    claims = list(message.claims())
    assert [one.text for one in claims] == ["Cầu sập.", "Đập vỡ.", "Mất điện"]
    assert {one.whole for one in claims} == {message}
    assert list(claims[1].claims()) == [claims[1]]


def test_parts_count_as_what_was_sent(desk: Desk) -> None:
    message, other = steps.ask(desk, "1", TEXT), steps.ask(desk, "2", TEXT)
    for one in (*parts.cut(message, [(0, 8), (9, 16)]), other):
        sightings.open_rumour(one)
    counted = Sighting.objects.values_list(sent("message"), flat=True)
    assert sorted(counted) == [message.pk, message.pk, other.pk]
