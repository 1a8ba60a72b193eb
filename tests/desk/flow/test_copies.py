"""Articles that say the same words now are copies of the first; an edited one is none."""

from kiemtin.desk.flow import articles
from tests.desk import library


def test_copies_lead_to_the_first_who_had_the_words(noon: object, db: None) -> None:
    long = library.DAM * 3
    first = library.article(library.source("Báo A"), text=long)
    copy = library.article(library.source("Báo B", address="https://b.example/"), text=long)
    short = library.article(library.source("Báo C", address="https://c.example/"), text="Ngắn.")
    other = library.article(library.source("Báo D", address="https://d.example/"), text="Ngắn.")
    assert [first.same_as, copy.same_as] == [None, first]
    assert [short.same_as, other.same_as] == [None, None]


def test_a_copy_that_was_edited_is_none_any_more(noon: object, db: None) -> None:
    long = library.DAM * 3
    first = library.article(library.source("Báo A"), text=long)
    other = library.source("Báo B", address="https://b.example/")
    copy = library.article(other, text=long)
    assert copy.same_as == first
    articles.take(other, [library.item(text="Báo B sửa lại: " + long + " Đập đã xả lũ.")])
    copy.refresh_from_db()
    assert copy.same_as is None


def test_what_another_said_once_makes_no_copy(noon: object, db: None) -> None:
    long = library.DAM * 3
    source = library.source("Báo A")
    library.article(source, text=long)
    articles.take(source, [library.item(text="Báo A đính chính: " + library.DAM * 2)])
    later = library.article(library.source("Báo B", address="https://b.example/"), text=long)
    assert later.same_as is None


def test_copies_of_what_was_edited_lead_to_who_still_says_it(noon: object, db: None) -> None:
    long = library.DAM * 3
    source = library.source("Báo A")
    library.article(source, text=long)
    second = library.article(library.source("Báo B", address="https://b.example/"), text=long)
    third = library.article(library.source("Báo C", address="https://c.example/"), text=long)
    articles.take(source, [library.item(text="Báo A đính chính: " + library.DAM * 2)])
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.same_as, third.same_as) == (None, second)
