"""Why a log's folder or a proof file is refused, in plain words."""

from typing import ClassVar

from kiemtin.record.refusal import RecordRefused
from kiemtin.refusal import Say


class LogRefused(RecordRefused):
    """A log cannot be read, written or believed."""

    sentences: ClassVar = {
        "no_tile": Say(
            "Cần đường dẫn như tile/0/x001/067 hoặc tile/entries/000.p/5, nhưng nhận được {path}. "
            "Hãy sửa đường dẫn.",
            "Expected a path like tile/0/x001/067 or tile/entries/000.p/5, but got {path}. "
            "Correct the path.",
        ),
        "entry_too_long": Say(
            "Một mục dài nhất {limit} byte, nhưng nhận được {got}. Hãy ghi cam kết thay vì nội "
            "dung.",
            "An entry has at most {limit} bytes, but got {got}. Log a commitment instead of the "
            "content.",
        ),
        "bundle_torn": Say(
            "Tệp mục {path} bị cắt giữa một mục. Bản này bị hỏng hoặc bị sửa; hãy lấy lại từ bản "
            "gốc.",
            "The entry file {path} ends inside an entry. It is damaged or altered; take it again "
            "from the original.",
        ),
        "tile_length": Say(
            "Tệp {path} phải dài {expected} byte, nhưng dài {got}. Bản này bị hỏng hoặc bị sửa; "
            "hãy lấy lại từ bản gốc.",
            "The file {path} must have {expected} bytes, but has {got}. It is damaged or altered; "
            "take it again from the original.",
        ),
    }
