"""Items of the chosen sources become evidence by a person's hand."""

from kiemtin.desk.models import Account, Rumour, SourceItem
from kiemtin.desk.moment import now
from kiemtin.desk.words import Role
from tests.desk.conftest import Maker
from tests.web.desk.conftest import Browser


def item() -> SourceItem:
    """An item of a newspaper."""
    return SourceItem.objects.create(
        source="Báo thí dụ",
        item="1",
        title="Hồ chứa vận hành bình thường",
        summary="Mực nước thấp hơn mức báo động.",
        link="https://bao.example/1",
        came_at=now(),
        published_at=now(),
    )


def test_items_are_listed_filtered_and_led_to_a_rumour(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    one, client = item(), browser(author)
    listed = client.get("/desk/nguon/").content.decode()
    assert one.title in listed
    assert one.title not in client.get("/desk/nguon/?q=đập").content.decode()
    assert one.title in client.get("/desk/nguon/?nguon=Báo thí dụ&q=hồ").content.decode()
    chosen = client.get(f"/desk/nguon/{one.pk}/").content.decode()
    address = f"/desk/tin-don/{rumour.pk}/?nguon={one.pk}"
    assert address in chosen
    page = client.get(address).content.decode()
    assert 'value="Hồ chứa vận hành bình thường"' in page
    assert 'value="https://bao.example/1"' in page


def test_an_item_that_is_gone_fills_nothing_in(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    for named in ("999", "x", "9" * 40, "²"):
        assert client.get(f"/desk/tin-don/{rumour.pk}/?nguon={named}").status_code == 200
    assert client.get("/desk/nguon/999/").status_code == 404


def test_where_no_source_was_chosen_the_page_says_how(browser: Browser, author: Account) -> None:
    assert "KIEMTIN_FEEDS" in browser(author).get("/desk/nguon/").content.decode()


def test_who_does_no_desk_work_only_reads(browser: Browser, person: Maker, rumour: Rumour) -> None:
    one, client = item(), browser(person("translator", rumour.desk, Role.TRANSLATOR))
    assert "Dùng làm bằng chứng" not in client.get("/desk/nguon/").content.decode()
    assert client.get(f"/desk/nguon/{one.pk}/").status_code == 403
