"""Forms of translators; they only shape what was typed, the flow decides."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kiemtin.desk.flow.translating import Wording
from kiemtin.desk.words_reach import Language, Script
from kiemtin.web.desk.forms import PageForm, long_text

OTHERS = [(code, name) for code, name in Language.choices if code != Language.VIETNAMESE]


class TranslationForm(PageForm):
    """The same in another language: a recording, words, or both."""

    named = "translation"

    language = forms.ChoiceField(label=_("Sang tiếng"), choices=OTHERS)
    recording = forms.FileField(
        label=_("Bản ghi âm"),
        required=False,
        help_text=_("MP3, WAV, OGG, WebM hoặc M4A, nhỏ hơn 5 MB. Chỉ ghi âm cũng đủ."),
        widget=forms.FileInput(attrs={"accept": "audio/*"}),
    )
    script = forms.ChoiceField(label=_("Loại chữ"), choices=Script.choices, initial=Script.NONE)
    fact = long_text(_("Sự thật"), 3)
    said = long_text(_("“Có tin đồn rằng…”"), 3)
    todo = long_text(_("Nên làm gì"), 3)

    def wording(self) -> Wording:
        """What was typed, as the flow takes it."""
        said = self.cleaned_data
        language, script = Language(said["language"]), Script(said["script"])
        return Wording(language, script, said["fact"], said["said"], said["todo"])


class BackForm(PageForm):
    """What the translation says, in Vietnamese, by somebody else."""

    named = "back"

    back_text = long_text(
        _("Bản dịch nói gì, bằng tiếng Việt"),
        4,
        _("Nghe hoặc đọc bản dịch, không nhìn bản gốc; ghi lại bằng lời của bạn."),
        required=True,
    )


class ReturnForm(PageForm):
    """What is wrong with it."""

    named = "return"

    reason = long_text(_("Sai ở đâu"), 2, required=True)
