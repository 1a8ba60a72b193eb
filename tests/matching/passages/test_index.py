import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.matching.encoder import Encoder
from kiemtin.matching.errors import BadEntry
from kiemtin.matching.passages import Found, Key, Passage, PassageIndex
from tests.matching.samples import CLAIMS, BagEncoder

_DAY = dt.date(2025, 10, 5)
_GIVEN = [Passage(Key(name, 1, at), text) for at, (name, text) in enumerate(CLAIMS.items())]
_ENCODERS: list[Encoder | None] = [BagEncoder(), None]
_WAYS = pytest.mark.parametrize("encoder", _ENCODERS)


def _filled(encoder: Encoder | None, given: list[Passage] = _GIVEN) -> PassageIndex:
    index = PassageIndex(encoder)
    index.put(given)
    index.encode(len(index))
    return index


def _keys(found: tuple[Found, ...]) -> list[Key]:
    return [one.key for one in found]


@_WAYS
def test_a_passage_is_found_by_a_claim_of_its_words(encoder: Encoder | None) -> None:
    index = _filled(encoder)
    for one in _GIVEN:
        found = index.search(one.text)
        assert found[0].passage == one
        assert (found[0].cosine is None) == (encoder is None)


def test_a_passage_is_found_before_it_has_a_vector() -> None:
    index = PassageIndex(BagEncoder())
    index.put(_GIVEN)
    assert index.waiting() == [one.key for one in _GIVEN]
    assert index.search(_GIVEN[3].text)[0].key == _GIVEN[3].key
    assert index.encode(2) == len(_GIVEN) - 2
    assert index.search(_GIVEN[3].text)[0].key == _GIVEN[3].key
    assert index.encode(99) == 0
    assert index.waiting() == []


def test_what_was_replaced_waits_for_its_new_vector() -> None:
    index = _filled(BagEncoder())
    key = _GIVEN[0].key
    index.put([Passage(key, "Trạm y tế xã nhận thuốc từ thứ hai")], sequence=7)
    assert index.waiting() == [key]
    assert index.sequence == 7
    assert index.search("trạm y tế nhận thuốc")[0].key == key
    assert key in index
    assert len(index) == len(_GIVEN)


@_WAYS
def test_removed_passages_and_articles_are_not_found(encoder: Encoder | None) -> None:
    index = _filled(encoder)
    index.put([Passage(Key("cau", 2, 0), "Cầu treo Bản Vược được dựng lại")])
    index.remove([_GIVEN[1].key, Key("nowhere", 1, 0)])
    index.remove_articles(["cau"])
    kept = {one.key for one in _GIVEN[2:]}
    assert set(_keys(index.search("cầu treo Bản Vược trường tiểu học", count=20))) <= kept
    assert len(index) == len(kept)


@_WAYS
@settings(deadline=None, max_examples=20)
@given(st.permutations(_GIVEN))
def test_the_order_of_putting_changes_nothing(
    encoder: Encoder | None, given: list[Passage]
) -> None:
    asked = "cầu treo bị cuốn, trường cho nghỉ"
    assert _keys(_filled(encoder, given).search(asked)) == _keys(_filled(encoder).search(asked))


def test_of_equal_passages_the_newer_comes_first_and_holds_the_other() -> None:
    text = "Đường tỉnh 158 thông xe từ trưa nay"
    old, new = (Passage(Key(name, 1, 0), text, date=day) for name, day in
                (("a", _DAY), ("b", _DAY + dt.timedelta(days=3))))  # fmt: skip
    index = _filled(None, [old, new])
    (found,) = index.search("đường 158 thông xe chưa")
    assert (found.key, found.same) == (new.key, (old.key,))
    assert _keys(index.search_apart("đường 158 thông xe chưa")) == [new.key, old.key]


def test_the_claims_day_and_place_bring_a_passage_forward() -> None:
    near = Passage(Key("b", 1, 0), "Sạt lở làm tắc đường, 3 nhà bị hỏng", date=_DAY, place="10")
    far = Passage(Key("a", 1, 0), "Sạt lở làm tắc đường, 4 nhà bị hỏng",
                  date=_DAY + dt.timedelta(days=400), place="01")  # fmt: skip
    index = _filled(None, [near, far])
    asked = "sạt lở tắc đường"
    assert index.search(asked)[0].key == far.key
    assert index.search(asked, when=_DAY)[0].key == near.key
    assert index.search(asked, place="01")[0].key == far.key


@_WAYS
def test_a_saved_index_gives_what_the_one_in_memory_gave(
    encoder: Encoder | None, tmp_path: Path
) -> None:
    index = _filled(encoder)
    index.save(tmp_path)
    read = PassageIndex.load(tmp_path, encoder)
    assert read.search("cầu treo bị cuốn") == index.search("cầu treo bị cuốn")
    assert not read.refresh(tmp_path)
    index.put([Passage(Key("moi", 1, 0), "Chợ Mường Hum nghỉ phiên này")], sequence=9)
    index.save(tmp_path)
    assert read.refresh(tmp_path)
    assert read.sequence == 9
    assert read.search("chợ Mường Hum")[0].key.article == "moi"


def test_an_empty_index_and_an_empty_wish_find_nothing() -> None:
    assert PassageIndex(BagEncoder()).search("cầu treo") == ()
    assert _filled(None).search("cầu treo", count=0) == ()


def test_a_passage_without_a_word_is_refused() -> None:
    with pytest.raises(BadEntry):
        PassageIndex().put([Passage(Key("a", 1, 0), "  ")])


def test_what_was_encoded_elsewhere_is_taken_as_it_is() -> None:
    encoder = BagEncoder()
    index = PassageIndex(encoder)
    index.put(_GIVEN[:-1])
    index.put_vectors(_GIVEN, encoder.passage([one.text for one in _GIVEN]))
    whole = _filled(encoder, _GIVEN[:-1])
    assert index.waiting() == []
    assert _GIVEN[-1].key not in index
    assert index.passage(_GIVEN[0].key) == _GIVEN[0]
    for one in _GIVEN:
        vector = encoder.query([one.text])
        assert index.search(one.text, vector=vector) == whole.search(one.text)
        assert index.many(one.text, 5, vector=vector) == whole.many(one.text, 5)
    PassageIndex().put_vectors(_GIVEN, encoder.passage(["a"]))


@_WAYS
def test_many_are_found_in_the_same_order_as_few(encoder: Encoder | None) -> None:
    index = _filled(encoder)
    many = index.many(_GIVEN[2].text, 50)
    assert many[0].id == _GIVEN[2].key.written
    assert many[:3] == index.many(_GIVEN[2].text, 3)
    assert index.many(_GIVEN[2].text, 0) == []


@_WAYS
def test_nothing_of_what_was_removed_is_left_in_a_folder(
    encoder: Encoder | None, tmp_path: Path
) -> None:
    index = _filled(encoder)
    index.save(tmp_path)
    index.remove([_GIVEN[0].key])
    index.save(tmp_path)
    told = [file.read_text() for file in tmp_path.rglob("entries.jsonl")]
    assert not any(_GIVEN[0].text in one for one in told)
    assert any(_GIVEN[1].text in one for one in told)
    again = PassageIndex.load(tmp_path, encoder)
    assert again.search(_GIVEN[1].text) == index.search(_GIVEN[1].text)
    assert set(again.all_keys()) == {one.key for one in _GIVEN[1:]}
