"""The page of what is being checked: in force first, ended ones never disappear silently."""

from datetime import timedelta

from django.test import Client

from kiemtin.desk import moment
from kiemtin.desk.flow import holding
from kiemtin.desk.models import Account
from tests.support.publishing import Staff
from tests.web.public.pages import text

WHERE = "/dang-kiem-tra/"


def test_nothing_in_force_says_what_will_come(reader: Client) -> None:
    assert "Lúc này không có thông báo nào" in text(reader.get(WHERE))


def test_a_line_says_what_to_do_where_and_when_the_next_word_comes(
    reader: Client, staff: Staff, colleague: Account
) -> None:
    holding.publish_holding_line(
        colleague, staff.open(), safe_action="Lên chỗ cao.", checking="Đang gọi đập."
    )
    said = text(reader.get(WHERE))
    assert said.index("Lên chỗ cao.") < said.index("Đang gọi đập.") < said.index("Tỉnh Lào Cai")
    assert "Tin tiếp theo lúc" in said


def test_a_line_that_ran_out_is_listed_as_ended(
    reader: Client, staff: Staff, colleague: Account
) -> None:
    line = holding.publish_holding_line(
        colleague, staff.open(), safe_action="Lên chỗ cao.", checking="Đang gọi đập."
    )
    with moment.at(line.expires_at + timedelta(minutes=1)):
        said = text(reader.get(WHERE))
    assert "Lên chỗ cao." not in said
    assert said.index("Đã kết thúc") < said.index("Đang gọi đập.")
    assert "Bàn chưa đăng kết luận" in said


def test_a_line_with_an_answer_leads_to_it(
    reader: Client, staff: Staff, colleague: Account
) -> None:
    rumour = staff.open()
    holding.publish_holding_line(colleague, rumour, safe_action="Lên cao.", checking="Đang gọi.")
    version = staff.publish(rumour)
    page = reader.get(WHERE)
    assert f"/kiem-chung/{version.fact_check.slug}/" in page.content.decode()
    assert "Lên cao." not in text(page)
