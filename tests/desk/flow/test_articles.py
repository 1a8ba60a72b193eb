"""Each item of a source is kept once; an edit is a new version, other blanks are none."""

from datetime import UTC, datetime, timedelta

import pytest

from kiemtin.desk.flow import articles, shelf
from kiemtin.desk.flow.articles import Said, Taken
from kiemtin.desk.models import Article, ArticleText, Passage
from kiemtin.desk.moment import at, now
from tests.desk import library
from tests.desk.steps import NOON

FAR = timedelta(days=3)


def said_now(article: Article) -> ArticleText:
    found = articles.current(article)
    assert found
    return found


def test_an_item_is_kept_once(noon: object, db: None) -> None:
    source = library.source()
    items = [library.item("1"), library.item("2", "Đường đã thông", "", "")]
    assert articles.take(source, items) == Taken(2, 0)
    assert articles.take(source, items) == Taken(0, 0)
    assert Article.objects.count() == ArticleText.objects.count() == 2
    bare = ArticleText.objects.get(title="Đường đã thông")
    assert bare.text == bare.title, "a title alone is searched too"


def test_an_edit_of_the_source_is_a_new_number(noon: object, db: None) -> None:
    source = library.source()
    one = library.article(source)
    assert articles.take(source, [library.item(text=library.DAM + " ")]) == Taken()
    assert articles.take(source, [library.item(text=library.DAM.replace(" ", "\n "))]) == Taken()
    assert articles.take(source, [library.item(text="Đã xả lũ.")]) == Taken(0, 1)
    assert articles.take(source, [library.item(title="Hồ xả", text="Đã xả lũ.")]) == Taken(0, 1)
    assert [text.number for text in one.texts.all()] == [3, 2, 1]
    assert said_now(one).title == "Hồ xả"
    alive = Passage.objects.filter(removed=False)
    assert {passage.text.number for passage in alive} == {3}


def test_the_page_counts_before_the_entry_of_the_feed(noon: object, db: None) -> None:
    source = library.source()
    one = library.article(source)
    articles.write([Said(one, "Hồ chứa an toàn", "Cả trang. " + library.DAM, whole=True)])
    one.looked_at = now()
    one.save()
    articles.take(source, [library.item(text="Tóm tắt khác.")])
    one.refresh_from_db()
    assert said_now(one).whole
    assert one.looked_at is None, "an edited entry has its page read again"
    assert {passage.text.whole for passage in Passage.objects.filter(removed=False)} == {True}


def test_articles_go_after_two_years_and_do_not_come_back(noon: object, db: None) -> None:
    source = library.source()
    library.article(source)
    with at(NOON + articles.KEPT + timedelta(days=1)):
        assert articles.erase_old() == 1
        assert articles.take(source, [library.item(published=NOON)]) == Taken()
    assert not Article.objects.exists()
    assert not Passage.objects.exists()


@pytest.mark.parametrize("published", [datetime(9999, 12, 31, 23, 30, tzinfo=UTC), NOON + FAR])
def test_a_day_that_has_not_come_is_no_day(noon: object, db: None, published: datetime) -> None:
    one = library.article(published=published)
    assert one.published_at is None
    assert shelf.shelf().follow().wide("mực nước", 1), "and holds up no search"


def test_a_clock_that_is_a_little_fast_is_believed(noon: object, db: None) -> None:
    assert library.article(published=NOON + timedelta(hours=3)).published_at


def test_a_text_that_never_stays_the_same_is_bounded(
    noon: object, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(articles, "MOST_VERSIONS", 4)
    source = library.source()
    one = library.article(source)
    articles.write([Said(one, "Hồ chứa an toàn", "Cả trang. " + library.DAM, whole=True)])
    held = shelf.shelf().follow()
    for number in range(9):
        articles.take(source, [library.item(text=f"Đã có {number} lượt đọc về mực nước.")])
    assert [text.number for text in one.texts.all()] == [11, 10, 9, 8, 2, 1]
    assert said_now(one).whole
    assert len(held.follow().index) == 1
