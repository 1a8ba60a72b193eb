"""What a person wrote stays, what they answer to goes, what they pass on stays whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.email.written import own_words
from kiemtin.channels.payload import MAX_TEXT

MINE = "Cảm ơn bàn. Còn đường về xã thì sao?"


@pytest.mark.parametrize(
    "below",
    [
        "Vào CN, 22 thg 11, 2026 vào lúc 07:00 Bàn Kiểm Tin <ban@tin.example> đã viết:\n\n> Cũ",
        "On Sun, Nov 22, 2026 at 7:00 AM Bàn <ban@tin.example> wrote:\n> Cũ\n> Cũ",
        "On Sun, Nov 22, 2026 at 7:00 AM Bàn Kiểm Tin thí dụ\n<ban@tin.example> wrote:\n\n> Cũ",
        "-----Original Message-----\nFrom: Bàn\nCũ",
        "________________________________\nTừ: Bàn <ban@tin.example>\nĐã gửi: CN\nCũ",
        "From: Bàn <ban@tin.example>\nSent: Sunday\nTo: tôi\nSubject: Tin\n\nCũ",
        "> Cũ\n> Cũ\n",
        "-- \nNgười Hỏi\nTổ 3",
        "Sent from my iPhone",
        "Đã gửi từ iPhone của tôi",
    ],
)
def test_earlier_mail_and_signatures_go(below: str) -> None:
    assert own_words("Re: Tin", f"{MINE}\n\n{below}") == MINE
    assert own_words("Re: Tin", f"{MINE}\r\n\r\n{below}".replace("\n", "\r\n")) == MINE


def test_answers_between_quoted_lines_stay() -> None:
    assert own_words("Re: a", "> Hỏi một\nĐáp một\n> Hỏi hai\nĐáp hai") == "Đáp một\nĐáp hai"


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Fwd: Tin nóng", "Thật không?\n\n---------- Forwarded message ---------\nFrom: x\nĐập vỡ"),
        ("Chuyển tiếp: Tin nóng", "Thật không?\n\nFrom: x\nSent: y\n\nĐập vỡ"),
        ("Hỏi", "Bắt đầu thư được chuyển tiếp:\n\n> Đập vỡ"),
    ],
)
def test_what_is_passed_on_stays_whole(subject: str, text: str) -> None:
    assert "Đập vỡ" in own_words(subject, text)


def test_the_subject_stands_first_when_it_is_theirs() -> None:
    assert own_words("Đập vỡ rồi?", "") == "Đập vỡ rồi?"
    assert own_words("Đập vỡ rồi?", "Có đúng không") == "Đập vỡ rồi?\n\nCó đúng không"
    assert own_words("Đập vỡ", "đập vỡ có đúng không") == "đập vỡ có đúng không"
    assert own_words("RE: Tin", "Có") == own_words("Trả lời: Tin", "Có") == "Có"


def test_a_mail_of_nothing_but_a_quotation_is_kept() -> None:
    assert own_words("Re: a", "> Đập vỡ rồi") == "> Đập vỡ rồi"
    assert own_words("Re: a", "Sent from my iPhone") == "Sent from my iPhone"
    assert own_words("", " \n ") == ""


def test_a_mail_without_end_is_cut_quickly() -> None:
    assert len(own_words("s" * 50_000, "On " * 200_000)) == MAX_TEXT
    assert len(own_words("", "\n> " * 200_000 + "x")) <= MAX_TEXT
    assert own_words("", "a" + "\n> b" * 200_000 + "\nx") == "a\nx"
    assert len(own_words("", "a" + "\n \n" * 200_000 + "x")) <= MAX_TEXT


@given(st.text(), st.text() | st.lists(st.sampled_from(["> a\n", "On x wrote:\n", "-- \n", "b\n"])))
def test_no_text_does_harm_and_none_is_lost_whole(subject: str, text: str | list[str]) -> None:
    body = text if isinstance(text, str) else "".join(text)
    said = own_words(subject, body)
    said.encode()
    assert bool(said) >= bool(body.strip().strip("\x00"))
