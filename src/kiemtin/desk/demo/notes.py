"""Writes the note that stands in for a source's archived copy in the drill; it never quotes a page.

The drill keeps no page of a newspaper. Its copy of a piece of evidence is a short text of ours
that says what the source says, where it stands and when it appeared, and that says so itself.
"""

from collections.abc import Mapping
from typing import Any

LABEL = "GHI CHÚ LƯU TRỮ CỦA BÀN DIỄN TẬP"
NOT_THE_PAGE = (
    "Đây là lời của bàn diễn tập, không phải bản chụp trang gốc. "
    "Muốn đọc nguyên văn, hãy mở địa chỉ dưới đây."
)
STANCES = {
    "for": "ủng hộ điều được nói",
    "against": "bác bỏ điều được nói",
    "context": "cho biết thêm bối cảnh",
}
KINDS = {"primary": "nguồn gốc", "secondary": "nguồn thuật lại"}


def archived_note(evidence: Mapping[str, Any]) -> bytes:
    """Give the note of one entry of a rumour's `evidence` as UTF-8 text, the same every time.

    Raises KeyError when a field is missing or `stance` or `kind` is not a code of the desk.
    """
    lines = (
        LABEL,
        NOT_THE_PAGE,
        "",
        f"Ghi chú lưu trữ: {evidence['title']}",
        f"Nơi nói: {evidence['source']} ({KINDS[evidence['kind']]})",
        f"Ngày: {evidence['day'] or 'không rõ'}",
        f"Địa chỉ: {evidence['url']}",
        f"Nội dung, bằng lời của bàn: {evidence['quote']}",
        f"Với tin đồn: {STANCES[evidence['stance']]}.",
    )
    return ("\n".join(lines) + "\n").encode()
