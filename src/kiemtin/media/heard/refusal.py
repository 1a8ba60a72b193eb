"""Why a sound has no fingerprint: what was expected, what came, what to do."""

from typing import ClassVar

from kiemtin.refusal import Refusal, Say


class NotHeard(Refusal):
    """Samples or bytes that no likeness can be told of; `code` is one of the keys below."""

    sentences: ClassVar = {
        "shape": Say(
            "Cần các mẫu âm thanh một kênh, mỗi mẫu một số nguyên 16 bit.",
            "Samples of one channel are needed, each a whole number of 16 bits.",
        ),
        "short": Say(
            "Âm thanh ngắn dưới {least} giây nên không so sánh được. Hãy tìm bản dài hơn.",
            "The sound is shorter than {least} seconds and cannot be compared. Look for a longer "
            "copy.",
        ),
        "silent": Say(
            "Âm thanh này im lặng nên không có gì để so sánh.",
            "This sound is silent: there is nothing to compare.",
        ),
        "version": Say(
            "Dấu âm thanh này thuộc phiên bản khác. Hãy tính lại từ tệp gốc.",
            "This fingerprint is of another version. Make it again from the file.",
        ),
        "broken": Say(
            "Dấu âm thanh bị hỏng. Hãy tính lại từ tệp gốc.",
            "This fingerprint is damaged. Make it again from the file.",
        ),
    }
