"""Entry on behalf of a caller or from paper, in one screen; and the import of a file with its
report.
"""

import secrets
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kiemtin.channels.shape import Inbound
from kiemtin.desk.flow import importing, match, receive
from kiemtin.desk.models import Message
from kiemtin.desk.permissions import DESK_WORK, IMPORTING
from kiemtin.desk.queries import board
from kiemtin.desk.words import HeardVia, MessageState, Role
from kiemtin.refusal import Refusal
from kiemtin.text.redact import redact
from kiemtin.web.desk.access import DeskRequest, desk_page
from kiemtin.web.desk.fields import PlaceField
from kiemtin.web.desk.forms import day
from kiemtin.web.desk.says import in_words, trying

SALT = "desk-entry"
FILE_BYTES = 50 * 1024 * 1024


class EntryForm(forms.Form):
    """What a caller said or a paper says."""

    channel = forms.ChoiceField(
        label=lazy("Đến bằng"), choices=[("phone", lazy("Điện thoại")), ("paper", lazy("Giấy"))]
    )
    text = forms.CharField(
        label=lazy("Nghe được điều gì"), strip=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    keep = forms.CharField(
        label=lazy("Số hoặc địa chỉ là chính điều được đồn, cần giữ"),
        help_text=lazy("Mọi số khác sẽ bị xoá trước khi lưu. Nhiều số: cách nhau bằng dấu phẩy."),
        required=False,
        max_length=300,
    )
    place = PlaceField(label=lazy("Ở đâu"), required=False)
    heard_via = forms.ChoiceField(label=lazy("Người đó nghe qua"), choices=HeardVia.choices)
    heard_on = day(lazy("Nghe ngày nào"))
    wants_answer = forms.BooleanField(label=lazy("Muốn được trả lời"), required=False, initial=True)
    reply_to = forms.CharField(
        label=lazy("Gọi lại số nào"),
        help_text=lazy("Giữ kín, chỉ dùng để trả lời, xoá sau khi trả lời hoặc sau 30 ngày."),
        required=False,
        max_length=100,
    )
    picture = forms.FileField(label=lazy("Ảnh"), required=False)
    form_id = forms.CharField(widget=forms.HiddenInput)


def _fresh() -> dict[str, Any]:
    return {"form_id": signing.dumps(secrets.token_urlsafe(12), salt=SALT), "channel": "phone"}


@desk_page(*DESK_WORK, Role.COMMUNICATOR)
def enter(request: DeskRequest) -> HttpResponse:
    """One screen: typed, redacted, stored, matched; the receipt to read out to the caller."""
    if request.method != "POST":
        return render(request, "desk/enter.html", {"form": EntryForm(initial=_fresh())})
    form = EntryForm(request.POST, request.FILES)
    if "preview" in request.POST or not form.is_valid():
        return _again(request, form, 200 if "preview" in request.POST else 422)
    try:
        inbound = _inbound(form.cleaned_data)
    except signing.BadSignature:
        form.add_error(None, _("Phiếu này không phải do trang này cấp. Hãy mở trang nhập mới."))
        return _again(request, form, 422)
    with trying() as outcome:
        received = receive.receive(inbound, request.desk, entered_by=request.user, keep=_keep(form))
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return _again(request, form, outcome.status)
    match.match_message(received.message)
    return _done(request, received)


def _again(request: DeskRequest, form: EntryForm, status: int) -> HttpResponse:
    typed = str(form.data.get("text", ""))
    kept = [part.strip() for part in str(form.data.get("keep", "")).split(",") if part.strip()]
    preview = redact(typed[:10_000], keep=kept).text if typed else ""
    return render(request, "desk/enter.html", {"form": form, "preview": preview}, status=status)


def _keep(form: EntryForm) -> list[str]:
    return [part.strip() for part in form.cleaned_data["keep"].split(",") if part.strip()]


def _inbound(data: dict[str, Any]) -> Inbound:
    upload = data["picture"]
    return Inbound(
        channel=data["channel"],
        external_id=signing.loads(data["form_id"], salt=SALT),
        text=data["text"],
        received_at=timezone.now(),
        place=data["place"] or None,
        heard_via=data["heard_via"],
        heard_on=data["heard_on"],
        wants_answer=data["wants_answer"],
        reply_to=(data["reply_to"] or None) if data["wants_answer"] else None,
        pictures=(upload.read(),) if upload else (),
    )


def _done(request: DeskRequest, received: receive.Received) -> HttpResponse:
    message = Message.objects.get(pk=received.message.pk)
    told = board.told(message)
    context = {
        "receipt": received.receipt,
        "message": message,
        "told": told,
        "answered": any(one.delivery for one in told),
        "waiting": any(one.message.state == MessageState.INBOX for one in told),
    }
    return render(request, "desk/entered.html", context)


class ImportForm(forms.Form):
    """A CSV or JSONL file."""

    file = forms.FileField(label=lazy("Tệp CSV hoặc JSONL"))


@desk_page(*IMPORTING)
def import_file(request: DeskRequest) -> HttpResponse:
    """First a dry run with a report per row; then the same file for real. Nothing comes in
    twice.
    """
    form = ImportForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return render(request, "desk/import.html", {"form": form})
    if not form.is_valid():
        return render(request, "desk/import.html", {"form": form}, status=422)
    upload = form.cleaned_data["file"]
    dry = "commit" not in request.POST
    try:
        report = importing.import_data(
            upload.read(FILE_BYTES + 1), upload.name, request.desk, dry_run=dry, actor=request.user
        )
    except Refusal as refusal:
        form.add_error("file", in_words(refusal))
        return render(request, "desk/import.html", {"form": form}, status=422)
    if not dry:
        messages.success(request, _("Đã nhập %(n)s tin mới.") % {"n": report.stored})
    context = {"form": form, "report": report, "dry": dry}
    return render(request, "desk/import.html", context)


def redirect_home(request: DeskRequest) -> HttpResponse:
    """/desk/ is where one's work waits: the inbox, the drafts to sign, or else the board."""
    if Role.CHECKER in request.roles:
        return redirect("desk:inbox")
    return redirect("desk:review_queue" if request.roles & DESK_WORK else "desk:board")


home = desk_page()(redirect_home)
