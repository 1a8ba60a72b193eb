"""Reasons that often stand behind an answer, so that nobody hunts for words."""

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REASONS: dict[str, Promise] = {
    "other_matter": _("Điều được nêu không nằm trong tin mà bài này kiểm chứng."),
    "already_said": _("Điều được nêu đã có trong bài."),
    "no_evidence": _("Chưa có bằng chứng nào để kiểm chứng điều được nêu."),
    "same_origin": _("Nguồn được đưa ra dẫn lại đúng nguồn mà bài đã xét."),
    "opinion": _("Đây là ý kiến, không phải dữ kiện có thể kiểm chứng."),
    "details": _("Đúng là bài ghi sai chi tiết này; chúng tôi xin lỗi và sửa."),
    "missing": _("Đúng là bài còn thiếu điều này; chúng tôi bổ sung."),
    "outdated": _("Đúng là nay mọi việc đã khác; chúng tôi viết lại bài."),
}


def answer(reason: str, words: str) -> str:
    """The chosen reason, then the desk's own words. What goes out is Vietnamese, whatever language
    the desk's pages are in.
    """
    with translation.override("vi"):
        given = str(REASONS[reason]) if reason in REASONS else ""
    return "\n".join(part for part in (given, words.strip()) if part)
