"""The first page: the box first, then what is being checked, then what has been found."""

from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kiemtin.desk import moment
from kiemtin.desk.flow import holding
from kiemtin.desk.models import Account, Version
from kiemtin.desk.words import VersionKind
from tests.support.publishing import Staff
from tests.web.public.pages import text


def test_the_box_comes_first_and_posts(reader: Client, dam: Version) -> None:
    page = reader.get("/")
    said = text(page)
    assert said.index("Bạn nghe được điều gì?", 80) < said.index(dam.claim)
    assert '<form method="post" action="/kiem-tra/"' in page.content.decode()


def test_a_desk_that_has_published_nothing_says_what_will_come(reader: Client) -> None:
    assert "Chưa có bài nào" in text(reader.get("/"))


def test_a_site_without_a_desk_still_opens(db: None) -> None:
    assert Client().get("/").status_code == 200


def test_a_holding_line_in_force_leads_with_the_safe_action(
    reader: Client, staff: Staff, colleague: Account
) -> None:
    line = holding.publish_holding_line(
        colleague, staff.open(), safe_action="Lên chỗ cao ngay.", checking="Đang gọi đập."
    )
    said = text(reader.get("/"))
    assert said.index("Lên chỗ cao ngay.") < said.index("Đang gọi đập.")
    with moment.at(line.expires_at + timedelta(seconds=1)):
        assert "Lên chỗ cao ngay." not in text(reader.get("/"))


def test_only_the_newest_line_of_a_rumour_is_shown(
    reader: Client, staff: Staff, colleague: Account
) -> None:
    rumour = staff.open()
    for action in ("Chờ tin.", "Lên chỗ cao ngay."):
        holding.publish_holding_line(colleague, rumour, safe_action=action, checking="Đang gọi.")
    said = text(reader.get("/"))
    assert "Lên chỗ cao ngay." in said
    assert "Chờ tin." not in said


def test_a_line_ends_with_the_answer(reader: Client, staff: Staff, colleague: Account) -> None:
    rumour = staff.open()
    holding.publish_holding_line(colleague, rumour, safe_action="Lên cao.", checking="Đang gọi.")
    staff.publish(rumour)
    assert "Lên cao." not in text(reader.get("/"))


def test_what_was_withdrawn_is_not_recommended(reader: Client, staff: Staff, dam: Version) -> None:
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nhầm đập.")
    assert dam.fact not in text(reader.get("/"))


def test_it_sets_no_cookie_and_may_be_kept_a_moment(reader: Client, dam: Version) -> None:
    page = reader.get("/")
    assert not page.cookies
    assert page["Cache-Control"].startswith("public, max-age=")


def test_the_other_language_is_one_press_away_without_a_token(reader: Client) -> None:
    answer = reader.post("/ngon-ngu/", {"language": "en", "next": "/"})
    assert answer["Location"] == "/"
    assert reader.get("/")["Content-Language"] == "en"


def test_the_other_language_leads_to_no_other_site(reader: Client) -> None:
    answer = reader.post("/ngon-ngu/", {"language": "en", "next": "https://example.org/"})
    assert "example.org" not in answer["Location"]


def test_more_fact_checks_take_no_more_queries(reader: Client, staff: Staff, dam: Version) -> None:
    with CaptureQueriesContext(connection) as one:
        reader.get("/")
    staff.publish(claim="Cầu Cốc Lếu bị sập lúc 5 giờ sáng 10/9/2024")
    with CaptureQueriesContext(connection) as two:
        reader.get("/")
    assert len(two) == len(one) <= 4
