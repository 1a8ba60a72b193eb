"""Reporting what one heard: stored once, redacted, answered at once where an answer is known."""

import io
import unicodedata
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from PIL import Image

from kiemtin.desk.flow import match
from kiemtin.desk.models import Desk, Job, Message, Picture, ReplyAddress, Version
from kiemtin.desk.moment import now, today
from kiemtin.desk.words import JobState, MessageState
from kiemtin.web import middleware
from kiemtin.web.limits import Limiter
from kiemtin.web.public import tokens
from tests.web.public.pages import fields, send, text

ASK = "/hoi/"
HEARD = "Nghe nói cầu Cốc Lếu sắp sập, cấm xe từ tối nay có đúng không"


def picture(size: tuple[int, int] = (40, 30), kind: str = "JPEG") -> bytes:
    """A small real picture."""
    data = io.BytesIO()
    Image.new("RGB", size, "navy").save(data, kind)
    return data.getvalue()


def test_a_report_is_stored_and_leads_to_its_receipt(reader: Client) -> None:
    answer = send(reader, ASK, {"text": HEARD, "place": "xã Bắc Hà, Lào Cai", "heard_via": "zalo"})
    assert answer.status_code == 302
    assert answer["Cache-Control"] == "no-store"
    message = Message.objects.get()
    assert (message.channel, message.heard_via, message.text) == ("web", "zalo", HEARD)
    assert text(reader.get(answer["Location"])).count(HEARD) == 1


def test_it_goes_to_the_desk_of_the_place(reader: Client, other_desk: Desk) -> None:
    send(reader, ASK, {"text": HEARD, "place": "tỉnh Sơn La"})
    assert Message.objects.get().desk == other_desk


def test_without_a_place_it_goes_to_the_root_desk(reader: Client, desk: Desk) -> None:
    send(reader, ASK, {"text": HEARD})
    message = Message.objects.get()
    assert (message.desk, message.place) == (desk, "")


def test_a_known_claim_is_answered_in_the_same_request(reader: Client, dam: Version) -> None:
    answer = send(reader, ASK, {"text": dam.claim, "place": "tỉnh Lào Cai"})
    assert dam.fact in text(reader.get(answer["Location"]))


def test_matching_that_fails_loses_nothing(
    reader: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(message: Message) -> None:
        raise RuntimeError(message.text)

    monkeypatch.setattr(match, "match_message", broken)
    answer = send(reader, ASK, {"text": HEARD})
    assert answer.status_code == 302
    message = Message.objects.get()
    assert message.state == MessageState.INBOX
    assert Job.objects.get(kind="match").state == JobState.QUEUED
    assert f"message={message.pk} error=RuntimeError" in caplog.text
    assert HEARD not in caplog.text


def test_the_form_sent_twice_is_one_message(reader: Client) -> None:
    said = fields(reader.get(ASK), ASK) | {"text": HEARD}
    first, second = reader.post(ASK, said), reader.post(ASK, said)
    assert first["Location"] == second["Location"]
    assert Message.objects.count() == 1


def test_the_form_replayed_by_another_doubles_nothing(reader: Client) -> None:
    said = fields(reader.get(ASK), ASK) | {"text": HEARD}
    first = reader.post(ASK, said)
    stranger = Client(enforce_csrf_checks=True)
    said["csrfmiddlewaretoken"] = fields(stranger.get(ASK), ASK)["csrfmiddlewaretoken"]
    assert stranger.post(ASK, said)["Location"] == first["Location"]
    assert Message.objects.count() == 1


def test_the_form_corrected_and_sent_again_is_another_message(reader: Client) -> None:
    said = fields(reader.get(ASK), ASK)
    first = reader.post(ASK, said | {"text": HEARD})
    second = reader.post(ASK, said | {"text": HEARD + ", xe tải thì sao"})
    assert first["Location"] != second["Location"]
    assert Message.objects.count() == 2


def test_a_forged_form_stores_nothing_and_gives_the_text_back(reader: Client) -> None:
    answer = reader.post(ASK, {"text": HEARD})
    assert answer.status_code == 403
    assert HEARD in text(answer)
    assert not Message.objects.exists()


@pytest.mark.parametrize("token", ["", "made-up", "made-up:1x:zzzz"])
def test_a_form_with_a_forged_id_is_offered_again(reader: Client, token: str) -> None:
    answer = send(reader, ASK, {"text": HEARD, "token": token})
    assert answer.status_code == 422
    assert "hết hạn" in text(answer)
    assert HEARD in text(answer)
    assert not Message.objects.exists()
    again = reader.post(ASK, fields(answer, ASK) | {"text": HEARD})
    assert again.status_code == 302


def test_a_form_left_open_for_a_day_is_offered_again(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = fields(reader.get(ASK), ASK)
    monkeypatch.setattr(tokens, "GOOD_FOR", timedelta(seconds=-1))
    answer = reader.post(ASK, said | {"text": HEARD})
    assert (answer.status_code, Message.objects.count()) == (422, 0)
    assert HEARD in text(answer)


@pytest.mark.parametrize("nothing", ["", "   \n", "\u200b\u200b", "…!?"])
def test_an_empty_text_is_asked_for(reader: Client, nothing: str) -> None:
    answer = send(reader, ASK, {"text": nothing, "place": "Lào Cai"})
    assert answer.status_code == 422
    assert "Hãy viết điều bạn nghe được" in text(answer)
    assert 'value="Lào Cai"' in answer.content.decode()
    assert not Message.objects.exists()


def test_a_hundred_thousand_characters_are_too_many_and_stay(reader: Client) -> None:
    long = "nước lên " * 11_112
    answer = send(reader, ASK, {"text": long[:100_000]})
    assert answer.status_code == 413
    assert "10000" in text(answer).replace(".", "")
    assert long[:100_000].strip() in text(answer)
    assert not Message.objects.exists()


def test_more_than_can_be_read_is_said_to_be_too_large(reader: Client) -> None:
    answer = send(reader, ASK, {"text": "a" * 1_200_000})
    assert answer.status_code == 413
    assert not Message.objects.exists()


def test_hidden_characters_are_dropped_and_that_is_said(reader: Client) -> None:
    answer = send(reader, ASK, {"text": "Đập \u202evỡ\u202c\x00 rồi, chạy mau"})
    assert Message.objects.get().text == "Đập vỡ rồi, chạy mau"
    assert "bỏ các ký tự ẩn" in text(reader.get(answer["Location"]))


def test_decomposed_letters_are_stored_composed(reader: Client) -> None:
    send(reader, ASK, {"text": unicodedata.normalize("NFD", HEARD)})
    assert Message.objects.get().text == HEARD


def test_an_old_font_encoding_is_converted_and_that_is_said(reader: Client) -> None:
    answer = send(reader, ASK, {"text": "§Ëp thñy ®iÖn NËm MÉu bÞ vì, n­íc s¾p vÒ"})
    assert "Đập thủy điện Nậm Mẫu bị vỡ" in Message.objects.get().text
    assert "TCVN3" in text(reader.get(answer["Location"]))


def test_a_language_the_desk_does_not_read_is_taken_with_a_word_of_warning(reader: Client) -> None:
    answer = send(reader, ASK, {"text": "大坝今晚决堤，请大家马上离开河边，往高处走，不要等通知"})
    assert Message.objects.count() == 1
    assert "tiếng khác" in text(reader.get(answer["Location"]))


def test_an_unknown_commune_keeps_the_text(reader: Client) -> None:
    answer = send(reader, ASK, {"text": HEARD, "place": "xã Không Hề Có"})
    assert answer.status_code == 422
    assert "Không tìm thấy" in text(answer)
    assert HEARD in text(answer)
    assert not Message.objects.exists()


def test_a_name_of_several_places_offers_them(reader: Client) -> None:
    answer = send(reader, ASK, {"text": HEARD, "place": "Tân Lập"})
    assert answer.status_code == 422
    offered = answer.content.decode().split('name="place_choice"')[1:]
    assert len(offered) >= 2
    assert HEARD in text(answer)
    chosen = offered[0].split('value="')[1][:5]
    again = reader.post(
        ASK, fields(answer, ASK) | {"text": HEARD, "place": "Tân Lập", "place_choice": chosen}
    )
    assert again.status_code == 302
    assert Message.objects.get().place == chosen


def test_a_choice_that_was_not_offered_is_not_taken(reader: Client) -> None:
    said = {"text": HEARD, "place": "Tân Lập", "place_choice": "99999"}
    assert send(reader, ASK, said).status_code == 422
    assert not Message.objects.exists()


def test_names_and_numbers_are_removed_and_the_asker_is_told(reader: Client) -> None:
    answer = send(reader, ASK, {"text": "Gọi ngay 0900 000 001 để nhận tiền cứu trợ"})
    assert "0900" not in Message.objects.get().text
    said = text(reader.get(answer["Location"]))
    assert "đã xoá trước khi lưu: số điện thoại" in said
    assert "0900" not in said


def test_a_reply_address_is_lent_encrypted(reader: Client) -> None:
    send(reader, ASK, {"text": HEARD, "reply_to": "0900 000 001"})
    lent = ReplyAddress.objects.get()
    assert b"0900" not in bytes(lent.sealed)
    assert lent.expires_at - now() < timedelta(days=30)


def test_a_reply_address_is_not_taken_from_who_wants_no_answer(reader: Client) -> None:
    said = fields(reader.get(ASK), ASK)
    del said["wants_answer"]
    reader.post(ASK, said | {"text": HEARD, "reply_to": "someone@example.org"})
    assert not Message.objects.get().wants_answer
    assert not ReplyAddress.objects.exists()


@pytest.mark.parametrize("wrong", ["gọi tôi nhé", "a@b", "123"])
def test_a_reply_address_is_a_number_or_an_e_mail(reader: Client, wrong: str) -> None:
    answer = send(reader, ASK, {"text": HEARD, "reply_to": wrong})
    assert (answer.status_code, Message.objects.count()) == (422, 0)
    assert HEARD in text(answer)


@override_settings(REPLY_KEYS=[])
def test_a_desk_without_a_key_stores_no_address_and_no_half_a_message(reader: Client) -> None:
    answer = send(reader, ASK, {"text": HEARD, "reply_to": "0900 000 001"})
    assert answer.status_code == 422
    assert not Message.objects.exists()
    assert HEARD in text(answer)


def test_a_day_that_has_not_come_is_refused(reader: Client) -> None:
    tomorrow = today() + timedelta(days=1)
    answer = send(reader, ASK, {"text": HEARD, "heard_on": tomorrow.isoformat()})
    assert (answer.status_code, Message.objects.count()) == (422, 0)


def test_today_is_taken_at_any_hour(reader: Client) -> None:
    assert send(reader, ASK, {"text": HEARD, "heard_on": today().isoformat()}).status_code == 302


def test_a_picture_is_kept_with_the_message(reader: Client) -> None:
    send(reader, ASK, {"text": HEARD, "picture": SimpleUploadedFile("a.jpg", picture())})
    kept = Picture.objects.get()
    assert (kept.width, kept.height) == (40, 30)


REFUSED = {
    "ten megabytes of something else": (b"MZ" + b"\0" * (10 * 1024 * 1024), 413),
    "a wrong type": (b"%PDF-1.7 nothing", 422),
    "a drawing that can carry code": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422),
    "half a picture": (picture()[:300], 422),
    "nothing": (b"", 422),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_picture_that_cannot_be_taken_stores_nothing(reader: Client, case: str) -> None:
    data, status = REFUSED[case]
    answer = send(reader, ASK, {"text": HEARD, "picture": SimpleUploadedFile("a.jpg", data)})
    assert answer.status_code == status
    assert HEARD in text(answer)
    assert 'id="id_picture_error"' in answer.content.decode()
    assert not Message.objects.exists()


def test_a_decompression_bomb_is_refused_for_its_size(reader: Client) -> None:
    data = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(data, "PNG")
    said: dict[str, Any] = {"text": HEARD, "picture": SimpleUploadedFile("a.png", data.getvalue())}
    answer = send(reader, ASK, said)
    assert answer.status_code == 422
    assert "20000" in text(answer).replace(".", "")
    assert not Message.objects.exists()


def test_too_many_posts_are_held_back_without_a_trace_of_who(
    reader: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    limiter = Limiter(3)
    monkeypatch.setattr(
        middleware.LimitMiddleware,
        "refuses",
        lambda self, request: not (limiter.allow(middleware.client_address(request))),
    )
    said = fields(reader.get(ASK), ASK)
    answers = [reader.post(ASK, said | {"text": f"{HEARD} {n}"}) for n in range(5)]
    assert [one.status_code for one in answers] == [302, 302, 302, 429, 429]
    assert f"{HEARD} 4" in text(answers[-1])
    assert answers[-1]["Retry-After"] == "60"
    assert Message.objects.count() == 3
    assert "127.0.0.1" not in repr(limiter._buckets) + caplog.text


def test_the_text_of_the_check_page_is_filled_in(reader: Client) -> None:
    said = fields(reader.get(ASK), ASK)
    answer = reader.post(ASK, said | {"text": HEARD, "fill": "1"})
    assert answer.status_code == 200
    assert HEARD in text(answer)
    assert not Message.objects.exists()


def test_the_form_is_kept_nowhere(reader: Client) -> None:
    opened = reader.get(ASK)
    assert opened["Cache-Control"] == "no-store"
    assert opened["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("said", [{"text": ""}, {"text": "a" * 20_000}])
def test_refusals_are_in_the_readers_language(reader: Client, said: dict[str, str]) -> None:
    reader.cookies["lang"] = "en"
    answer = send(reader, ASK, said)
    assert "Expected at" in text(answer)


def test_without_a_desk_nothing_is_taken_and_nothing_breaks(db: None) -> None:
    reader = Client()
    answer = send(reader, ASK, {"text": HEARD})
    assert answer.status_code == 422
    assert HEARD in text(answer)
