import datetime as dt

import pytest

from kiemtin.matching.compare import compare
from kiemtin.matching.denial import negation_rows
from kiemtin.matching.reading import read
from kiemtin.matching.types import Entry, Query

_TODAY = dt.date(2025, 9, 10)
_BRIDGE = "Cầu Bản Mạc đóng từ ngày 9/9/2025 để sửa mặt cầu"
_FERRY = "Bến phà Nậm Thi dừng chở khách từ 9/9"
_TOLL = "Phà Nậm Thi thu vé 5.000 đồng"
_CARD = "Đổi thẻ căn cước ở Bản Mạc mất 50.000 đồng"
_JOBS = "Xưởng chè Tân An tuyển thợ không cần bằng cấp"


def _verdicts(message: str, claim: str, *, strict: bool = True) -> set[str]:
    rows = negation_rows(read(message, _TODAY), read(claim, _TODAY), strict=strict)
    assert all(row.kind == "negation" for row in rows)
    return {row.verdict for row in rows}


def _conflicts(message: str, claim: str) -> set[str]:
    found = compare(Query(message, _TODAY), Entry("a", claim, date=_TODAY)).conflicts
    return {reason.code for reason in found}


@pytest.mark.parametrize(
    "message",
    [
        "cau ban mac khong dong dau nhe",
        "Làm gì có chuyện cầu Bản Mạc đóng",
        "Tin cầu Bản Mạc đóng là bịa đặt",
        "Nói cầu Bản Mạc đóng từ 9/9, không phải",
        "Cầu Bản Mạc đóng từ 9/9, chuyện ấy không hề xảy ra",
        "Cầu Bản Mạc không sửa mặt cầu gì hết",
    ],
)
def test_denying_the_claim_is_a_conflict(message: str) -> None:
    assert "conflict" in _verdicts(message, _BRIDGE)


@pytest.mark.parametrize(
    "message",
    [
        "Cầu Bản Mạc không đóng nhé bà con",
        "Cầu Bản Mạc chưa đóng, tôi vừa đi qua",
        "cầu bản mạc ko có đóng j hết á",
        "Cầu Bản Mạc không bị đóng, chỗ khác mới không đi được",
    ],
)
def test_a_denied_direction_is_compared_as_one_and_said_to_be_denied(message: str) -> None:
    assert "conflict" not in _verdicts(message, _BRIDGE)
    assert _conflicts(message, _BRIDGE) == {"negated"}


def test_a_denied_opposite_is_no_conflict() -> None:
    assert _conflicts("Cầu Bản Mạc không mở cho qua từ 9/9", _BRIDGE) == set()


@pytest.mark.parametrize(
    "message",
    [
        "Làm gì có",
        "Không có đâu bà con ơi",
        "phà Nậm Thi thu vé á, không có đâu",
        "phà Nậm Thi thu vé, đó là tin giả",
        "không hề có chuyện đó",
        "phà Nậm Thi không thu vé",
        "đi phà Nậm Thi khỏi mất vé",
        "Khỏi đóng vé khi đi phà Nậm Thi",
    ],
)
def test_a_denial_of_all_that_was_said_or_of_what_is_claimed_is_a_conflict(message: str) -> None:
    assert "conflict" in _verdicts(message, _TOLL)


@pytest.mark.parametrize(
    "message",
    [
        "phà Nậm Thi thu vé mà không bật đèn",
        "phà Nậm Thi thu vé, không cho xe tải lên",
        "đi phà Nậm Thi mất vé, em bé nhà em khỏi bệnh rồi",
    ],
)
def test_a_denial_of_something_that_the_claim_does_not_say_is_none_of_it(message: str) -> None:
    assert "conflict" not in _verdicts(message, _TOLL)


@pytest.mark.parametrize(
    "message",
    [
        "ai chưa đổi thẻ căn cước thì đi đổi, mất 50.000",
        "không đổi thẻ căn cước là mất tiền oan",
        "không đổi thẻ căn cước thì bị phạt đó",
        "nếu không đổi thẻ căn cước ở Bản Mạc thì sao",
        "Trời ơi không ngờ đổi thẻ căn cước mất 50.000",
        "tiền đâu ra mà đổi thẻ căn cước",
        "không biết đổi thẻ căn cước ở đâu",
    ],
)
def test_a_condition_or_a_sigh_denies_nothing(message: str) -> None:
    assert "conflict" not in _verdicts(message, _CARD)


@pytest.mark.parametrize(
    "message",
    [
        "Phà Nậm Thi thu vé, bác lái bảo vớ vẩn",
        "pha nam thi thu ve, sai nha ca nha",
        "Đừng tin vụ phà Nậm Thi thu vé",
        "Phà Nậm Thi thu vé là xàm hết sức",
        "Xã bác tin phà Nậm Thi thu vé",
        "Phà Nậm Thi hủy quyết định thu vé rồi",
        "Phà Nậm Thi thu vé hồi nào",
        "Ai bảo phà Nậm Thi thu vé",
        "Phà Nậm Thi mà thu vé thì trời sập",
        "Phà Nậm Thi thu vé ư? Không có đâu các bác",
    ],
)
def test_calling_a_claim_wrong_or_withdrawn_denies_it(message: str) -> None:
    assert "conflict" in _verdicts(message, _TOLL)


@pytest.mark.parametrize(
    "message",
    [
        "phà Nậm Thi thu vé, không phải tin giả",
        "phà Nậm Thi thu vé, ai tung tin giả nhiều coi chừng bị phạt",
        "phà Nậm Thi thu vé, vớ vẩn hay thật?",
        "Phà Nậm Thi thu vé, chợ thì không thu",
        "Phà Nậm Thi thu vé, ai dám không trả",
        "Phà Nậm Thi thu vé, không ai dám đi",
        "Phà Nậm Thi thu vé, mẹ em uống thuốc khỏi ho rồi",
    ],
)
def test_what_is_said_beside_it_or_is_denied_twice_denies_nothing(message: str) -> None:
    assert "conflict" not in _verdicts(message, _TOLL)


def test_calling_wrong_what_a_claim_denies_is_a_conflict() -> None:
    assert "conflict" in _verdicts("Đừng tin xưởng chè Tân An không cần bằng cấp", _JOBS)


def test_a_word_that_ends_as_a_condition_begins_is_none() -> None:
    claim = "Uống trà lá vối làm trẻ dậy thì sớm"
    assert "conflict" in _verdicts("trẻ uống trà lá vối không dậy thì sớm", claim)


def test_not_able_may_stand_after_its_verb() -> None:
    claim = "Quỹ tín dụng Nậm Thi khóa sổ, khách không rút được tiền"
    found = _verdicts("Quỹ tín dụng Nậm Thi khóa sổ, rút tiền không được", claim)
    assert "agree" in found
    assert "conflict" not in found


def test_a_denied_passive_turns_its_direction_around() -> None:
    claim = "Bé gái ở bản Mạc bị bắt cóc"
    assert _conflicts("be gai o ban mac dau bi bat coc", claim) == {"negated"}


def test_none_of_any_turns_a_direction_around() -> None:
    claim = "Lợn bản Mạc chết hàng loạt"
    assert _conflicts("Lợn bản Mạc đều chữa khỏi, chưa con nào chết", claim) == {"negated"}


def test_what_looks_like_a_condition_may_still_deny_all() -> None:
    assert "conflict" in _verdicts("không có chuyện đổi thẻ căn cước là mất tiền", _CARD)
    assert "conflict" in _verdicts("không có chuyện đổi thẻ căn cước mất 50.000", _CARD)


@pytest.mark.parametrize("message", ["phà Nậm Thi vẫn chở khách mà", "pha nam thi van cho khach"])
def test_what_still_goes_on_has_not_stopped(message: str) -> None:
    assert "conflict" in _verdicts(message, _FERRY)


@pytest.mark.parametrize(
    "message",
    [
        "vẫn là chuyện phà Nậm Thi dừng chở khách",
        "phà Nậm Thi vẫn chưa chở khách",
        "phà Nậm Thi dừng chở khách, chợ vẫn họp",
        "Nhà em vẫn bán cam",
    ],
)
def test_what_still_is_so_beside_a_stop_denies_nothing(message: str) -> None:
    assert "conflict" not in _verdicts(message, _FERRY)


def test_still_denies_only_a_stop() -> None:
    assert _verdicts("phà Nậm Thi vẫn thu vé", _TOLL) == set()


def test_a_denied_stop_is_no_stop() -> None:
    claim = "Đồng Văn bỏ môn Tiếng Anh trong kỳ thi vào lớp 10"
    assert "conflict" in _verdicts("Đồng Văn không bỏ môn tiếng Anh thi lớp 10", claim)


def test_a_denial_in_the_claim_does_not_excuse_another_one() -> None:
    claim = "Bão Sao Mai đổi hướng ra biển, không vào đất liền"
    assert "conflict" in _verdicts("bão Sao Mai không đổi hướng ra biển đâu", claim)
    assert "conflict" not in _verdicts("bão Sao Mai không vào đất liền nữa", claim)


@pytest.mark.parametrize(
    "message",
    [
        "Cầu Bản Mạc đóng từ 9/9 phải không ạ?",
        "Có phải cầu Bản Mạc đóng từ 9/9 không?",
        "cau ban mac dong tu 9/9 co dung khong a",
        "Không chỉ đường ngập mà cầu Bản Mạc cũng đóng rồi",
        "Cầu Bản Mạc đóng rồi, mọi người đừng đi hướng đó",
        "Cầu Bản Mạc đóng từ 9/9, bà ngoại tôi ở xa không có xe máy điện",
        "Cầu Bản Mạc đóng từ 9/9 rồi, ai chưa biết thì đi đường vòng",
    ],
)
def test_asking_advising_and_what_is_beside_the_claim_deny_nothing(message: str) -> None:
    assert "conflict" not in _verdicts(message, _BRIDGE)


@pytest.mark.parametrize(
    "message",
    [
        "Xưởng chè Tân An tuyển thợ không cần bằng cấp",
        "xuong che tan an tuyen tho khong can bang cap dung khong",
        "Nghe nói xưởng chè Tân An chẳng cần bằng cấp cũng tuyển",
    ],
)
def test_what_both_sides_deny_agrees(message: str) -> None:
    assert _verdicts(message, _JOBS) == {"agree"}


def test_stating_what_the_claim_denies_is_a_conflict() -> None:
    assert "conflict" in _verdicts("Xưởng chè Tân An tuyển thợ, cần bằng cấp", _JOBS)


def test_what_the_claim_denies_by_a_verb_may_be_denied_in_words() -> None:
    claim = "Bến phà Nậm Thi dừng chở khách"
    assert _verdicts("phà Nậm Thi không chở khách nữa", claim) == {"agree"}


def test_a_folded_verb_is_not_taken_for_a_stop() -> None:
    # "đồng" folds to "dong" as "đóng" does, and must not turn the denial into agreement.
    claim = "Hợp tác xã thu 70.000 đồng phí giữ ruộng"
    assert "conflict" in _verdicts("Hợp tác xã không thu phí giữ ruộng nào hết", claim)


def test_a_long_forward_denies_only_what_shares_its_words() -> None:
    aside = "Cầu Bản Mạc đóng từ 9/9. Nhà nào chưa mua gạo thì mua, không ai biết mưa bao lâu."
    assert "conflict" not in _verdicts(aside, _BRIDGE, strict=False)
    denial = "Gửi bà con. Cầu Bản Mạc không hề sửa mặt cầu, xe vẫn qua lại."
    assert "conflict" in _verdicts(denial, _BRIDGE, strict=False)


def test_a_flood_of_denials_is_not_compared_one_by_one() -> None:
    shouted = read("không " * 1_500, _TODAY)
    assert len(negation_rows(shouted, read(_BRIDGE, _TODAY), strict=False)) <= 30
