"""A code as an address and as a drawing, and a judgement as its page shows it."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation
from pytest_django import Settings

from kiemtin.bulletin import qr
from kiemtin.desk.flow import keys
from kiemtin.desk.models import Version
from kiemtin.record.judge import judge
from kiemtin.record.statement_code import address, from_code, sign_fitting
from kiemtin.web.public import bulletins
from tests.record.test_judge import CASES
from tests.support.bulletins import KEY, KEYS, KNOWN, SITE, TODAY, code, statement

LONG = replace(statement(), desk="Bàn kiểm tin liên xã vùng cao " * 4, claim="hồ xả lũ " * 60)


def shown(text: str, day: date = TODAY) -> dict[str, object]:
    with translation.override("vi"):
        return bulletins.shown(judge(text, KEYS, KNOWN, day))


def millimetres(text: str) -> float:
    svg = bulletins.drawing(text).decode()
    return float(svg.split('width="')[1].split("mm")[0])


def test_the_drawing_grows_with_what_it_holds_and_stays_printable() -> None:
    small = millimetres("https://kiemtin.example.vn/kiem-chung/dap-7/")
    common = millimetres(f"{SITE}/ma/#{code()}")
    largest = millimetres(address(SITE, sign_fitting(SITE, LONG, KEY)))
    assert small < common < largest
    assert 25 <= common <= 32
    # 77 squares of version 15, four white ones on each side.
    assert largest <= (77 + 8) * qr.MODULE_MM + 0.01
    assert qr.MODULE_MM >= 0.4


@pytest.mark.parametrize(("state", "text"), CASES, ids=range(len(CASES)))
def test_what_is_not_the_desks_word_is_not_shown(state: str, text: str) -> None:
    told = shown(text)
    assert told["state"] == state
    hidden = state in ("malformed", "altered", "unknown_key", "key_ended")
    assert (told["statement"] is None) == hidden
    assert bool(told["as_of"]) == (not hidden)
    assert "%(" not in f"{told['title']}{told['text']}{told['as_of']}"


def test_the_sentences_name_version_day_and_moment() -> None:
    assert "bản 3" in str(shown(code(number=7))["text"])
    assert "đúng đến 31/12/2026" in str(shown(code(), date(2027, 1, 1))["text"])
    assert "22/11/2026 09:00" in str(shown(code())["as_of"])


def test_without_a_list_it_says_that_nobody_knows() -> None:
    with translation.override("vi"):
        told = bulletins.shown(judge(code(), KEYS, None, TODAY))
    assert "không biết đã có bản mới hơn chưa" in told["as_of"]


@pytest.mark.django_db
def test_a_key_that_others_may_read_signs_nothing_and_breaks_no_page(
    dam: Version, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    settings.LOG_KEYS, settings.PUBLIC_URL = [KEY.secret_text()], SITE
    keys.begin(KEY)
    made = bulletins.code(dam)
    assert made
    assert from_code(made).holds(KEY.verifier)
    settings.LOG_KEYS = ["no key"]
    assert bulletins.code(dam) is None
    assert bulletins.note() is None
    assert "bulletin.unsigned" in caplog.text
    assert dam.claim not in caplog.text
