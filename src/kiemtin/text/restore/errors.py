"""What restoring refuses, and why, in Vietnamese and in English."""

from kiemtin.refusal import Refusal, Say


class TableBroken(Refusal):
    """The packaged table of syllables cannot be used."""

    sentences = {
        "unreadable": Say(
            "Không đọc được bảng âm tiết để thêm dấu: {why}. Hãy cài lại kiemtin.",
            "The table of syllables for restoring marks cannot be read: {why}. "
            "Install kiemtin again.",
        ),
        "other_version": Say(
            "Bảng âm tiết để thêm dấu có dạng {got}, cần dạng {expected}. Hãy cài lại kiemtin.",
            "The table of syllables for restoring marks has format {got}, expected {expected}. "
            "Install kiemtin again.",
        ),
    }
