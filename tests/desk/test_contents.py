"""What is published, as every form begins."""

from pytest_django import Settings

from kiemtin.desk import contents
from kiemtin.desk.flow import holding
from kiemtin.desk.models import Account, Rumour, Version


def test_a_version_says_what_was_approved(published: Version, settings: Settings) -> None:
    settings.PUBLIC_URL = "https://tin.example.vn"
    said = contents.content(published)
    assert (said.fact, said.verdict, said.version) == (published.fact, "false", 1)
    assert said.url == f"https://tin.example.vn/kiem-chung/{published.fact_check.slug}/"
    assert [one.source for one in said.evidence] == ["Trạm đo Nậm Mẫu"]


def test_a_holding_line_begins_with_the_safe_action(rumour: Rumour, colleague: Account) -> None:
    line = holding.publish_holding_line(
        colleague, rumour, safe_action="Lên chỗ cao ngay.", checking="Đang hỏi nhà máy."
    )
    said = contents.holding(line)
    assert (said.fact, said.verdict) == ("Lên chỗ cao ngay.", "checking")
    assert said.next_update_at == line.next_update_at
    assert said.url.endswith("/dang-kiem-tra/")


def test_the_short_address_leads_to_the_same_page(published: Version, client: object) -> None:
    brief = contents.briefly(contents.content(published), published.fact_check_id)
    assert brief.fact == published.fact
    assert brief.url.endswith(f"/ma/bai/{published.fact_check_id}/")
    assert len(brief.url) < 50
