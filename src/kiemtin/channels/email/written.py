"""What a person wrote in a mail of their own: without what they answer to and without signatures.

What they pass on is kept whole: a forwarded rumour is what they ask about.
"""

import re

from kiemtin.channels.payload import MAX_TEXT, clean

# The lines above a quotation, as Gmail, Outlook, Apple Mail, Thunderbird and Zoho write them.
_ANSWERED = re.compile(
    r"^[ \t>]*(?:"
    r"On\b[^\n]{5,200}(?:\n[^\n]{0,100})?\bwrote:"
    r"|Vào\b[^\n]{5,200}(?:\n[^\n]{0,100})?\bđã viết:?"
    r"|(?:Ngày|Lúc)\b[^\n]{5,200}(?:\n[^\n]{0,100})?\b(?:đã )?viết:"
    r"|-{3,}\s*(?:Original Message|Thư gốc|Tin nhắn gốc)\s*-{3,}"
    r")[ \t]*$"
    r"|^[ \t>]*(?:_{10,80}[ \t]*\n)?(?:From|Từ):[^\n]{1,200}\n(?:Sent|Date|Đã gửi|Ngày|Gửi):",
    re.MULTILINE | re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^[ \t>]*(?:-{3,}\s*(?:Forwarded message|Thư đã chuyển tiếp|Thư chuyển tiếp|Thư được chuyển "
    r"tiếp)\s*-{3,}|Begin forwarded message:|Bắt đầu thư (?:được|đã) chuyển tiếp:)",
    re.MULTILINE | re.IGNORECASE,
)
_FORWARDING = re.compile(r"^\s*(?:fwd?|chuyển tiếp|ct|i)\s*:", re.IGNORECASE)
_ANSWERING = re.compile(r"^\s*(?:re|tr|trả lời|sv|aw)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"^(?:-- ?|Sent from my [^\n]{1,40}|Get Outlook for [^\n]{1,40}|(?:Đã|Được) gửi từ [^\n]{1,40}"
    r"|Gửi từ (?:iPhone|iPad|điện thoại|Outlook|Samsung)[^\n]{0,40})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)


def own_words(subject: str, text: str) -> str:
    """Return what the person wrote, the subject first where it is theirs; at most MAX_TEXT
    characters, "" for an empty mail. Cutting that would leave nothing is not done."""
    subject, text = " ".join(subject.split()), text.replace("\r\n", "\n").strip()
    forwards = bool(_FORWARDING.match(subject) or _FORWARDED.search(text))
    body = text if forwards else _without_quotes(text)
    body = (_without_signature(body) if not forwards else body).strip() or text
    title = "" if _ANSWERING.match(subject) else _FORWARDING.sub("", subject).strip()
    if title and title.casefold() not in body.casefold():
        body = f"{title}\n\n{body}"
    return clean(body.strip()[:MAX_TEXT])


def _without_quotes(text: str) -> str:
    above = _ANSWERED.search(text)
    if above and above.start() > 0:
        text = text[: above.start()]
    # Answers between the lines of a quotation stay, the quotation goes.
    lines = (line for line in text.split("\n") if not line.lstrip().startswith(">"))
    return "\n".join(lines).strip()


def _without_signature(text: str) -> str:
    found = _SIGNATURE.search(text)
    return text[: found.start()] if found and found.start() > 0 else text
