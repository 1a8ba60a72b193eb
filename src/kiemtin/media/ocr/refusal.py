"""Why the text in a picture was not read, in plain words."""

from typing import ClassVar

from kiemtin.refusal import Refusal, Say


class TextUnread(Refusal):
    """A picture whose text was not read; `code` is one of the keys below."""

    sentences: ClassVar = {
        "absent": Say(
            "Máy này chưa có chương trình đọc chữ trong ảnh. Hãy cài gói tesseract-ocr và "
            "tesseract-ocr-vie, hoặc gõ lại chữ trong ảnh.",
            "This machine has no program that reads text in pictures. Install the packages "
            "tesseract-ocr and tesseract-ocr-vie, or type what the picture says.",
        ),
        "language": Say(
            "Chương trình đọc chữ thiếu ngôn ngữ {languages}. Hãy cài các gói {packages}.",
            "The program that reads text lacks the languages {languages}. Install {packages}.",
        ),
        "too_large": Say(
            "Ảnh quá lớn để đọc chữ. Hãy cắt phần có chữ rồi thử lại.",
            "The picture is too large to read its text. Cut out the part with text and try again.",
        ),
        "too_heavy": Say(
            "Đọc chữ trong ảnh này cần quá nhiều bộ nhớ. Hãy cắt phần có chữ rồi thử lại.",
            "Reading the text in this picture takes too much memory. Cut out the part with text "
            "and try again.",
        ),
        "too_slow": Say(
            "Đọc chữ trong ảnh này mất quá nhiều thời gian nên đã dừng. Hãy cắt phần có chữ rồi "
            "thử lại.",
            "Reading the text in this picture takes too long and was stopped. Cut out the part "
            "with text and try again.",
        ),
        "broken": Say(
            "Không đọc được chữ trong ảnh này. Hãy gõ lại phần cần kiểm tra.",
            "The text in this picture cannot be read. Type the part that is to be checked.",
        ),
        "busy": Say(
            "Đang đọc chữ trong nhiều ảnh. Hãy thử lại sau một phút.",
            "The text of many pictures is being read. Try again in a minute.",
        ),
    }
