"""Names of places and of what was removed, as pages say them."""

from django import template
from django.utils.translation import gettext as _

from kiemtin.text.places import gazetteer

register = template.Library()


@register.filter
def place_name(code: str) -> str:
    """The full name with its province: "Xã Bát Xát, Lào Cai"; "" for no place."""
    if not code:
        return ""
    place = gazetteer().get(code)
    if place.parent is None:
        return place.full_name
    return f"{place.full_name}, {gazetteer().get(place.parent).name}"


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
