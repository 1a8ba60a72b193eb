"""The people who take a claim through every step of the flow."""

import pytest

from kiemtin.desk.models import Account, Desk
from tests.support.publishing import Staff


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    """Who writes and who signs."""
    return Staff(desk, author, colleague)
