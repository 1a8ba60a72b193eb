"""What each fact of a file is called, in both languages, and what it does not prove."""

from typing import NamedTuple

from kiemtin.refusal import Say


class Label(NamedTuple):
    """The name of a fact, its limit, and whether it may name a person or where one was."""

    say: Say
    limit: Say | None = None
    personal: bool = False


_ANY_DATE = Say(
    "Phần mềm và người dùng có thể ghi bất kỳ ngày nào; đồng hồ của máy có thể sai.",
    "Programs and people can write any date; a device's clock can be wrong.",
)
_ANY_TEXT = Say("Ai giữ tệp cũng có thể ghi lại.", "Anyone who had the file could write this.")
_ANY_PLACE = Say(
    "Vị trí có thể bị sửa, và là nơi máy chụp chứ không phải nơi trong ảnh.",
    "The position can be altered, and it is where the camera was, not what the picture shows.",
)

LABELS: dict[str, Label] = {
    "title": Label(Say("Tiêu đề", "Title"), _ANY_TEXT),
    "subject": Label(Say("Chủ đề", "Subject"), _ANY_TEXT),
    "keywords": Label(Say("Từ khóa", "Keywords"), _ANY_TEXT),
    "description": Label(Say("Mô tả", "Description"), _ANY_TEXT, personal=True),
    "language": Label(Say("Ngôn ngữ", "Language"), _ANY_TEXT),
    "author": Label(Say("Tác giả", "Author"), _ANY_TEXT, personal=True),
    "changed_by": Label(Say("Người sửa cuối", "Last changed by"), _ANY_TEXT, personal=True),
    "company": Label(Say("Cơ quan", "Organisation"), _ANY_TEXT, personal=True),
    "created": Label(Say("Ngày tạo tệp", "Made on"), _ANY_DATE),
    "changed": Label(Say("Ngày sửa cuối", "Last changed on"), _ANY_DATE),
    "taken": Label(Say("Ngày chụp", "Taken on"), _ANY_DATE),
    "program": Label(Say("Phần mềm", "Program"), _ANY_TEXT),
    "producer": Label(Say("Phần mềm xuất PDF", "PDF made by"), _ANY_TEXT),
    "revision": Label(Say("Số lần lưu", "Times saved"), _ANY_TEXT),
    "template": Label(Say("Tệp mẫu", "Template"), _ANY_TEXT, personal=True),
    "camera": Label(Say("Máy ảnh", "Camera"), _ANY_TEXT),
    "lens": Label(Say("Ống kính", "Lens"), _ANY_TEXT),
    "serial": Label(Say("Số máy", "Serial number"), _ANY_TEXT, personal=True),
    "copyright": Label(Say("Bản quyền", "Copyright"), _ANY_TEXT, personal=True),
    "credit": Label(Say("Nguồn ghi trong ảnh", "Credit"), _ANY_TEXT, personal=True),
    "place": Label(Say("Địa điểm ghi trong ảnh", "Place named"), _ANY_PLACE, personal=True),
    "position": Label(Say("Tọa độ GPS", "GPS position"), _ANY_PLACE, personal=True),
    "orientation": Label(
        Say("Chiều ảnh", "Orientation"),
        Say(
            "Nhiều phần mềm xoay ảnh mà không ghi lại.", "Many programs turn a picture unrecorded."
        ),
    ),
    "jpeg_quality": Label(
        Say("Chất lượng JPEG ước tính", "Estimated JPEG quality"),
        Say(
            "Ước từ bảng lượng tử của lần lưu cuối; mỗi lần chia sẻ lại có thể đổi.",
            "From the tables of the last time it was saved; each sharing can change it.",
        ),
    ),
    "comment": Label(Say("Ghi chú trong tệp", "Comment in the file"), _ANY_TEXT, personal=True),
    "made_how": Label(
        Say("Cách tạo theo tệp", "How it says it was made"),
        Say("Chỉ là lời khai trong tệp.", "That is only what the file says."),
    ),
    "edits": Label(
        Say("Số bước chỉnh sửa được ghi", "Recorded edits"),
        Say("Nhiều phần mềm không ghi bước nào.", "Many programs record none of what they change."),
    ),
    "coding": Label(Say("Mã hóa", "Coding"), None),
}
