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
        "bundle_length": Say(
            "Tệp {path} phải có {expected} mục, nhưng có {got}. Bản này bị hỏng hoặc bị sửa; hãy "
            "lấy lại từ bản gốc.",
            "The file {path} must have {expected} entries, but has {got}. It is damaged or "
            "altered; take it again from the original.",
        ),
        "file_missing": Say(
            "Thiếu tệp {path} của nhật ký. Bản này bị cắt bớt; hãy lấy lại từ bản gốc.",
            "The file {path} of the log is missing. This copy is cut short; take it again from "
            "the original.",
        ),
        "cannot_read": Say(
            "Không đọc được {path}: {problem}. Hãy kiểm tra đường dẫn và quyền đọc.",
            "Cannot read {path}: {problem}. Check the path and the right to read it.",
        ),
        "cannot_write": Say(
            "Không ghi được nhật ký: {problem}. Hãy dọn chỗ hoặc sửa quyền ghi, rồi mở lại nhật "
            "ký.",
            "Cannot write the log: {problem}. Make room or mend the rights, then open the log "
            "again.",
        ),
        "busy": Say(
            "Một tiến trình khác đang ghi nhật ký {folder}. Hãy dừng tiến trình đó trước.",
            "Another process is writing the log {folder}. Stop it first.",
        ),
        "not_open": Say(
            "Nhật ký đã đóng hoặc lần ghi trước không xong. Hãy mở lại nhật ký.",
            "The log is closed, or the append before failed. Open the log again.",
        ),
        "other_place": Say(
            "Mục kế tiếp phải mang số {expected}, nhưng nhận được {got}. Có thể mục này đã được "
            "ghi; hãy so với nhật ký rồi ghi tiếp từ số {expected}.",
            "The next entry must be number {expected}, but got {got}. It may be logged already; "
            "compare with the log and go on from {expected}.",
        ),
        "state_missing": Say(
            "Thư mục có nhật ký nhưng thiếu tệp state. Hãy khôi phục cả thư mục từ bản sao mới "
            "nhất.",
            "The folder holds a log but its file `state` is missing. Restore the whole folder "
            "from the newest copy.",
        ),
        "backwards": Say(
            "Đã ký mốc có {newest} mục, nhưng thư mục chỉ còn {size}: đây là bản cũ. Hãy khôi phục "
            "bản mới nhất; ghi tiếp từ bản cũ sẽ làm nhật ký tự mâu thuẫn.",
            "A checkpoint of {newest} entries was signed, but the folder is at {size}: it is an "
            "old copy. Restore the newest one; going on from here would contradict the log.",
        ),
        "other_log": Say(
            "Cần nhật ký {expected}, nhưng thư mục này là của {got}. Hãy chọn đúng thư mục hoặc "
            "đúng khoá.",
            "Expected the log {expected}, but this folder is of {got}. Choose the right folder or "
            "the right key.",
        ),
        "damaged": Say(
            "Tệp {path} không khớp với phần còn lại của nhật ký: đã bị hỏng hoặc bị sửa. Không "
            "ghi thêm gì; hãy khôi phục thư mục từ bản sao mới nhất.",
            "The file {path} does not fit the rest of the log: it is damaged or altered. Nothing "
            "was written; restore the folder from the newest copy.",
        ),
        "entry_altered": Say(
            "Mục số {index} không phải mục đã được ghi: đã bị sửa. Đừng tin bản này; hãy giữ nó "
            "làm bằng chứng và lấy bản gốc.",
            "Entry number {index} is not the one that was logged: it was altered. Do not trust "
            "this copy; keep it as evidence and take the original.",
        ),
        "reordered": Say(
            "Các mục từ số {first} đến {last} đã bị đổi thứ tự. Đừng tin bản này; hãy giữ nó làm "
            "bằng chứng và lấy bản gốc.",
            "The entries from number {first} to {last} were reordered. Do not trust this copy; "
            "keep it as evidence and take the original.",
        ),
        "tile_altered": Say(
            "Tệp {path} không khớp với các mục của nhật ký: đã bị hỏng hoặc bị sửa. Hãy lấy lại từ "
            "bản gốc.",
            "The file {path} does not fit the entries of the log: it is damaged or altered. Take "
            "it again from the original.",
        ),
        "checkpoint_differs": Say(
            "Các mục không dẫn tới mã băm gốc mà tệp {path} đã ký cho {size} mục: nhật ký đã bị "
            "viết lại. Hãy giữ bản này làm bằng chứng.",
            "The entries do not lead to the root that {path} signed for {size} entries: the log "
            "was rewritten. Keep this copy as evidence.",
        ),
        "checkpoint_name": Say(
            "Tệp {path} phải chứa mốc có số mục như tên của nó, nhưng chứa mốc {size} mục. Hãy lấy "
            "lại từ bản gốc.",
            "The file {path} must hold the checkpoint of the size in its name, but holds that of "
            "{size} entries. Take it again from the original.",
        ),
        "cut_short": Say(
            "Mốc {path} có {kept} mục, nhưng nhật ký chỉ còn {size}: nhật ký đã bị cắt, hoặc đây "
            "là bản cũ hơn mốc đó. Hãy lấy bản mới nhất và so lại.",
            "The checkpoint {path} has {kept} entries, but the log has only {size}: it was cut "
            "short, or this copy is older than that checkpoint. Take the newest copy and compare.",
        ),
        "beyond": Say(
            "Tệp {path} có mục mà mốc hiện tại ({size} mục) không ký: một lần ghi bị dở, hoặc mốc "
            "là bản cũ. Hãy mở lại nhật ký ở bàn, rồi kiểm tra lại.",
            "The file {path} holds what the present checkpoint ({size} entries) does not sign: an "
            "append was cut off, or the checkpoint is an old one. Open the log at the desk, then "
            "check again.",
        ),
        "strange_file": Say(
            "Tệp {path} không thuộc nhật ký nào. Hãy bỏ tệp đó ra rồi kiểm tra lại.",
            "The file {path} is no part of a log. Take it out and check again.",
        ),
        "state_differs": Say(
            "Tệp state không khớp với mốc đã công bố: lần ghi cuối bị dở, hoặc tệp bị sửa. Hãy mở "
            "lại nhật ký ở bàn, rồi kiểm tra lại.",
            "The file `state` does not fit the published checkpoint: the last append was cut off, "
            "or the file was altered. Open the log at the desk, then check again.",
        ),
        "proof_unreadable": Say(
            "Cần một tệp bằng chứng dạng {expected}, nhưng nhận được dạng khác. Hãy tải lại tệp "
            ".tlog-proof từ trang của bàn.",
            "Expected a proof file of the form {expected}, but got something else. Fetch the "
            ".tlog-proof again from the desk's page.",
        ),
        "opening_unreadable": Say(
            "Phần kèm theo của bằng chứng không đọc được: cần JSON có entry, hoặc entry, salt và "
            "body. Hãy tải lại bằng chứng.",
            "The extra part of the proof cannot be read: expected JSON with entry, or with entry, "
            "salt and body. Fetch the proof again.",
        ),
        "revoked_fits": Say(
            "Mốc {path} ({size} mục) do khoá đã bị bàn bỏ ký, nên chữ ký ấy không chứng minh gì; "
            "mã băm gốc của nó vẫn khớp với nhật ký.",
            "The checkpoint {path} ({size} entries) is signed by a revoked key: nothing follows "
            "from its signature. Its root still fits the log.",
        ),
        "revoked_differs": Say(
            "Mốc {path} ({size} mục) do khoá đã bị bàn bỏ ký, nên chữ ký ấy không chứng minh gì; "
            "mã băm gốc của nó không khớp với nhật ký. Ai giữ khoá ấy cũng viết được mốc này.",
            "The checkpoint {path} ({size} entries) is signed by a revoked key: nothing follows "
            "from its signature. Its root does not fit the log. Anyone who has that key can write "
            "such a checkpoint.",
        ),
        "checkpoint_refused": Say(
            "Tệp {path}: {reason_vi}",
            "The file {path}: {reason_en}",
        ),
    }
