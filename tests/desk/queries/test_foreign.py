"""Fact-checks of others are found for a claim with what differs, as long as they are fresh."""

from datetime import timedelta

from kiemtin.desk.flow import foreign as flow
from kiemtin.desk.flow import suggested
from kiemtin.desk.models import Account, ForeignCheck, Rumour, Source
from kiemtin.desk.moment import at
from kiemtin.desk.queries import foreign
from tests.desk import library, steps


def take(claim: str) -> ForeignCheck:
    of = Source.objects.first()
    of = of or library.source("Nhóm", kind="fact-check", shape="claimreview")
    flow.take(of, [library.check(claim=claim)])
    return ForeignCheck.objects.get()


def test_the_same_claim_is_found_until_it_is_laid_aside(
    noon: object, rumour: Rumour, author: Account
) -> None:
    told = take(rumour.claim)
    (found,) = foreign.beside(rumour)
    assert (found.check, found.percent > 50) == (told, True)
    suggested.leave(author, rumour, told)
    assert foreign.beside(rumour) == []


def test_what_differs_is_told(noon: object, rumour: Rumour) -> None:
    take("Đập thủy điện Bản Vẽ bị vỡ tối 9/9/2024")
    for found in foreign.beside(rumour):
        assert found.comparison.conflicts
        assert found.why


def test_another_matter_and_an_old_one_are_not_shown(noon: object, rumour: Rumour) -> None:
    take("Ăn tỏi mỗi ngày chữa khỏi bệnh tiểu đường")
    assert foreign.beside(rumour) == []
    ForeignCheck.objects.all().delete()
    flow.forget()
    take(rumour.claim)
    with at(steps.NOON + foreign.FRESH + timedelta(days=1)):
        assert foreign.beside(rumour) == []
