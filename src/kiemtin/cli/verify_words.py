"""The marks and words that every kind of check prints."""

from kiemtin.cli.say import out, sentence
from kiemtin.record.checkpoint import Checkpoint
from kiemtin.refusal import Say

RIGHT, WRONG = Say("✓ {what}", "✓ {what}"), Say("✕ {what}", "✕ {what}")
LIMIT = Say("! {what}", "! {what}")
SIGNED = Say(
    "{origin} đã ký: {size} mục, mã băm gốc {root}",
    "{origin} signed: {size} entries, root hash {root}",
)
KINDS = {
    "publication": Say("công bố", "publication"),
    "amendment": Say("đính chính", "amendment"),
    "update": Say("cập nhật", "update"),
    "withdrawal": Say("rút lại", "withdrawal"),
    "holding_line": Say("thông báo tạm thời", "holding line"),
    "objection_received": Say("nhận phản hồi", "objection received"),
    "objection_answered": Say("trả lời phản hồi", "objection answered"),
    "error_corrected": Say("sửa lỗi đã thừa nhận", "error corrected"),
    "key_change": Say("đổi khoá", "change of key"),
    "erasure": Say("xoá nội dung", "erasure of a body"),
}


def say_signed(checkpoint: Checkpoint) -> None:
    """Print what a checkpoint says and that its signature holds."""
    root = checkpoint.root.hex()
    said = sentence(SIGNED, origin=checkpoint.origin, size=checkpoint.size, root=root)
    out(RIGHT, what=said)
