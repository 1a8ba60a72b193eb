"""What a checker should notice about a file: sentences in both languages, never a verdict."""

from dataclasses import dataclass

from kiemtin.refusal import Say

SENTENCES: dict[str, Say] = {
    "not_read": Say(
        "Một phần của tệp chưa đọc được: {why}", "A part of the file was not read: {why}"
    ),
    "text_cut": Say(
        "Chữ trong tệp quá dài; chỉ giữ phần đầu.",
        "The file has too much text; only the beginning is kept.",
    ),
    "pages_cut": Say(
        "Chỉ đọc {read} trang đầu trong {pages} trang.",
        "Only the first {read} of {pages} pages were read.",
    ),
    "heard_part": Say(
        "Chỉ nghe được {seconds} giây đầu của bản ghi; phần sau chưa được so sánh.",
        "Only the first {seconds} seconds of the recording were heard; the rest is not compared.",
    ),
    "seen_part": Say(
        "Chỉ xem được đến giây thứ {seconds} của video; phần sau chưa được so sánh.",
        "The video was seen only up to second {seconds}; the rest is not compared.",
    ),
    "page_unread": Say(
        "Có {count} trang không đọc được chữ vì bị hỏng hoặc quá nặng.",
        "The text of {count} pages could not be read; they are damaged or too heavy.",
    ),
    "no_text": Say(
        "Tài liệu không có chữ đọc được, có lẽ là bản quét. Hãy xem bằng mắt.",
        "The document has no text that can be read; it may be a scan. Look at it yourself.",
    ),
    "scripts": Say(
        "Tài liệu PDF chứa mã JavaScript. Đừng mở tệp gốc bằng trình đọc PDF thường.",
        "The PDF contains JavaScript. Do not open the original in an ordinary PDF reader.",
    ),
    "attachments": Say(
        "Có tệp khác đính kèm bên trong tài liệu; chúng không được đọc ở đây.",
        "Other files are attached inside the document; they are not read here.",
    ),
    "form": Say(
        "Tài liệu là mẫu điền; nội dung trong ô có thể do người khác điền sau.",
        "The document is a form; what stands in its fields may have been filled in later.",
    ),
    "encrypted": Say(
        "Tài liệu được mã hóa với mật khẩu trống: ai cũng mở được.",
        "The document is encrypted with an empty password: anyone can open it.",
    ),
    "changed_after": Say(
        "Tài liệu đã được ghi thêm {count} lần sau bản đầu tiên (cũng xảy ra khi ký số).",
        "The document was added to {count} times after its first version (signing does that too).",
    ),
    "tracked": Say(
        "Tài liệu có {count} chỗ sửa đang được theo dõi; chữ đã xóa và thêm được ghi rõ.",
        "The document has {count} tracked changes; deleted and inserted words are marked.",
    ),
    "hidden_text": Say(
        "Tài liệu có chữ ẩn mà người đọc thường không thấy.",
        "The document has hidden text that readers do not usually see.",
    ),
    "outside_template": Say(
        "Tài liệu lấy mẫu từ một địa chỉ bên ngoài khi mở, có thể dùng để theo dõi hay cài mã.",
        "The document loads a template from elsewhere when opened; that can track or attack.",
    ),
    "outside_links": Say(
        "Tài liệu tải nội dung từ bên ngoài khi mở ({count} chỗ). Ở đây không tải gì cả.",
        "The document loads content from elsewhere when opened ({count}). Nothing is loaded here.",
    ),
    "embedded": Say(
        "Tài liệu nhúng tệp khác (bảng tính, đối tượng…); chúng không được đọc ở đây.",
        "Other files (sheets, objects …) are embedded in the document; they are not read here.",
    ),
    "comments": Say(
        "Tài liệu có ghi chú bên lề; chúng được đưa vào cuối phần chữ.",
        "The document has comments; they stand at the end of its text.",
    ),
    "thumbnail_differs": Say(
        "Ảnh thu nhỏ nằm trong tệp khác với ảnh chính: ảnh có thể đã bị cắt hoặc sửa sau khi chụp. "
        "Một số phần mềm cũng để lại ảnh thu nhỏ cũ, nên đây chỉ là gợi ý.",
        "The thumbnail inside the file differs from the picture: it may have been cropped or "
        "edited after it was taken. Some programs leave an old thumbnail, so this is a hint only.",
    ),
    "editor": Say(
        "Tệp ghi rằng ảnh đã qua phần mềm {program}. Chỉnh sáng hay thu nhỏ cũng để lại dấu này.",
        "The file says that the picture went through {program}. Adjusting light or size leaves "
        "this mark too.",
    ),
    "machine_made": Say(
        "Tệp tự ghi rằng nội dung do máy tạo ra (AI), toàn bộ hoặc một phần.",
        "The file itself says that a model (AI) made the content or a part of it.",
    ),
    "no_metadata": Say(
        "Tệp không có thông tin về máy ảnh hay ngày chụp. Mạng xã hội thường xóa chúng; thiếu "
        "không có nghĩa là giả.",
        "The file has nothing about a camera or a date. Social networks usually remove that; its "
        "absence does not mean a fake.",
    ),
    "dates_disagree": Say(
        "Các ngày ghi trong tệp không khớp nhau: ngày sửa trước ngày tạo.",
        "The dates in the file disagree: it says it was changed before it was made.",
    ),
    "future_date": Say(
        "Ngày ghi trong tệp ở tương lai; đồng hồ của máy sai hoặc ngày bị sửa.",
        "A date in the file is in the future; a clock was wrong or the date was altered.",
    ),
    "several_frames": Say(
        "Tệp có {count} khung hình; chỉ khung đầu được so.",
        "The file has {count} frames; only the first was compared.",
    ),
    "origin_broken": Say(
        "Tệp có giấy xuất xứ C2PA nhưng nó không còn khớp: tệp đã bị sửa sau khi ký, hoặc giấy bị "
        "hỏng.",
        "The file has a C2PA statement of origin that no longer fits: the file was changed after "
        "it was signed, or the statement is damaged.",
    ),
    "origin_untrusted": Say(
        "Giấy xuất xứ C2PA khớp với tệp, nhưng người ký không có trong danh sách tin cậy nào: ai "
        "cũng tự làm được chứng thư như vậy.",
        "The C2PA statement of origin fits the file, but its signer is on no list of trust: anyone "
        "can make such a certificate.",
    ),
    "origin_absent": Say(
        "Tệp không có giấy xuất xứ C2PA. Hầu hết tệp không có; thiếu không có nghĩa là giả.",
        "The file has no C2PA statement of origin. Most files have none; that does not mean a "
        "fake.",
    ),
    "origin_remote": Say(
        "Tệp chỉ tới một giấy xuất xứ C2PA ở nơi khác; nó không được tải về.",
        "The file points to a C2PA statement of origin elsewhere; it is not fetched.",
    ),
    "origin_unread": Say(
        "Giấy xuất xứ C2PA trong tệp không đọc được.",
        "The C2PA statement of origin in the file cannot be read.",
    ),
}


@dataclass(frozen=True)
class Hint:
    """One sentence of SENTENCES with its parameters as pairs of name and value, where a value may
    itself be a sentence (Say); raises KeyError where either is missing."""

    code: str
    params: tuple[tuple[str, object], ...] = ()

    def __post_init__(self) -> None:
        self.vi()

    def vi(self) -> str:
        """Return the sentence in Vietnamese."""
        return SENTENCES[self.code].vi.format(**self._params("vi"))

    def en(self) -> str:
        """Return the sentence in English."""
        return SENTENCES[self.code].en.format(**self._params("en"))

    def _params(self, language: str) -> dict[str, object]:
        return {
            name: getattr(value, language) if isinstance(value, Say) else value
            for name, value in self.params
        }
