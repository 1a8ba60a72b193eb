"""What a desk page says of the matcher as a whole."""

from django import template
from django.utils.translation import gettext as _

from kiemtin.desk.flow import encoding

register = template.Library()


@register.simple_tag
def only_suggests() -> str:
    """Why the machine answers nobody by itself, for a person at the desk; empty when it may."""
    means = encoding.means()
    if means.trouble is None:
        return ""
    if means.encoder is None:
        return _(
            "Không có bộ mã hoá câu nào đang chạy, nên tin chỉ được so theo từ: tin nói cùng ý "
            "bằng từ khác dễ bị bỏ sót. Người quản trị chạy lệnh kiemtin check để biết cách sửa."
        )
    return _(
        "Bộ mã hoá câu đang dùng chưa có mô hình quyết định của nó, nên độ giống chỉ để tham khảo. "
        "Người quản trị chạy lệnh kiemtin check để biết cách sửa."
    )
