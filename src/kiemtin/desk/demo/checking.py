"""Two cases of the drill are checked by a list, one half way and one nearly through. The notes are
made up from what the cases themselves tell.
"""

from collections.abc import Mapping
from typing import Final

from kiemtin.desk.flow import checking
from kiemtin.desk.flow.checking import Word
from kiemtin.desk.models import Account, Rumour
from kiemtin.desk.words_evidence import CheckKind, StepState

DONE, NOTHING = StepState.DONE, StepState.NOTHING
TOLD: Final[Mapping[str, tuple[CheckKind, Mapping[str, Word]]]] = {
    "tau-la-an-duong-vuong-2025": (
        CheckKind.PICTURE,
        {
            "original": Word(NOTHING, "Ai cũng chỉ có bản chuyển tiếp; chưa thấy bản lớn hơn."),
            "words": Word(DONE, "Được nói là tàu lạ dạt vào kè An Dương Vương sáng 30/9/2025."),
            "earlier": Word(NOTHING, "Không thấy ảnh này trước sáng 30/9/2025."),
            "metadata": Word(
                StepState.IMPOSSIBLE, "Bản chuyển tiếp không còn thông tin kèm tệp nào."
            ),
            "edits": Word(DONE, "Bóng nước không khớp, chữ trên thân tàu méo. Chỉ là gợi ý."),
            "ask": Word(
                DONE, "Người đăng đầu tiên nhận đã dùng công cụ AI; công an: không có tàu."
            ),
            "keep": Word(DONE, "Hai bài báo đã có ghi chú lưu trữ ở phần bằng chứng."),
        },
    ),
    "bao-ha-tan-an-2-doi-nut-2025": (
        CheckKind.WARNING,
        {
            "safety": Word(DONE, "Thông báo tạm thời đã ra trước khi tìm hiểu tiếp."),
            "place": Word(DONE, "Thôn Tân An 2, xã Bảo Hà (huyện Bảo Yên cũ)."),
            "gauge": Word(StepState.NOT_NEEDED, "Sạt lở đồi, không có trạm đo nào ở đó."),
        },
    ),
}
"""What was noted of which list, by the story's key."""


def check(key: str, rumour: Rumour, checker: Account) -> None:
    """Take up the story's list and note its steps; most stories have none."""
    if key in TOLD:
        kind, words = TOLD[key]
        row = checking.take_up(checker, rumour, kind)
        for step, word in words.items():
            checking.note_step(checker, row, step, word, seen=0)
