"""Translations: what waits, the Vietnamese beside the form, a recording to hear, saying back."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from kiemtin.bulletin.recording import MOST_BYTES
from kiemtin.desk.flow import translating
from kiemtin.desk.models import FactCheck, Translation
from kiemtin.desk.queries import translations as queries
from kiemtin.desk.words_reach import Language
from kiemtin.web.desk.access import DeskRequest, desk_page, own
from kiemtin.web.desk.forms_translation import BackForm, ReturnForm, TranslationForm
from kiemtin.web.desk.says import trying
from kiemtin.web.phone.ranged import sound

FIELDS = ("language", "script", "fact", "said", "todo")


@require_safe
@desk_page()
def queue(request: DeskRequest) -> HttpResponse:
    """What there is to translate, to say back, and to do again."""
    context = {"queue": queries.queue(request.desks), "may_translate": _may(request)}
    return render(request, "desk/translations.html", context)


def _may(request: DeskRequest) -> bool:
    return bool(request.roles & set(translating.TRANSLATING))


def _fact_check(request: DeskRequest, pk: int) -> FactCheck:
    found = own(request, FactCheck.objects.select_related("current", "rumour", "desk"), pk)
    if found.current is None:
        raise Http404
    return found


@desk_page()
def page(request: DeskRequest, pk: int) -> HttpResponse:
    """One fact-check in its languages; what is written by POST takes the place of what was."""
    found = _fact_check(request, pk)
    if request.method != "POST":
        return _page(request, found, request.GET.get("tieng", ""))
    form = TranslationForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, found, request.POST.get("language", ""), 422, form=form)
    upload = form.cleaned_data["recording"]
    recording = upload.read(MOST_BYTES + 1) if upload else None
    with trying() as outcome:
        made = translating.write(request.user, found, form.wording(), recording)
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        language = form.cleaned_data["language"]
        return _page(request, found, language, outcome.status, form=form)
    messages.success(request, _("Đã lưu. Một người khác đối chiếu rồi bản dịch mới được dùng."))
    return _back(made)


def _back(translation: Translation) -> HttpResponse:
    address = reverse("desk:translation", args=[translation.fact_check_id])
    return redirect(f"{address}?tieng={translation.language}")


def _page(
    request: DeskRequest, found: FactCheck, language: str, status: int = 200, **bound: forms.Form
) -> HttpResponse:
    """The page of one language; `bound` forms keep what was typed with its errors."""
    standing = translating.standing(found)
    one = next((each for each in standing if each.translation.language == language), None)
    code = language if language in Language.values else ""
    own_work = one is not None and one.translation.translator_id == request.user.pk
    waits = one is not None and one.standing == translating.Standing.TO_CHECK
    missing = queries.wanted(found) - {each.translation.language for each in standing}
    context: dict[str, Any] = {
        "fact_check": found,
        "standing": standing,
        "blind": waits and not own_work and _may(request),
        "language": Language(code) if code else None,
        "one": one,
        "own_work": own_work,
        "wanted": [Language(each) for each in sorted(missing)],
        "may_translate": _may(request),
        "form": TranslationForm(initial=_initial(one, code)),
        "back_form": BackForm(),
        "return_form": ReturnForm(),
    }
    return render(request, "desk/translation.html", context | bound, status=status)


def _initial(one: translating.Stands | None, language: str) -> dict[str, str]:
    if one is None:
        return {"language": language}
    return {name: getattr(one.translation, name) for name in FIELDS}


def _translation(request: DeskRequest, pk: int) -> Translation:
    rows = Translation.objects.select_related("fact_check__desk", "fact_check__rumour")
    return own(request, rows, pk, "fact_check__desk")


@require_POST
@desk_page(*translating.TRANSLATING)
def check_back(request: DeskRequest, pk: int) -> HttpResponse:
    """Say back what it says; it goes out from then on."""
    found, form = _translation(request, pk), BackForm(request.POST)
    form.is_valid()
    with trying() as outcome:
        translating.check_back(request.user, found, form.cleaned_data.get("back_text", ""))
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        fact_check = _fact_check(request, found.fact_check_id)
        return _page(request, fact_check, found.language, outcome.status, back_form=form)
    messages.success(request, _("Đã đối chiếu. Bản dịch được dùng từ bây giờ."))
    return _back(found)


@require_POST
@desk_page(*translating.TRANSLATING)
def send_back(request: DeskRequest, pk: int) -> HttpResponse:
    """Say what is wrong; it goes out no more."""
    found, form = _translation(request, pk), ReturnForm(request.POST)
    form.is_valid()
    with trying() as outcome:
        translating.send_back(request.user, found, form.cleaned_data.get("reason", ""))
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        fact_check = _fact_check(request, found.fact_check_id)
        return _page(request, fact_check, found.language, outcome.status, return_form=form)
    messages.success(request, _("Đã trả lại. Bản dịch này không dùng nữa."))
    return _back(found)


@require_safe
@desk_page()
def recording(request: DeskRequest, pk: int) -> HttpResponse:
    """What was recorded, for those of the desk."""
    found = _translation(request, pk)
    if not found.recording:
        raise Http404
    response = sound(request, found.recording, found.recording_type, found.recording_sha256)
    response["Cache-Control"] = "private, no-store"
    return response
