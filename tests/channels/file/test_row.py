"""A row becomes a message with a name of its own, the same whenever it comes."""

from datetime import date, datetime

import pytest

from kiemtin.channels.file.inbound import Bad, Good, inspect, read_rows
from kiemtin.channels.shape import VIETNAM, Inbound
from tests.channels.file.reading import NOW, bad, items, read


def test_all_columns_are_read_under_vietnamese_and_english_names() -> None:
    vietnamese = (
        "Mã,NỘI DUNG,Xã/Phường,Ngày nhận,Nghe qua,Ngày nghe,Cần trả lời,Liên hệ,STT\n"
        'm1,Đập vỡ?,"xã Bát Xát, Lào Cai",22/11/2026 09:30,Nghe kể,21/11/2026,có,0900 000 001,1\n'
    )
    english = (
        "id,text,place,received_at,heard_via,heard_on,wants_answer,reply_to,rank\n"
        "m1,Đập vỡ?,02683,2026-11-22T09:30,word_of_mouth,2026-11-21,yes,0900 000 001,1\n"
    )
    assert items(vietnamese) == items(english)
    assert items(english) == [
        Inbound(
            channel="file",
            external_id="m1",
            text="Đập vỡ?",
            received_at=datetime(2026, 11, 22, 9, 30, tzinfo=VIETNAM),
            place="02683",
            heard_via="word_of_mouth",
            heard_on=date(2026, 11, 21),
            wants_answer=True,
            reply_to="0900 000 001",
        )
    ]
    assert inspect(vietnamese.encode(), "a").ignored == ("STT",)


def test_a_row_without_more_than_its_text_is_a_message_of_now() -> None:
    (item,) = items("text\nĐập vỡ?\n")
    assert item == Inbound("file", item.external_id, "Đập vỡ?", NOW)


def test_the_same_file_again_names_every_row_alike() -> None:
    later = datetime(2026, 12, 1, tzinfo=VIETNAM)
    names = [item.external_id for item in items("text\na1\nb1\na1\n")]
    again = [
        row.inbound
        for row in read_rows(b"text\r\na1\r\nb1\r\na1", "x", now=later)
        if isinstance(row, Good)
    ]
    assert [item.external_id for item in again] == names
    assert len(set(names)) == 3


def test_a_file_with_the_rows_in_another_order_names_them_alike() -> None:
    names = {item.external_id for item in items("text,id\na1,\nb1,\na1,\nc1,9\n")}
    assert {item.external_id for item in items("id,text\n9,c1\n,b1\n,a1\n,a1\n")} == names


def test_one_id_for_two_different_rows_is_refused_and_for_two_equal_ones_is_one_name() -> None:
    rows = read("id,text\n5,a1\n5,a1\n5,b1\n6,b1\n")
    assert [row.inbound.external_id for row in rows if isinstance(row, Good)] == ["5", "5", "6"]
    (refusal,) = [row for row in rows if isinstance(row, Bad)]
    assert (refusal.line, refusal.code, refusal.params["line"]) == (4, "same_id", 2)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("a1,b,c,d,e,f", "columns"),
        (",,,,1", "empty"),
        ("...,,,,", "empty"),
        (f"{'a' * 10_001},,,,", "too_long"),
        ("a\x001,,,,", "nul"),
        ("a1,32/11/2026,,,", "date"),
        ("a1,30/02/2026,,,", "date"),
        ("a1,11/22/2026,,,", "date"),
        ("a1,22/11/26,,,", "date"),
        ("a1,45983,,,", "date"),
        ("a1,22/11/1926,,,", "date"),
        ("a1,2026-11-22T25:00,,,", "date"),
        ("a1,24/11/2026,,,", "future"),
        ("a1,20/11/2026,,21/11/2026,", "heard_later"),
        ("a1,,chim bồ câu,,", "heard_via"),
        ("a1,,,,có thể", "yes_no"),
    ],
)
def test_a_bad_row_has_its_reason_and_good_ones_are_kept(row: str, code: str) -> None:
    text = f"text,date,via,heard_on,wants_answer\nb1,,,,\n{row}\nc1,,,,\n"
    assert bad(text) == [(3, code)]
    assert [item.text for item in items(text)] == ["b1", "c1"]


@pytest.mark.parametrize(
    ("said", "address", "wants", "kept"),
    [
        ("", "", False, None),
        ("có", "", True, None),
        ("", "a@example.org", True, "a@example.org"),
        ("yes", "a@example.org", True, "a@example.org"),
        ("không", "a@example.org", False, None),
    ],
)
def test_an_address_is_kept_only_for_an_answer(
    said: str, address: str, wants: bool, kept: str | None
) -> None:
    (item,) = items(f"text,cần trả lời,liên hệ\na1,{said},{address}\n")
    assert (item.wants_answer, item.reply_to) == (wants, kept)
