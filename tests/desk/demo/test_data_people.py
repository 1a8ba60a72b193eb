"""Nobody real stands in the drill: roles instead of people, nothing that could be dialled."""

import re
from typing import Any

from kiemtin.desk.demo import stories
from kiemtin.text.places import gazetteer

SURNAMES = "Nguyễn|Trần|Lê|Phạm|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Dương|Giàng|Sùng|Vàng|Thào|Lò|Hoàng|Đinh"
PERSON = re.compile(rf"\b(?:{SURNAMES}) (?:[A-ZĐ]\w+ )?(?:Thị|Văn|[A-ZĐ]\w+)\b")
PLACES_LIKE_PERSONS = ("Dương Quỳ", "An Dương Vương", "Hoàng Liên")


def everything_written() -> list[str]:
    def texts(value: Any) -> list[str]:
        if isinstance(value, str):
            return [] if value.startswith("http") else [value]
        if isinstance(value, dict):
            return [text for part in value.values() for text in texts(part)]
        return [text for part in value for text in texts(part)] if isinstance(value, list) else []

    return texts(stories.rumours()) + texts(stories.messages()) + texts(stories.people())


def test_no_number_account_or_link_could_be_anyones() -> None:
    for text in everything_written():
        assert set(re.findall(r"@([\w.-]+)", text)) <= {"example.org", "example.vn"}
        assert all(link == "example.org" for link in re.findall(r"https?://([^/\s]+)", text))
        for digits in re.findall(r"\d(?: ?\d){7,}", text):
            plain = digits.replace(" ", "")
            hotline = plain.startswith(("1800", "1900"))
            assert re.fullmatch(r"09000000\d\d|0{12}", plain) or hotline, text


def test_no_person_is_named() -> None:
    for text in everything_written():
        plain = text
        for place in PLACES_LIKE_PERSONS:
            plain = plain.replace(place, "")
        assert PERSON.search(plain) is None, text


def test_the_drill_desk_holds_every_role_and_is_called_a_drill() -> None:
    people = stories.people()
    slugs = [desk["slug"] for desk in people["desks"]]
    assert len(slugs) == len(set(slugs)) == 3
    assert all("diễn tập" in desk["name"] for desk in people["desks"])
    for at, desk in enumerate(people["desks"]):
        assert desk["parent"] is None or desk["parent"] in slugs[:at]
        assert desk["parent"] is None or desk["place"] in {
            place.code for place in gazetteer().children("15")
        }
    held = {m["role"] for account in people["accounts"] for m in account["memberships"]}
    assert held == {
        *("communicator", "checker", "reviewer", "spokesperson", "translator", "administrator")
    }
    assert all(m["desk"] in slugs for a in people["accounts"] for m in a["memberships"])
    assert len({account["email"] for account in people["accounts"]}) == len(people["accounts"])


def test_someone_else_than_the_author_can_always_approve() -> None:
    accounts = stories.people()["accounts"]
    roles = {a["email"]: {m["role"] for m in a["memberships"]} for a in accounts}
    only_check = [email for email, held in roles.items() if held == {"checker"}]
    approve = [email for email, held in roles.items() if held & {"reviewer", "spokesperson"}]
    assert only_check
    assert len(approve) >= 2
