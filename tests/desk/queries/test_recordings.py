"""What waits to be heard stands first, and each desk sees its own."""

from datetime import timedelta

import pytest

from kiemtin.desk.flow import hearing
from kiemtin.desk.models import Account, Communicator, Desk
from kiemtin.desk.moment import at
from kiemtin.desk.queries.recordings import recordings, waiting
from tests.desk import steps
from tests.support.communicators import joined
from tests.support.recorded import recorded

pytestmark = pytest.mark.usefixtures("noon")


@pytest.fixture
def who(colleague: Account, desk: Desk) -> Communicator:
    """A communicator of a commune."""
    return joined(colleague, desk)[0]


def test_not_heard_comes_first_and_newest_first(
    who: Communicator, author: Account, desk: Desk, other_desk: Desk
) -> None:
    rows = []
    for hours in range(3):
        with at(steps.NOON + timedelta(hours=hours)):
            rows.append(recorded(who))
    hearing.heard(author, rows[2])
    assert list(recordings([desk])) == [rows[1], rows[0], rows[2]]
    assert (waiting([desk]), waiting([other_desk])) == (2, 0)
    assert not recordings([other_desk]).exists()


def test_what_has_no_file_any_more_is_not_listed(
    who: Communicator, author: Account, desk: Desk
) -> None:
    hearing.remove(author, recorded(who))
    assert not recordings([desk]).exists()
