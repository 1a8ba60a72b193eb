"""Forms of the library: a source as an editor describes it, and what is looked for in it."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from kiemtin.desk.flow.library import Choice
from kiemtin.desk.models import Source
from kiemtin.desk.queries.sources import Filters
from kiemtin.desk.words_evidence import SourceKind, SourceShape
from kiemtin.web.desk.fields import PlaceField
from kiemtin.web.desk.forms import PageForm, day

SAID = ("name", "kind", "shape", "address", "place", "trust", "licence", "whole_text")


class SourceForm(PageForm):
    """A source: who speaks, where it is read, and what it is believed about."""

    named = "source"

    name = forms.CharField(label=_("Tên nguồn"), max_length=80)
    kind = forms.ChoiceField(label=_("Ai nói"), choices=SourceKind.choices)
    shape = forms.ChoiceField(
        label=_("Đọc bằng cách nào"),
        help_text=_(
            "Hầu hết trang báo, trang cơ quan có RSS. Sitemap chỉ có địa chỉ và tiêu đề bài."
        ),
        choices=SourceShape.choices,
    )
    address = forms.CharField(
        label=_("Địa chỉ để đọc"),
        help_text=_("Ví dụ https://bao.example/rss/tin-moi.rss. Mạng xã hội không nhận."),
        max_length=1000,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocapitalize": "none"}),
    )
    place = PlaceField(label=_("Nói về nơi nào"), required=False)
    trust = forms.CharField(
        label=_("Tin được về điều gì"),
        help_text=_("Ví dụ: số đo mực nước của chính trạm; không tin được về thiệt hại."),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    licence = forms.CharField(label=_("Được dùng thế nào"), max_length=200, required=False)
    whole_text = forms.BooleanField(
        label=_("Đọc cả trang của mỗi bài, không chỉ phần tóm tắt"), required=False
    )

    @classmethod
    def of(cls, source: Source) -> "SourceForm":
        """The form as the source is now."""
        return cls(initial={name: getattr(source, name) for name in SAID})

    def choice(self) -> Choice:
        """What was typed, once it is valid."""
        data: dict[str, Any] = dict(self.cleaned_data)
        data |= {"kind": SourceKind(data["kind"]), "shape": SourceShape(data["shape"])}
        return Choice(**{name: data[name] for name in SAID})


class LibraryFileForm(PageForm):
    """A file of a source."""

    named = "file"

    file = forms.FileField(
        label=_("Tệp"),
        help_text=_(
            "JSONL hoặc CSV có cột title, text, link, published; hoặc ClaimReview dạng JSON. "
            "Nhiều nhất 5.000 mục, 20 MiB."
        ),
    )


class SearchForm(PageForm):
    """Words, and where to look for them."""

    named = "search"

    q = forms.CharField(label=_("Tìm gì"), max_length=300, required=False)
    nguon = forms.TypedChoiceField(label=_("Nguồn"), required=False, coerce=int, empty_value=None)
    loai = forms.ChoiceField(label=_("Ai nói"), required=False)
    tu = day(_("Từ ngày"))
    den = day(_("Đến ngày"))
    noi = PlaceField(label=_("Nơi"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        every = ("", _("Tất cả"))
        names = Source.objects.order_by("name").values_list("pk", "name")
        cast("forms.ChoiceField", self.fields["nguon"]).choices = [every, *names]
        cast("forms.ChoiceField", self.fields["loai"]).choices = [every, *SourceKind.choices]

    def filters(self) -> Filters:
        """What is asked for; a field that could not be read asks for nothing."""
        said = self.cleaned_data
        return Filters(
            said.get("nguon"),
            said.get("loai", ""),
            said.get("tu"),
            said.get("den"),
            said.get("noi", ""),
        )
