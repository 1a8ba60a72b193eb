import datetime as dt
import threading
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.matching.encoder import Encoder, Matrix
from kiemtin.matching.errors import BadEntry
from kiemtin.matching.index import Index
from kiemtin.matching.types import Entry, Hit, Query
from tests.matching.samples import CLAIMS, BagEncoder

_ENTRIES = [Entry(name, claim) for name, claim in CLAIMS.items()]
_QUERIES = ["cầu bản vược trôi chưa", "gia ve tau sapa", "trạm gas nổ ở chợ", "la oi chua benh"]
_ENCODERS: list[Encoder | None] = [BagEncoder(), None]


def _filled(encoder: Encoder | None, entries: list[Entry] = _ENTRIES) -> Index:
    index = Index(encoder)
    index.put(entries)
    return index


def _everything(index: Index) -> list[list[Hit]]:
    return [index.search(query, 20) for query in _QUERIES]


@pytest.mark.parametrize("encoder", _ENCODERS)
def test_a_claim_is_found_by_its_own_words(encoder: Encoder | None) -> None:
    index = _filled(encoder)
    for name, claim in CLAIMS.items():
        assert index.search(claim, 1)[0].id == name


def test_cosines_of_another_scale_are_put_on_the_one_that_decisions_count_on() -> None:
    class Spread(BagEncoder):
        name = "spread"
        unrelated = 0.2

    plain, spread = BagEncoder(), Spread()
    text = _QUERIES[0]
    found = {hit.id: hit for hit in _filled(spread).search(text)}
    for entry in _ENTRIES:
        cosine = float((plain.query([text]) @ plain.passage([entry.claim]).T)[0, 0])
        assert found[entry.id].dense == pytest.approx(0.8 + (cosine - 0.2) * 0.25, abs=0.003)
    exact = _filled(spread).search(_ENTRIES[0].claim)[0]
    assert exact.dense == pytest.approx(1, abs=0.003)


def test_a_query_object_finds_what_its_text_finds() -> None:
    index = _filled(BagEncoder())
    asked = Query(_QUERIES[0], dt.date(2025, 9, 3))
    assert index.search(asked) == index.search(_QUERIES[0])


@pytest.mark.parametrize("encoder", _ENCODERS)
@given(st.permutations(_ENTRIES), st.lists(st.integers(1, 5), max_size=5))
@settings(max_examples=40)
def test_the_order_and_batches_of_put_do_not_matter(
    encoder: Encoder | None, entries: list[Entry], cuts: list[int]
) -> None:
    index, rest = Index(encoder), list(entries)
    for cut in cuts:
        index.put(rest[:cut])
        rest = rest[cut:]
    index.put(rest)
    assert _everything(index) == _everything(_filled(encoder))


@pytest.mark.parametrize("encoder", _ENCODERS)
@given(st.lists(st.tuples(st.booleans(), st.sampled_from(_ENTRIES)), max_size=25))
@settings(max_examples=40)
def test_any_history_of_put_and_remove_equals_putting_what_is_left(
    encoder: Encoder | None, history: list[tuple[bool, Entry]]
) -> None:
    index, left = Index(encoder), {}
    for adding, entry in history:
        if adding:
            index.put([entry])
            left[entry.id] = entry
        else:
            index.remove([entry.id, "never there"])
            left.pop(entry.id, None)
    assert _everything(index) == _everything(_filled(encoder, list(left.values())))
    assert len(index) == len(left)
    assert index.entries() == left


def test_putting_an_id_again_replaces_it() -> None:
    index = _filled(BagEncoder())
    index.put([Entry("cau", "Kho thóc Mường Vi cháy rụi"), Entry("cau", "Đò ngang Kim Thành nghỉ")])
    assert len(index) == len(_ENTRIES)
    assert index.search("đò ngang kim thành nghỉ", 1)[0].id == "cau"
    replaced = index.entry("cau")
    assert replaced is not None
    assert replaced.claim == "Đò ngang Kim Thành nghỉ"
    assert all(hit.lexical == 0 for hit in index.search("kho thóc cháy rụi") if hit.id == "cau")


def test_vectors_that_are_passed_in_are_used_and_not_made_again() -> None:
    class Unable(BagEncoder):
        def passage(self, texts: Sequence[str]) -> Matrix:
            raise AssertionError("asked to encode")

        def query(self, texts: Sequence[str]) -> Matrix:
            return BagEncoder().passage(texts)

    vectors = BagEncoder().passage(list(CLAIMS.values()))
    index = Index(Unable())
    index.put(_ENTRIES, vectors)
    assert _everything(index) == _everything(_filled(BagEncoder()))


def test_the_vector_of_a_query_may_be_passed_in() -> None:
    index = _filled(BagEncoder())
    text = _QUERIES[1]
    assert index.search(text, vector=BagEncoder().query([text])) == index.search(text)


@pytest.mark.parametrize(
    ("vectors", "code"),
    [
        (np.ones((1, 48), np.float32), "vectors_shape"),
        (np.ones((6, 47), np.float32), "vectors_shape"),
        (np.zeros((6, 48), np.float32), "vectors_not_finite"),
        (np.full((6, 48), np.nan, np.float32), "vectors_not_finite"),
    ],
)
def test_vectors_that_do_not_fit_are_refused_and_change_nothing(
    vectors: np.ndarray, code: str
) -> None:
    index = Index(BagEncoder())
    with pytest.raises(BadEntry) as refused:
        index.put(_ENTRIES, vectors)
    assert refused.value.code == code
    assert len(index) == 0
    assert index.search("cầu") == []


def test_nothing_indexed_or_nothing_wanted_finds_nothing() -> None:
    assert Index(BagEncoder()).search("cầu") == []
    assert _filled(BagEncoder()).search("cầu", 0) == []
    empty = Index(BagEncoder())
    empty.put([])
    assert empty.search("cầu") == []


def test_equal_scores_are_ordered_by_id() -> None:
    index = _filled(None, [Entry(name, "Đê Gò Cát sạt lở") for name in ("c", "a", "b")])
    assert [hit.id for hit in index.search("đê gò cát", 2)] == ["a", "b"]


def test_the_sequence_moves_only_when_told() -> None:
    index = _filled(None)
    assert index.sequence == 0
    index.put(_ENTRIES[:1], sequence=41)
    index.remove(["gas"])
    assert index.sequence == 41
    index.remove(["ve"], sequence=42)
    assert index.sequence == 42


def test_readers_see_whole_states_while_a_writer_works() -> None:
    index = _filled(BagEncoder())
    pair = [Entry("p1", "Phà Kim Thành chìm"), Entry("p2", "Phà Kim Thành chìm")]
    text, stop = "phà kim thành chìm", threading.Event()
    seen: list[set[str]] = []

    def read() -> None:
        while not stop.is_set():
            seen.append({hit.id for hit in index.search(text, 20)} & {"p1", "p2"})

    readers = [threading.Thread(target=read) for _ in range(2)]
    for reader in readers:
        reader.start()
    for _ in range(60):
        index.put(pair)
        index.remove(["p1", "p2"])
    stop.set()
    for reader in readers:
        reader.join()
    assert all(found in (set(), {"p1", "p2"}) for found in seen)
