"""What an address hides or imitates is told with its reason; plain ones and known ones are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.forensics import address_hints
from kiemtin.media.forensics.addresses import LIMIT, known_hosts


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Bấm https://bit.ly/abc123 để nhận quà.", ["shortener"]),
        ("vào http://203.0.113.7/dang-nhap", ["ip_address"]),
        ("http://3405803783/", ["ip_address"]),
        ("http://[2001:db8::1]/a", ["ip_address"]),
        ("https://vietcombank.com.vn@mau.example/a", ["user_at"]),
        ("Tải http://cap-nhat.example/dvc.APK?x=1 về máy", ["apk"]),
        ("http://203.0.113.7/a.apk", ["ip_address", "apk"]),
        ("https://vietcombank.com.vn.mau.example", ["look_alike"]),
        ("https://vietcornbank.com.vn/", ["look_alike"]),
        ("http://xn--vietcombnk-86i.com/", ["mixed_letters", "look_alike"]),
        ("http://vietcombаnk.com/", ["mixed_letters", "look_alike"]),
        ("http://tiếng-mẫu.example", ["punycode"]),
        ("vietcombank.dang-nhap.example", ["brand_inside"]),
        ("https://bidv-hotro.example/x", ["brand_inside"]),
        ("https://dichvucong.gov.vn.mau.example/", ["look_alike"]),
        ("vneid.xac-minh.top/a", ["brand_inside"]),
        ("dichvucong-gov.vn", ["look_alike"]),
    ],
)
def test_each_trick_is_told(text: str, codes: list[str]) -> None:
    hints = address_hints(text)
    assert [hint.code for hint in hints] == codes
    assert all(hint.limit == LIMIT for hint in hints)
    assert all("{" not in say.vi + say.en for hint in hints for say in hint.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Xem tại https://www.vietcombank.com.vn/vi/tin-tuc?id=1.",
        "https://dichvucong.gov.vn và vneid.gov.vn",
        "Nước dâng 2.5 m lúc 15.30. Bà con di dời.Hôm nay mưa to.vào nhà",
        "Viết thư cho lienhe@mau.example nhé",
        "https://xa-mau.gov.vn/thong-bao",
        "Trang cứu trợ: https://cuutro-mau.example/",
        "Tin trên https://baomau.example/vietcombank-canh-bao-lua-dao.html",
        "Bản đồ https://mau.example/a@b",
    ],
)
def test_plain_and_known_addresses_are_left_alone(text: str) -> None:
    assert address_hints(text) == ()


def test_each_known_host_is_itself() -> None:
    for host in known_hosts():
        assert address_hints(f"https://www.{host}/a") == ()


def test_the_real_address_is_named() -> None:
    (hint,) = address_hints("https://vietcombank.com.vn@mau.example/a")
    assert "mau.example" in hint.reasons[0].vi
    assert "vietcombank" not in hint.reasons[0].vi


def test_hosts_of_the_desk_count_as_known() -> None:
    assert address_hints("https://tinh-mau-gov.example") == ()
    (hint,) = address_hints("https://tinhmau.example", ["tinhmau.gov.vn"])
    assert (hint.code, hint.strength) == ("look_alike", "low")


def test_the_same_address_is_told_once_and_a_flood_is_bounded() -> None:
    assert len(address_hints("bit.ly/a bit.ly/a bit.ly/b")) == 1
    assert len(address_hints(" ".join(f"http://203.0.113.{n}/" for n in range(99)))) == 20


@given(st.text(max_size=200), st.sampled_from(["", "https://", "http://a@", "xn--", "http://["]))
def test_no_text_whatever_breaks_it(text: str, start: str) -> None:
    for hint in address_hints(start + text):
        assert hint.reasons
