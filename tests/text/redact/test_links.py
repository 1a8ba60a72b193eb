"""E-mail and links to persons go, sites and videos stay."""

import pytest

from kiemtin.text.redact.links import find_addresses, find_emails, find_profile_links
from tests.text.redact.seeing import seen


@pytest.mark.parametrize(
    "address",
    ["lan.anh@example.vn", "lan @ example . com", "lan(at)example(dot)com", "l+1@mail.example.org"],
)
def test_an_e_mail_address_is_found_whole(address: str) -> None:
    assert seen(find_emails, f"gửi {address} nhé") == [("email", address)]


@pytest.mark.parametrize("text", ["họp @ Hà Nội", "@lan.anh", "a@b", "giá 5@ một cân"])
def test_an_at_sign_alone_is_no_address(text: str) -> None:
    assert seen(find_emails, text) == []


@pytest.mark.parametrize(
    "link",
    [
        "https://www.facebook.com/lan.anh?x=1",
        "fb.com/lan.anh",
        "m.facebook.com/profile.php?id=1",
        "zalo.me/0900000001",
        "https://vt.tiktok.com/ZS00000/",
        "t.me/lananh",
        "x.com/lananh",
        "https://chat.zalo.me/g/abc",
    ],
)
def test_a_link_to_a_person_is_found_without_the_full_stop(link: str) -> None:
    assert seen(find_profile_links, f"Xem {link}. Đúng không?") == [("profile_link", link)]


@pytest.mark.parametrize(
    "link",
    [
        "youtube.com/watch?v=1",
        "facebook.com/reel/1",
        "facebook.com/groups/xom3",
        "youtube.com/shorts/1",
    ],
)
def test_a_video_or_a_public_room_is_held(link: str) -> None:
    assert seen(find_profile_links, f"xem {link}") == [(None, link)]


@pytest.mark.parametrize("text", ["netflix.com/phim", "facebook.com", "myfb.com/x", "a.zalo.mem/x"])
def test_another_site_is_no_profile(text: str) -> None:
    assert seen(find_profile_links, text) == []


def test_a_site_is_held_around_the_numbers_of_a_person() -> None:
    text = "https://example.vn/a-185250809081533663?sdt=0900000001&tk=000000000001 nhé"
    assert [kind for kind, _ in seen(find_addresses, text)] == [
        None, "phone", None, "bank_account", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("link", "kind"),
    [
        ("https://maps.app.goo.gl/abc", "location"),
        ("img.vietqr.io/image/MB-1", "bank_account"),
    ],
)
def test_maps_are_places_and_payment_codes_accounts(link: str, kind: str) -> None:
    assert seen(find_addresses, link) == [(kind, link)]
