"""What was read in a file is said in the reader's language, with what it does not prove."""

from django.utils import translation

from kiemtin.desk.flow.reading import GIVEN_UP
from kiemtin.desk.models import Reading
from kiemtin.media.apart.refusal import ReaderRefused
from kiemtin.media.inside import Origin
from kiemtin.web.desk import read_in

ORIGIN = Origin(
    False, False, "Công ty Thí Dụ", "Máy ảnh", machine_made=True, actions=("c2pa.edited",)
)


def test_facts_carry_their_limits_and_whether_they_are_personal() -> None:
    facts = [{"code": "position", "value": "22, 103"}, {"code": "no such", "value": "x"}]
    read = read_in.shown(Reading(facts=facts))
    assert [(one.label, one.personal) for one in read.facts] == [("Tọa độ GPS", True)]
    assert read.facts[0].limit


def test_the_statement_of_origin_never_sounds_like_a_proof() -> None:
    said = " ".join(read_in.shown(Reading(origin=vars(ORIGIN))).origin)
    assert "không khớp" in said
    assert "Không có danh sách tin cậy" in said
    assert "AI" in said


def test_every_refusal_is_a_sentence() -> None:
    for code in (*ReaderRefused.sentences, GIVEN_UP, "odd"):
        assert " " in read_in.why_refused(code)
    assert read_in.why_refused("") == ""


def test_hints_are_said_in_english_too() -> None:
    say = {"code": "clone", "vi": "Hai chỗ giống nhau.", "en": "Two places are alike."}
    hint = {
        "code": "clone",
        "strength": "some",
        "reasons": [say],
        "limit": say,
        "where": [[0, 1, 2, 3]],
    }
    with translation.override("en"):
        shown = read_in.shown(Reading(hints=[hint], warnings=[say]))
    assert shown.hints[0].sentences == ("Two places are alike.",)
    assert shown.hints[0].places == ((0, 1, 2, 3),)
    assert shown.noticed[0].sentences == ("Two places are alike.",)
