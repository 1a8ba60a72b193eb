"""A translation's form takes words as they were typed, with lines as they are stored."""

from kiemtin.desk.words_reach import Language, Script
from kiemtin.web.desk.forms_translation import BackForm, ReturnForm, TranslationForm

GIVEN = {"language": "hmn", "script": "Latn-rpa", "fact": "Pas\r\ndej", "said": "", "todo": "Nyob"}


def test_what_was_typed_becomes_a_wording() -> None:
    form = TranslationForm(GIVEN)
    assert form.is_valid(), form.errors
    said = form.wording()
    assert (said.language, said.script) == (Language.HMONG, Script.RPA)
    assert (said.fact, said.said, said.todo) == ("Pas\ndej", "", "Nyob")


def test_vietnamese_is_not_offered() -> None:
    assert "language" in TranslationForm(GIVEN | {"language": "vie"}).errors


def test_saying_back_and_returning_need_words() -> None:
    assert BackForm({"back_text": " "}).errors
    assert ReturnForm({"reason": ""}).errors
