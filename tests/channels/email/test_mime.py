"""Any mail is read down to what a person wrote, or not at all; none breaks the reading."""

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.channels.email.mime import ICON, MAX_KINDS, Mail, read_mail
from kiemtin.channels.inbound import MOST_PICTURES

PICTURE = b"\x89PNG\r\n\x1a\n"


def mail(text: str = "Đập vỡ, có đúng không?", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["From"] = headers.pop("From", "Người Hỏi <hoi@thu.example>")
    made["To"] = "ban@tin.example"
    made["Subject"] = headers.pop("Subject", "Re: Tin")
    made["Message-ID"] = headers.pop("Message_ID", "<1@thu.example>")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def read(made: EmailMessage) -> Mail:
    found = read_mail(made.as_bytes())
    assert found
    return found


def test_a_plain_mail() -> None:
    found = read(mail())
    assert (found.sender, found.text, found.kinds) == (
        "hoi@thu.example",
        "Đập vỡ, có đúng không?",
        (),
    )
    assert "hoi@thu" not in repr(found)
    assert read_mail(mail().as_bytes()) == found


def test_text_goes_before_html() -> None:
    made = mail("Chữ thường")
    made.add_alternative("<p>Chữ <b>HTML</b></p>", subtype="html")
    assert read(made).text == "Chữ thường"


def test_html_alone_becomes_text_without_its_quotation() -> None:
    made = mail()
    html = "<style>p{}</style><p>Đập vỡ?</p><blockquote>Tin cũ</blockquote><script>x()</script>"
    made.set_content(html, subtype="html")
    assert read(made).text == "Đập vỡ?"
    made.set_content("<blockquote>Chỉ có trích</blockquote>", subtype="html")
    assert read(made).text == "Chỉ có trích"


def test_of_attachments_only_pictures_are_taken_along() -> None:
    made = mail()
    made.add_attachment(PICTURE, "image", "png", filename="a.png")
    made.add_attachment(b"ID3", "audio", "mpeg", filename="a.mp3")
    made.add_attachment(b"%PDF", "application", "pdf", filename="a.pdf")
    made.add_attachment("Bí mật trong tệp", filename="a.txt")
    found = read(made)
    assert found.kinds == ("picture", "audio", "file", "file")
    assert found.pictures == (PICTURE,)
    assert "Bí mật" not in found.text


def test_a_picture_alone_is_a_message_and_many_are_cut() -> None:
    made = mail("")
    for _number in range(40):
        made.add_attachment(PICTURE, "image", "png")
    found = read(made)
    assert found.text == ""
    assert found.kinds == ("picture",) * MAX_KINDS
    assert len(found.pictures) == MOST_PICTURES


def test_icons_in_a_signature_are_no_pictures_and_screenshots_in_the_text_are() -> None:
    made = mail()
    made.add_alternative("<p>Đập vỡ?</p><img src='cid:a'>", subtype="html")
    for size in (ICON - 1, ICON):
        made.add_attachment(PICTURE.ljust(size, b"x"), "image", "png", disposition="inline")
    assert [len(one) for one in read(made).pictures] == [ICON]
    assert read(made).kinds == ("icon", "picture")


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        ("utf-8", "Đập vỡ".encode()),
        ("windows-1258", "Đâu".encode("cp1258")),
        ("no-such-charset", "Đập vỡ".encode()),
        ("utf-8", b"\xff\xfe\x00 Dap"),
        ("utf-7", b"+AOQ-"),
        ("idna", b"xn--a"),
        ("base64", b"YQ=="),
    ],
)
def test_faults_of_the_charset_are_survived(charset: str, raw: bytes) -> None:
    head = f"From: hoi@thu.example\r\nContent-Type: text/plain; charset={charset}\r\n\r\n"
    found = read_mail(head.encode() + raw)
    assert found
    assert found.text
    found.text.encode()


def test_the_subject_is_read_in_its_charset() -> None:
    head = "From: a@thu.example\r\nSubject: =?utf-8?B?xJDhuq1wIHbhu6E/?=\r\n\r\n"
    found = read_mail(head.encode())
    assert found
    assert found.text == "Đập vỡ?"


def test_an_emoji_alone_is_a_message() -> None:
    assert read(mail("😱")).text == "😱"


def test_bounces_and_empty_mails_are_no_events() -> None:
    assert read_mail(mail(Return_Path="<>").as_bytes()) is None
    assert read_mail(mail("").as_bytes()) is None


@pytest.mark.parametrize(
    "sender",
    ["", "ai đó", "a@b.example, c@d.example", "a@b.example\x00", '"a\nBcc: x"@b.example', "<>"],
)
def test_a_mail_without_one_sender_is_not_read(sender: str) -> None:
    assert read_mail(b"From: " + sender.encode() + b"\r\n\r\nx") is None


def test_reply_to_is_not_believed() -> None:
    assert read(mail(Reply_To="nan-nhan@thu.example")).sender == "hoi@thu.example"


def test_a_mail_that_is_cut_off_is_read_as_far_as_it_goes() -> None:
    made = mail()
    made.add_attachment(PICTURE * 1000, "image", "png")
    found = read_mail(made.as_bytes()[:900])
    assert found
    assert found.text == "Đập vỡ, có đúng không?"


def test_a_mail_of_boxes_in_boxes_costs_nothing() -> None:
    deep = b"From: a@thu.example\r\n"
    for number in range(500):
        deep += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number)
    read_mail(deep + b"\r\nx")
    wide = b"From: a@thu.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    assert read_mail(wide + b"--b\r\n\r\nx\r\n" * 5_000)


def test_names_differ_by_sender_and_text() -> None:
    one, two = read(mail()), read(mail("Khác"))
    forged = read(mail(From="khac@thu.example"))
    assert len({one.name, two.name, forged.name}) == 3


@given(st.binary(max_size=500), st.booleans())
def test_no_bytes_do_harm(raw: bytes, whole: bool) -> None:
    head = b"From: a@thu.example\r\nSubject: =?utf-8?q?" if whole else b""
    found = read_mail(head + raw)
    if found:
        found.text.encode()
        assert "\x00" not in found.text
