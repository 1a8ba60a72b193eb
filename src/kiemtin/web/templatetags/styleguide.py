"""Sample data of the style page, so that templates/styleguide.html shows each component alone.

The case is the documented one of the Nậm Pung dam (congthuong.vn, 9/9/2024); nothing is stored.
"""

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms, template
from django.core.paginator import Page, Paginator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kiemtin.matching import marks
from kiemtin.matching.types import Verdict

register = template.Library()


class SampleForm(forms.Form):
    """One field of each kind."""

    text = forms.CharField(
        label=_("Bạn nghe được điều gì?"),
        help_text=_("Chép nguyên văn nếu được. Đừng ghi tên hay số điện thoại của ai."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
    )
    place = forms.CharField(label=_("Ở đâu?"), required=False)
    place_code = forms.CharField(widget=forms.HiddenInput, required=False)
    heard_via = forms.ChoiceField(
        label=_("Nghe qua đâu?"),
        choices=[("word_of_mouth", _("Nghe kể")), ("zalo", "Zalo"), ("sms", _("Tin nhắn SMS"))],
        widget=forms.RadioSelect,
    )
    subject = forms.ChoiceField(label=_("Thuộc loại nào?"), choices=[("dam", _("Đập, hồ chứa"))])
    wants_answer = forms.BooleanField(label=_("Tôi muốn được trả lời"), required=False)


def _evidence(now: datetime) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(
            title="Thông tin vỡ đập thuỷ điện Nậm Pung là không chính xác",
            source="Báo Công Thương",
            quote="Các hồ chứa trên địa bàn vẫn vận hành an toàn.",
            url="https://congthuong.vn/",
            dated=date(2024, 9, 9),
            copy_sha256="3b7f" * 16,
            copied_at=now - timedelta(hours=3),
            self_statement=False,
            get_stance_display=_("Bác bỏ"),
            get_kind_display=_("Nguồn thuật lại"),
        ),
        SimpleNamespace(
            title="",
            source="Ban chỉ huy phòng thủ dân sự",
            quote="",
            url="",
            dated=None,
            copy_sha256="",
            copied_at=None,
            self_statement=True,
            get_stance_display=_("Bác bỏ"),
            get_kind_display=_("Nguồn gốc (đo đạc, văn bản, người có mặt)"),
        ),
    ]


def _versions(now: datetime) -> list[SimpleNamespace]:
    kinds = (_("Đính chính của bàn"), "misleading"), (_("Công bố lần đầu"), "false")
    return [
        SimpleNamespace(
            number=2 - at,
            published_at=now - timedelta(hours=1 + 5 * at),
            verdict=verdict,
            get_kind_display=kind,
            what_was_wrong="" if at else "Bản trước ghi nhầm giờ đo: 6:00, không phải 8:00.",
        )
        for at, (kind, verdict) in enumerate(kinds)
    ]


def _rows() -> list[SimpleNamespace]:
    sample = (
        ("Nơi", "Nậm Pung", "Nậm Pung", "agree"),
        ("Ngày", "10/9", "9/9/2024", "conflict"),
        ("Phủ định", "", "không vỡ", "absent"),
    )
    return [
        SimpleNamespace(kind=kind, query_value=ours, entry_value=theirs, verdict=verdict)
        for kind, ours, theirs, verdict in sample
    ]


def _stretches() -> tuple[marks.Stretch, ...]:
    text = "Nghe nói đập Nậm Pung vỡ tối 10/9, nước đang về Bát Xát. " + "Bà con chia sẻ gấp. " * 30
    told: tuple[tuple[str, Verdict], ...] = (
        ("Nậm Pung", "agree"),
        ("tối 10/9", "conflict"),
        ("Bát Xát", "absent"),
    )
    spans = [(text.index(one), text.index(one) + len(one), mark) for one, mark in told]
    return marks.stretches(marks.marked(text, [((at, end), mark) for at, end, mark in spans]))


def _tabs() -> list[dict[str, Any]]:
    labels = (_("Hộp thư"), "i", 12), (_("Bảng tin đồn"), "b", 4), (_("Chờ duyệt"), "d", 0)
    return [
        {"url": f"#{key}", "label": label, "key": key, "count": count, "current": key == "i"}
        for label, key, count in labels
    ]


def _page() -> "Page[int]":
    return Paginator(range(90), 20).page(2)


@register.simple_tag
def style_samples() -> dict[str, Any]:
    """Give everything that the style page shows."""
    now = timezone.now()
    return {
        "now": now,
        "verdicts": ("true", "mostly_true", "misleading", "false", "unproven", "checking"),
        "evidence": _evidence(now),
        "versions": _versions(now),
        "rows": _rows(),
        "stretches": _stretches(),
        "tabs": _tabs(),
        "page": _page(),
        "form": SampleForm(initial={"wants_answer": True}),
        "wrong": SampleForm({"text": "", "place": "Bát Xat", "heard_via": "zalo"}),
        "clocks": [
            (now + timedelta(minutes=50), now - timedelta(minutes=5)),
            (now + timedelta(minutes=20), now - timedelta(minutes=40)),
            (now - timedelta(minutes=7), now - timedelta(minutes=67)),
            (now + timedelta(days=1, hours=3), now),
        ],
        "mine": "Đập Nậm Pung không vỡ. Mực nước lúc 6:00 thấp hơn mức báo động.",
        "theirs": "Đập Nậm Pung không vỡ. Mực nước lúc 8:00 thấp hơn mức báo động 1.",
    }
