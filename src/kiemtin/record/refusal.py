"""Why a proof, a commitment or an entry is refused, in plain words."""

from kiemtin.refusal import Refusal, Say


class RecordRefused(Refusal):
    """A record does not hold, or cannot be made; `code` and `params` say why."""

    sentences = {
        "hash_length": Say(
            "Mỗi mã băm phải dài 32 byte, nhưng có mã dài {length} byte. Bằng chứng này bị hỏng; "
            "hãy tải lại.",
            "Every hash must be 32 bytes, but one has {length}. The proof is damaged; "
            "fetch it again.",
        ),
        "out_of_range": Say(
            "Cần số thứ tự từ 0 đến {last}, nhưng nhận được {index}. Hãy kiểm tra lại số thứ tự "
            "và kích thước nhật ký.",
            "Expected a number from 0 to {last}, but got {index}. Check the number and the size "
            "of the log.",
        ),
        "empty_tree": Say(
            "Nhật ký trống không chứng minh được điều gì. Hãy dùng một mốc có ít nhất một mục.",
            "An empty log proves nothing. Use a checkpoint with at least one entry.",
        ),
        "sizes_reversed": Say(
            "Mốc cũ có {old} mục, nhiều hơn mốc mới ({new}). Hãy đổi chỗ hai mốc; nếu đúng thứ tự "
            "thì nhật ký đã bị rút ngắn.",
            "The older checkpoint has {old} entries, more than the newer one ({new}). Swap them; "
            "if the order is right, the log was cut short.",
        ),
        "proof_length": Say(
            "Bằng chứng phải có {expected} mã băm, nhưng có {got}. Bằng chứng này bị hỏng hoặc "
            "thuộc về mốc khác; hãy tải lại.",
            "The proof must have {expected} hashes, but has {got}. It is damaged or belongs to "
            "another checkpoint; fetch it again.",
        ),
        "root_differs": Say(
            "Bằng chứng không dẫn tới gốc của nhật ký. Nội dung, bằng chứng hoặc nhật ký đã bị "
            "sửa: đừng tin bản này.",
            "The proof does not lead to the root of the log. The content, the proof or the log "
            "was altered: do not trust this copy.",
        ),
        "old_root_differs": Say(
            "Nhật ký bây giờ không chứa nhật ký trước kia: có mục đã bị sửa hoặc xoá. Hãy giữ lại "
            "cả hai mốc làm bằng chứng.",
            "The log of today does not contain the log of before: an entry was changed or "
            "removed. Keep both checkpoints as evidence.",
        ),
        "salt_length": Say(
            "Muối phải dài 32 byte, nhưng dài {length} byte. Hãy tạo muối bằng new_salt().",
            "The salt must be 32 bytes, but has {length}. Make it with new_salt().",
        ),
        "commitment_differs": Say(
            "Nội dung và muối này không khớp với cam kết trong nhật ký: nội dung đã bị sửa, hoặc "
            "thuộc về mục khác.",
            "This body and salt do not fit the commitment in the log: the body was changed, or "
            "belongs to another entry.",
        ),
        "kind": Say(
            "Loại mục phải là một trong {allowed}, nhưng nhận được {got}.",
            "The kind of an entry must be one of {allowed}, but got {got}.",
        ),
        "entry_unreadable": Say(
            "Mục nhật ký không đọc được theo dạng {expected}. Bản này bị hỏng hoặc do phiên bản "
            "khác ghi; hãy tải lại.",
            "The log entry cannot be read as {expected}. It is damaged or was written by another "
            "version; fetch it again.",
        ),
    }
