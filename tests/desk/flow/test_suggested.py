"""What a person lays aside stays away from that rumour alone, until it is taken back."""

import pytest

from kiemtin.desk.errors import NotAllowed
from kiemtin.desk.flow import suggested
from kiemtin.desk.models import Account, AuditEntry, LeftAside, Rumour
from tests.desk import library


def test_laying_aside_twice_is_once_and_taking_back_undoes_it(
    rumour: Rumour, author: Account
) -> None:
    one = library.article()
    suggested.leave(author, rumour, one)
    suggested.leave(author, rumour, one)
    assert LeftAside.objects.get().by == author
    suggested.take_back(author, rumour, one)
    suggested.take_back(author, rumour, one)
    assert not LeftAside.objects.exists()
    acts = AuditEntry.objects.order_by("number").values_list("act", flat=True)
    assert list(acts) == ["suggestion.left", "suggestion.back"]


def test_a_stranger_lays_nothing_aside(rumour: Rumour, stranger: Account) -> None:
    one = library.article()
    with pytest.raises(NotAllowed):
        suggested.leave(stranger, rumour, one)
    with pytest.raises(NotAllowed):
        suggested.take_back(stranger, rumour, one)
