"""Captures as a page shows them: why one was refused, what is missing, what it can become."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kiemtin.desk.flow import capturing
from kiemtin.desk.models import Capture, Evidence, Rumour
from kiemtin.desk.words import EvidenceKind
from kiemtin.desk.words_evidence import Link

TOLD = (Link.CHANGED, Link.MOVED, Link.GONE, Link.HIDDEN)
"""What readers are told of; a server that is silent today may answer tomorrow."""

QUOTE = 600
"""Characters of the page that the form offers as a quote; a person shortens it."""


def of_rumour(rumour: Rumour) -> QuerySet[Capture]:
    """The captures that no evidence stands on yet, newest first."""
    return rumour.captures.filter(evidence=None)


@dataclass(frozen=True)
class Shown:
    """What the address of a piece of evidence shows now that it no longer shows what was kept."""

    label: str
    since: datetime


def elsewhere(evidence: Iterable[int]) -> dict[int, Shown]:
    """By the number of the evidence: whose address shows something else, or nothing, since when."""
    rows = Evidence.objects.filter(pk__in=list(evidence), capture__link__in=TOLD)
    return {
        one.pk: Shown(one.capture.get_link_display(), one.capture.link_since)
        for one in rows.select_related("capture")
        if one.capture and one.capture.link_since
    }


def why_refused(capture: Capture) -> str:
    """The refusal in the reader's language; empty when it was not refused."""
    if not capture.refusal:
        return ""
    return said(capture.refusal)


def said(code: str) -> str:
    """What a stored code of a refusal means, without its numbers."""
    known = {
        capturing.GIVEN_UP: _("Máy gặp lỗi nhiều lần khi lưu trang này. Hãy thử lại sau."),
        "form": _("Địa chỉ không đúng dạng."),
        "address": _("Địa chỉ không dẫn tới một máy chủ công khai trên Internet."),
        "unknown": _("Không tìm được máy chủ của địa chỉ này; trang có thể đã bị gỡ."),
        "no_answer": _("Máy chủ không trả lời. Hãy thử lại sau."),
        "too_slow": _("Máy chủ trả lời quá chậm. Hãy thử lại sau."),
        "too_big": _("Trang quá nặng. Hãy lưu riêng phần cần làm bằng chứng rồi tải lên."),
        "redirect": _("Trang chuyển hướng vòng tròn hoặc quá nhiều lần."),
        "downgrade": _("Trang chuyển sang địa chỉ http không được bảo vệ."),
        "tls": _("Không xác minh được chứng chỉ của máy chủ."),
        "decompression": _("Trang nén nở ra quá nhiều, như một quả bom nén."),
        "packing": _("Trang được nén theo cách không đọc được ở đây."),
        "damaged": _("Câu trả lời của máy chủ bị hỏng giữa chừng. Hãy thử lại."),
        "robots": _("Trang yêu cầu máy không tự vào."),
        "busy": _("Đang tải nhiều trang cùng lúc. Hãy thử lại sau một phút."),
        "scheme": _("Chỉ tải được địa chỉ bắt đầu bằng https:// hoặc http://."),
        "credentials": _("Địa chỉ có tên người dùng hoặc mật khẩu."),
        "port": _("Địa chỉ dẫn tới một cổng không phải của trang web."),
        "social": _("Địa chỉ dẫn tới mạng xã hội; bàn không lưu trang của ai."),
        "too_many": _("Đã đủ số tệp hoặc thời gian cho một trang."),
    }
    if code.startswith("status_"):
        status = code.removeprefix("status_")
        return _("Máy chủ trả lời mã %(status)s.") % {"status": status}
    return known.get(code, _("Không lấy được (%(code)s).") % {"code": code})


def missing(capture: Capture) -> list[tuple[str, int]]:
    """Why parts of the page could not be had, and how many for each reason, most first."""
    counted = Counter(said(str(one.get("code", ""))) for one in capture.missing)
    return counted.most_common()


def evidence_of(capture: Capture) -> dict[str, Any]:
    """What the form for evidence can be filled in with; stance and origin are a person's."""
    site = capture.site or urlsplit(capture.final_url or capture.url).hostname or ""
    return {
        "source": site[:200],
        "title": capture.title,
        "url": capture.url,
        "dated": capture.dated,
        "quote": capture.text[:QUOTE].strip(),
        "kind": EvidenceKind.SECONDARY,
        "capture": capture.pk,
    }
