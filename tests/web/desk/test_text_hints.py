"""Signs of scams and disguised addresses, each with its limit; honest words have none."""

from kiemtin.web.desk import text_hints


def test_a_known_kind_names_its_words_and_what_helps() -> None:
    text = (
        "Công an quận đây, anh chị có lệnh bắt tạm giam, phải chuyển tiền ngay vào tài khoản an "
        "toàn trong 2 giờ, không nói với ai"
    )
    (hint,) = text_hints.of_text(text)
    assert "lệnh bắt tạm giam" in " ".join(hint.why)
    assert hint.do
    assert hint.limit


def test_a_short_address_is_told() -> None:
    (hint,) = text_hints.of_text("Xem ở bit.ly/abc nhé")
    assert "bit.ly" in hint.why[0]


def test_plain_words_have_no_hint() -> None:
    assert text_hints.of_text("Chiều nay xã họp ở nhà văn hoá.") == []
