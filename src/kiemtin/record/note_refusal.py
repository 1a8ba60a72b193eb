"""Why a key, a signed note or a checkpoint is refused, in plain words."""

from typing import ClassVar

from kiemtin.record.refusal import RecordRefused
from kiemtin.refusal import Say


class NoteRefused(RecordRefused):
    """A key, a note or a checkpoint cannot be read, or is not what it says it is."""

    sentences: ClassVar = {
        "key_name": Say(
            "Tên khoá phải có từ 1 đến {limit} byte, không có dấu cách, dấu cộng hay ký tự điều "
            "khiển. Hãy dùng tên như ban.example/nhat-ky.",
            "The name of a key must have 1 to {limit} bytes, without spaces, plus signs or "
            "control characters. Use one like desk.example/log.",
        ),
        "key_text": Say(
            "Khoá phải có dạng {expected}, nhưng dòng nhận được không đúng dạng đó. Hãy chép lại "
            "nguyên dòng từ nơi bàn công bố.",
            "A key must read {expected}, but the line that came does not. Copy the whole line "
            "again from where the desk publishes it.",
        ),
        "key_id": Say(
            "Mã của khoá {name} phải là {expected}, nhưng nhận được {got}. Dòng này bị sửa hoặc "
            "chép thiếu; hãy chép lại nguyên dòng.",
            "The id of the key {name} must be {expected}, but got {got}. The line was altered or "
            "copied badly; copy the whole line again.",
        ),
        "key_type": Say(
            "Cần khoá Ed25519 (loại {expected}, 32 byte), nhưng nhận được loại {type}, {length} "
            "byte. Hãy dùng đúng khoá: loại 1 của bàn, loại 4 của nhân chứng.",
            "Expected an Ed25519 key (type {expected}, 32 bytes), but got type {type} with "
            "{length} bytes. Use the right key: type 1 of a desk, type 4 of a witness.",
        ),
        "note_too_long": Say(
            "Bản ký dài nhất {limit} byte, nhưng nhận được {got}. Đây không phải bản ký của nhật "
            "ký; hãy tải lại.",
            "A signed note has at most {limit} bytes, but got {got}. This is no note of a log; "
            "fetch it again.",
        ),
        "too_many_signatures": Say(
            "Bản ký có nhiều nhất {limit} chữ ký, nhưng nhận được {got}. Hãy tải lại từ nơi bàn "
            "công bố.",
            "A note has at most {limit} signatures, but got {got}. Fetch it again from where the "
            "desk publishes it.",
        ),
        "note_unreadable": Say(
            "Cần một bản ký: các dòng chữ UTF-8, một dòng trống, rồi các dòng chữ ký “— tên mã”, "
            "nhưng nhận được dạng khác. Bản này bị hỏng; hãy tải lại.",
            "Expected a signed note: lines of UTF-8 text, an empty line, then signature lines "
            "“— name code”, but got something else. It is damaged; fetch it again.",
        ),
        "not_signed": Say(
            "Cần chữ ký của khoá {expected}, nhưng không có. Đây là bản của bàn khác, khoá khác, "
            "hoặc chữ ký đã bị bỏ: đừng tin bản này.",
            "Expected a signature by the key {expected}, but there is none. It is of another desk "
            "or key, or the signature was removed: do not trust this copy.",
        ),
        "wrong_signature": Say(
            "Chữ ký mang tên {name} không khớp với nội dung. Nội dung hoặc chữ ký đã bị sửa: đừng "
            "tin bản này.",
            "The signature in the name of {name} does not fit the text. The text or the signature "
            "was altered: do not trust this copy.",
        ),
        "checkpoint_unreadable": Say(
            "Cần một mốc nhật ký: dòng tên nhật ký, dòng số mục, dòng mã băm gốc 32 byte, nhưng "
            "nhận được dạng khác. Hãy tải lại mốc này.",
            "Expected a checkpoint: a line with the origin, a line with the size, a line with the "
            "32-byte root hash, but got something else. Fetch the checkpoint again.",
        ),
        "wrong_origin": Say(
            "Cần mốc của nhật ký {expected}, nhưng đây là mốc của {got}. Hãy lấy mốc từ đúng nhật "
            "ký, hoặc dùng khoá của nhật ký kia.",
            "Expected a checkpoint of the log {expected}, but this one is of {got}. Take it from "
            "the right log, or use the key of the other.",
        ),
    }
