"""Items of the chosen sources are found by words and source."""

from kiemtin.desk.models import SourceItem
from kiemtin.desk.queries import sources
from tests.desk import steps


def item(source: str, name: str, title: str, summary: str = "") -> SourceItem:
    given = {"source": source, "item": name, "title": title, "summary": summary}
    return SourceItem.objects.create(**given, link="https://bao.example/1", came_at=steps.NOON)


def test_all_words_are_found_in_title_or_summary(db: None) -> None:
    one = item("Báo", "1", "Hồ chứa vận hành", "bình thường")
    two = item("Trạm", "2", "Hồ chứa xả lũ")
    assert set(sources.items()) == {one, two}
    assert list(sources.items("hồ bình")) == [one]
    assert list(sources.items("Hồ", "Trạm")) == [two]
    assert list(sources.items("đập")) == []
    assert sources.names() == ["Báo", "Trạm"]
