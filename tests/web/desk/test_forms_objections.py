"""Each form of the page of objections belongs to one of them."""

from kiemtin.web.desk.forms_objections import AnswerForm, HoldBackForm, NoteForm


def test_two_forms_of_a_page_share_no_id() -> None:
    forms = [kind(pk=pk) for kind in (AnswerForm, NoteForm, HoldBackForm) for pk in (1, 2)]
    ids = [field.auto_id for form in forms for field in form]
    assert len(set(ids)) == len(ids)


def test_an_answer_is_the_reason_and_the_words() -> None:
    form = AnswerForm({"outcome": "refused", "reason": "opinion", "answer": "Vì thế."})
    assert form.is_valid()
    assert form.said().endswith("\nVì thế.")
    assert not AnswerForm({"answer": "Vì thế."}).is_valid()
