"""What a draft still lacks, in words: each code of flow.drafts.missing has its sentence."""

from django.utils.translation import gettext as _

from kiemtin.bulletin.lengths import LIMITS


def in_words(codes: list[str]) -> list[str]:
    """The sentences for the codes, in their order."""
    return [_sentence(code) for code in codes]


def _sentence(code: str) -> str:
    fixed = {
        "evidence": _("Bằng chứng: cần một nguồn gốc, hoặc hai nguồn độc lập, có bản lưu."),
        "empty_claim": _("Thiếu câu tin đồn nói gì."),
        "empty_verdict": _("Thiếu kết luận."),
        "empty_fact": _("Thiếu sự thật (tiêu đề)."),
        "empty_said": _("Thiếu câu “Có tin đồn rằng…”."),
        "empty_why": _("Thiếu phần vì sao."),
        "empty_todo": _("Thiếu phần bây giờ nên làm gì."),
        "empty_what_was_wrong": _("Đính chính phải nói bản trước sai ở đâu."),
        "about": _("Hãy nói tin này về ai: một cơ quan, một cá nhân, hay không ai cụ thể."),
        "about_body": _("Thiếu tên cơ quan, tổ chức mà tin nói đến."),
        "not_offered": _("Chưa mời người, cơ quan bị nói đến trả lời (ghi ở trang tin đồn)."),
        "offer_open": _("Lời mời trả lời chưa hết hạn: hãy chờ, hoặc ghi câu trả lời."),
        "not_asked_why": _("Không mời trả lời thì phải nói rõ vì sao."),
        "not_life_safety": _(
            "Tin này không được đánh giá là liên quan tính mạng: phải mời trả lời."
        ),
        "accepted_first": _("Có phản hồi đã chấp nhận: phải đính chính trước khi cập nhật."),
    }
    if code in fixed:
        return fixed[code]
    name = code.removeprefix("long_")
    label = {
        "fact": _("Sự thật"),
        "said": _("Có tin đồn rằng"),
        "why": _("Vì sao"),
        "todo": _("Nên làm gì"),
        "claim": _("Tin đồn nói gì"),
        "what_was_wrong": _("Bản trước sai ở đâu"),
        "english": _("Tóm tắt tiếng Anh"),
    }.get(name, name)
    return _("%(field)s dài quá %(limit)s ký tự.") % {"field": label, "limit": LIMITS.get(name, 0)}
