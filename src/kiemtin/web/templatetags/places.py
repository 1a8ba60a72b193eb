"""Names of places, of what was removed, and what else a desk page says of a message."""

from django import template
from django.utils.translation import gettext as _

from kiemtin.desk.place_names import place_name
from kiemtin.desk.urgency import looks_urgent
from kiemtin.desk.words_reach import Language
from kiemtin.refusal import Refusal
from kiemtin.web.desk.says import in_words

register = template.Library()


register.filter("place_name", place_name)
register.filter("sounds_urgent", looks_urgent)


@register.filter
def kinds(codes: list[str]) -> str:
    """What was removed from a message before it was stored, in words."""
    names = {
        "phone": _("số điện thoại"),
        "email": _("thư điện tử"),
        "bank_account": _("số tài khoản"),
        "id_number": _("số giấy tờ"),
        "profile_link": _("đường dẫn trang cá nhân"),
        "account_name": _("tên tài khoản"),
        "person_name": _("tên người"),
        "location": _("toạ độ"),
    }
    return ", ".join(names.get(code, code) for code in codes)


@register.filter
def language_names(codes: list[str]) -> str:
    """The languages that a person speaks, in words."""
    return ", ".join(str(Language(code).label) for code in codes if code in Language.values)


@register.filter
def said(refusal: Refusal) -> str:
    """A refusal of a plain library in the reader's language."""
    return in_words(refusal)
