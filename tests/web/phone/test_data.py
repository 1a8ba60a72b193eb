"""What a phone fetches: the newest fact-checks, what changed since, and what is to be read out."""

import gzip
import json
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from kiemtin.desk.flow import communicators
from kiemtin.desk.models import Account, Broadcast, Communicator, Desk, Version
from kiemtin.desk.moment import now
from kiemtin.desk.queries import phone as queries
from kiemtin.desk.words import VersionKind
from kiemtin.record.statement_code import from_code
from kiemtin.web.phone.views import data
from tests.support.communicators import ordered
from tests.support.publishing import Staff


def facts(phone: Client, since: str = "") -> Any:
    answer = phone.get(reverse("phone:facts"), {"tu": since} if since else {})
    assert answer.status_code == 200
    return answer.json()


def test_a_fact_check_is_there_with_its_signed_code(signed: Version, phone: Client) -> None:
    told = facts(phone)
    (row,) = told["items"]
    assert told["complete"] is True
    assert row["fact"] == signed.fact
    assert row["where"] == "Tỉnh Lào Cai"
    assert (row["kind"], row["verdict"], row["until"]) == ("first", "false", "")
    assert from_code(row["code"]).statement.number == row["id"]


def test_those_of_the_own_place_come_first(staff: Staff, phone: Client) -> None:
    for place in ("02683", "14", "", "15"):
        staff.publish(claim=f"Cầu số {place} sập", place=place)
    assert [one["place"] for one in facts(phone)["items"]] == ["15", "02683", "", "14"]


def test_only_what_changed_comes_again(staff: Staff, dam: Version, phone: Client) -> None:
    known = facts(phone)["cursor"]
    assert facts(phone, known)["items"] == []
    newer = staff.publish(claim="Cầu tràn bị cuốn trôi")
    staff.again(dam.fact_check, VersionKind.UPDATE, fact="Đập vẫn nguyên vẹn sáng nay.")
    told = facts(phone, known)
    assert told["complete"] is False
    assert {one["id"] for one in told["items"]} == {dam.fact_check_id, newer.fact_check_id}


@pytest.mark.parametrize("since", ["x", "1", "1.x", "-5", ".", "9" * 40 + ".x", "²."])
def test_a_mark_that_is_not_ours_gets_everything(dam: Version, phone: Client, since: str) -> None:
    assert facts(phone, since)["complete"] is True


def test_a_withdrawn_one_says_so(staff: Staff, dam: Version, phone: Client) -> None:
    known = facts(phone)["cursor"]
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Chúng tôi ghi sai nơi.")
    assert [one["kind"] for one in facts(phone, known)["items"]] == ["withdrawal"]


def test_the_same_answer_is_not_sent_twice(dam: Version, phone: Client) -> None:
    first = phone.get(reverse("phone:facts"))
    again = phone.get(reverse("phone:facts"), headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_is_squeezed_for_who_can_open_it(dam: Version, phone: Client) -> None:
    squeezed = phone.get(reverse("phone:facts"), headers={"Accept-Encoding": "gzip, br"})
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert json.loads(gzip.decompress(squeezed.content)) == facts(phone)


def test_what_does_not_fit_is_the_oldest() -> None:
    rows = [b"x" * 10] * 5
    assert len(data._fitting(rows, 30)) == 2
    assert data._fitting(rows, 1_000) == rows


def test_at_most_so_many_are_kept(
    staff: Staff, phone: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        staff.publish(claim=f"Cầu số {number} sập")
    monkeypatch.setattr(queries, "KEPT", 2)
    told = facts(phone)
    assert (len(told["items"]), told["most"]) == (2, 2)


def work(phone: Client) -> Any:
    answer = phone.get(reverse("phone:work"))
    assert answer.status_code == 200
    return answer.json()


def test_a_phone_learns_whose_it_is_and_what_the_time_is(phone: Client) -> None:
    told = work(phone)
    assert told["who"]["name"] == "Vàng A Páo"
    assert told["who"]["where"] == "Xã Bát Xát, Lào Cai"
    assert ["02683", "Xã Bát Xát, Lào Cai"] in told["who"]["places"]
    assert abs(told["now"] - now().timestamp() * 1000) < 60_000


def test_a_bulletin_comes_with_its_words(broadcast: Broadcast, phone: Client) -> None:
    (item,) = work(phone)["items"]
    assert item["fact"].startswith("Đập thủy điện Nậm Mẫu không vỡ")
    assert (item["kind"], item["priority"], item["done"]) == ("version", "first", {})
    assert (item["stopped"], item["followed"], item["outdated"]) == (False, False, False)
    assert item["url"].startswith("http")


def test_an_old_text_is_marked(
    staff: Staff, broadcast: Broadcast, phone: Client, colleague: Account, dam: Version
) -> None:
    newer = staff.again(dam.fact_check, VersionKind.UPDATE, fact="Đập vẫn nguyên vẹn.")
    assert [one["outdated"] for one in work(phone)["items"]] == [True]
    ordered(colleague, newer, now(), follows=broadcast)
    assert [(one["outdated"], one["followed"]) for one in work(phone)["items"]] == [
        (False, False),
        (True, True),
    ]


def test_what_is_for_others_or_long_ago_is_not_shown(
    dam: Version, colleague: Account, phone: Client
) -> None:
    ordered(colleague, dam, now() - timedelta(days=31))
    Broadcast.objects.update(places=["02683"])
    assert work(phone)["items"] == []
    Broadcast.objects.update(places=["02680"], ordered_at=now())
    assert work(phone)["items"] == []


def test_validity_is_a_day(staff: Staff, phone: Client) -> None:
    staff.publish(valid_until=date(2031, 1, 2))
    assert facts(phone)["items"][0]["until"] == "2031-01-02"


def test_strangers_get_nothing(dam: Version, who: tuple[Communicator, str], phone: Client) -> None:
    for name in ("facts", "work"):
        assert Client().get(reverse(f"phone:{name}")).status_code == 401
    communicators.leave(who[0])
    assert phone.get(reverse("phone:facts")).status_code == 410


def test_nothing_is_written_by_reading(phone: Client, who: tuple[Communicator, str]) -> None:
    before = list(Communicator.objects.values()), list(who[0].devices.values())
    facts(phone)
    work(phone)
    assert (list(Communicator.objects.values()), list(who[0].devices.values())) == before


def test_a_desk_elsewhere_orders_nothing_here(
    dam: Version, colleague: Account, other_desk: Desk, phone: Client
) -> None:
    ordered(colleague, dam, now(), places=("14",))
    assert work(phone)["items"] == []
