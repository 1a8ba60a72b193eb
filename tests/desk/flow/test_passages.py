"""Passages are cut from what articles say now, found at once by words, later by meaning."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from kiemtin.desk.flow import articles, passages, shelf
from kiemtin.desk.models import Passage
from tests.desk import library


@given(st.text(max_size=600))
def test_passages_stand_in_order_inside_the_text(text: str) -> None:
    spans = passages.cut(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_process_follows_what_articles_say(noon: object, db: None) -> None:
    one = library.article()
    held = shelf.shelf()
    (found,) = held.follow().wide("mực nước Nậm Mẫu", 5)
    assert Passage.objects.get(pk=found.passage).text.article == one
    articles.take(one.source, [library.item(text="Đường tỉnh đã thông xe trở lại từ sáng nay.")])
    (found,) = held.follow().wide("đường tỉnh thông xe", 5)
    assert Passage.objects.get(pk=found.passage).text.number == 2
    assert Passage.objects.filter(removed=True).exists()


def test_what_is_encoded_is_found_by_meaning(noon: object, db: None) -> None:
    library.article()
    held = shelf.shelf().follow()
    while passages.encode_some():
        pass
    assert not Passage.objects.filter(removed=False, encoder="").exists()
    (found,) = held.follow().wide("thủy điện hoạt động ổn", 5)
    assert found.score > 0
    assert not passages.encode_some(), "nothing is left to encode"


def test_erased_articles_are_not_found(noon: object, db: None) -> None:
    one = library.article()
    held = shelf.shelf().follow()
    passages.withdraw(type(one).objects.all())
    assert held.follow().wide("mực nước", 5) == []
