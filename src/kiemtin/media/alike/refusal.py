"""Why a picture has no fingerprint: what was expected, what came, what to do."""

from kiemtin.refusal import Refusal, Say


class NotAlikeable(Refusal):
    """Pixels or bytes that no likeness can be told of; `code` is one of the keys below."""

    sentences = {
        "shape": Say(
            "Cần một bảng độ sáng hai chiều, mỗi điểm một số từ 0 đến 255.",
            "A two-dimensional table of brightness is needed, one number from 0 to 255 a pixel.",
        ),
        "small": Say(
            "Ảnh chỉ có {width} × {height} điểm ảnh, cần mỗi cạnh ít nhất {least}. Hãy tìm bản lớn "
            "hơn của ảnh này.",
            "The picture has only {width} × {height} pixels; each side needs at least {least}. "
            "Look for a larger copy of it.",
        ),
        "long": Say(
            "Ảnh {width} × {height} điểm ảnh quá dài so với bề ngang hoặc quá lớn. Hãy cắt ra từng "
            "phần rồi so sánh từng phần.",
            "A picture of {width} × {height} pixels is too long for its width, or too large. Cut "
            "it into parts and compare each.",
        ),
        "plain": Say(
            "Ảnh gần như chỉ có một màu nên không có gì để so sánh. Hãy so sánh bằng chữ hoặc bằng "
            "lời mô tả.",
            "The picture is almost one colour: there is nothing to compare. Compare by text or by "
            "description.",
        ),
        "version": Say(
            "Dấu ảnh này thuộc phiên bản {version}, ở đây đọc phiên bản {known}. Hãy tính lại dấu "
            "từ ảnh gốc.",
            "This fingerprint is of version {version}; version {known} is read here. Make it again "
            "from the picture.",
        ),
        "broken": Say(
            "Dấu ảnh bị hỏng. Hãy tính lại dấu từ ảnh gốc.",
            "This fingerprint is damaged. Make it again from the picture.",
        ),
    }
