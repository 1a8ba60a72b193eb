from datetime import UTC, date, datetime

import pytest
from django import forms
from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.utils import timezone, translation

from kiemtin.desk.words import Verdict
from kiemtin.web.templatetags import icons, kiemtin


class Form(forms.Form):
    claim = forms.CharField(
        help_text="một câu", widget=forms.TextInput(attrs={"placeholder": "gõ ở đây"})
    )
    sure = forms.BooleanField()


@pytest.mark.parametrize("code", [*Verdict.values, "checking", "not_checkable"])
def test_each_verdict_has_its_own_word_and_shape(code: str) -> None:
    others = set(kiemtin.VERDICTS) - {code}
    assert kiemtin.verdict_word(code) not in {kiemtin.verdict_word(other) for other in others}
    shapes = {kiemtin.verdict_icon(other) for other in others}
    assert kiemtin.verdict_icon(code) not in shapes
    assert icons.strokes(kiemtin.verdict_icon(code))


def test_an_unknown_verdict_is_never_shown_as_another() -> None:
    with pytest.raises(KeyError):
        kiemtin.verdict_word("fake")


def test_a_moment_is_said_in_vietnamese_order_and_local_time() -> None:
    moment = datetime(2026, 11, 22, 7, 5, tzinfo=UTC)
    with translation.override("vi"), timezone.override("Asia/Ho_Chi_Minh"):
        said = kiemtin.when(moment)
    assert said == '<time datetime="2026-11-22T14:05:00+07:00">22/11/2026 14:05</time>'


def test_a_date_has_no_hour_and_nothing_says_nothing() -> None:
    with translation.override("vi"):
        assert kiemtin.when(date(2026, 11, 2)).endswith(">02/11/2026</time>")
    assert kiemtin.when(None) == ""


def test_a_clock_shows_the_time_that_is_left_now(monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert kiemtin.clock_face(now.replace(hour=13)).level == "calm"
    assert kiemtin.clock_face(now.replace(hour=11)).level == "late"


def test_a_control_takes_attributes_and_hides_its_placeholder() -> None:
    drawn = kiemtin.control(Form()["claim"], data_key="s", data_counter=None, aria_label="")
    assert 'data-key="s"' in drawn
    assert "data-counter" not in drawn
    assert "gõ ở đây" not in drawn


def test_a_control_is_described_by_hint_error_and_counter_alike() -> None:
    drawn = kiemtin.control(Form({"claim": ""})["claim"], aria_describedby="id_claim_counter")
    assert 'aria-describedby="id_claim_helptext id_claim_error id_claim_counter"' in drawn


def test_a_box_to_tick_is_known() -> None:
    assert kiemtin.is_checkbox(Form()["sure"])
    assert not kiemtin.is_checkbox(Form()["claim"])


def test_two_texts_are_compared_as_texts() -> None:
    assert not kiemtin.word_diff_tag("một", "hai").same


@pytest.mark.parametrize(
    ("tags", "address"), [("undo=/desk/1/", "/desk/1/"), ("quiet undo=/x/", "/x/"), ("", "")]
)
def test_the_address_that_takes_back_is_found_in_the_tags(tags: str, address: str) -> None:
    assert kiemtin.undo_url(Message(constants.SUCCESS, "Đã gộp", extra_tags=tags)) == address


def test_the_words_of_the_scripts_come_as_data() -> None:
    with translation.override("vi"):
        drawn = kiemtin.js_words()
    assert drawn.startswith('<script id="words" type="application/json">')
    assert all(word.strip() for word in kiemtin.words().values())
