import datetime as dt

from kiemtin.matching.reading import read, read_entry, read_query
from kiemtin.matching.terms import syllable_hashes
from kiemtin.matching.types import Entry, Query

_TODAY = dt.date(2025, 9, 10)


def test_the_core_is_what_is_said_about_details_and_names() -> None:
    reading = read("Chợ Cốc Ly họp lại ngày 12/9/2025", _TODAY)
    assert set(syllable_hashes(["hop"]).tolist()) <= set(reading.core.tolist())
    assert not set(syllable_hashes(["coc", "ly", "12"]).tolist()) & set(reading.core.tolist())
    assert len(reading.singles) > len(reading.core)


def test_content_counts_no_greetings() -> None:
    assert read("em chào cả nhà ạ", _TODAY).content == 0
    assert read("đập thủy điện xả lũ", _TODAY).content == 5


def test_a_claim_is_read_as_of_its_own_day() -> None:
    own = Entry("a", "Trường nghỉ học ngày mai", date=dt.date(2025, 9, 3))
    bound = Entry("b", "Trường nghỉ học ngày mai", valid_from=dt.date(2025, 9, 5))
    bare = Entry("c", "Trường nghỉ học ngày mai")
    found = [read_entry(entry, _TODAY).details.of("date")[0].value for entry in (own, bound, bare)]
    asked = read_query(Query("mai nghỉ học hả", _TODAY)).details.of("date")[0].value
    assert len(set(found)) == 3
    assert found[2] == asked


def test_names_of_places_are_not_listed_as_actors() -> None:
    reading = read("Quỹ Nắng Ấm tặng quà ở Bát Xát", _TODAY)
    assert [name.text for name in reading.names] == ["Quỹ Nắng Ấm"]
    assert [place.text for place in reading.places] == ["Bát Xát"]
    assert [name.text for place in reading.places for name in place.names] == ["Bát Xát"]
