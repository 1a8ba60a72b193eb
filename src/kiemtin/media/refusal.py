"""Why a picture or a copy is refused: what may be sent, what came, what to do instead."""

from kiemtin.refusal import Refusal, Say


class PictureRefused(Refusal):
    """A picture that is not taken; `code` is one of the keys below."""

    sentences = {
        "empty": Say(
            "Tệp ảnh trống. Hãy chọn lại ảnh rồi gửi.",
            "The picture file is empty. Choose the picture again and send it.",
        ),
        "too_big": Say(
            "Ảnh nặng {size} MB, nhiều nhất được {limit} MB. Hãy chụp màn hình bức ảnh rồi gửi "
            "ảnh chụp màn hình.",
            "The picture has {size} MB; at most {limit} MB are taken. Take a screenshot of it and "
            "send that.",
        ),
        "not_a_picture": Say(
            "Tệp này không phải ảnh JPEG, PNG, GIF hay WebP. Nếu là video hoặc tài liệu, hãy chụp "
            "màn hình phần cần kiểm tra rồi gửi ảnh chụp.",
            "This file is not a JPEG, PNG, GIF or WebP picture. If it is a video or a document, "
            "take a screenshot of the part to be checked and send that.",
        ),
        "svg": Say(
            "Ảnh SVG có thể chứa mã chạy được nên không được nhận. Hãy chụp màn hình rồi gửi ảnh "
            "chụp.",
            "SVG pictures can carry code and are not taken. Take a screenshot and send that.",
        ),
        "heic": Say(
            "Ảnh dạng {format} chưa đọc được ở đây. Hãy chụp màn hình bức ảnh, hoặc đổi ảnh sang "
            "JPEG rồi gửi lại.",
            "Pictures in the {format} format cannot be read here. Take a screenshot of the "
            "picture, or save it as JPEG and send it again.",
        ),
        "bomb": Say(
            "Ảnh có {width} × {height} điểm ảnh, nhiều hơn mức {limit} triệu điểm ảnh được nhận. "
            "Hãy chụp màn hình bức ảnh rồi gửi ảnh chụp màn hình.",
            "The picture has {width} × {height} pixels, more than the {limit} million that are "
            "taken. Take a screenshot of it and send that.",
        ),
        "too_heavy": Say(
            "Mở ảnh này cần quá nhiều bộ nhớ hoặc thời gian. Hãy chụp màn hình bức ảnh rồi gửi "
            "ảnh chụp màn hình.",
            "Opening this picture takes too much memory or time. Take a screenshot of it and "
            "send that.",
        ),
        "broken": Say(
            "Ảnh bị hỏng hoặc chưa tải lên hết. Hãy gửi lại; nếu vẫn lỗi, hãy chụp màn hình rồi "
            "gửi ảnh chụp.",
            "The picture is damaged or was not uploaded completely. Send it again; if that fails "
            "too, take a screenshot and send that.",
        ),
        "busy": Say(
            "Đang có nhiều ảnh được gửi cùng lúc. Hãy gửi lại sau một phút, hoặc gửi phần chữ "
            "trước.",
            "Many pictures are being sent right now. Send it again in a minute, or send the text "
            "first.",
        ),
    }


class CopyRefused(Refusal):
    """An evidence copy that is not kept; `code` is one of the keys below."""

    sentences = {
        "empty": Say(
            "Tệp trống. Hãy chọn lại bản lưu rồi tải lên.",
            "The file is empty. Choose the copy again and upload it.",
        ),
        "too_big": Say(
            "Tệp nặng {size} MB, nhiều nhất được {limit} MB. Hãy chỉ lưu phần cần làm bằng chứng.",
            "The file has {size} MB; at most {limit} MB are kept. Save only the part that is "
            "evidence.",
        ),
        "program": Say(
            "Tệp này là chương trình, tập lệnh hoặc có macro nên không được nhận. Hãy lưu bằng "
            "chứng dưới dạng PDF, ảnh hoặc văn bản.",
            "This file is a program or a script, or has macros, and is not kept. Save the evidence "
            "as PDF, picture or text.",
        ),
        "archive": Say(
            "Tệp nén (ZIP, RAR…) không được nhận, kể cả khi nấp trong tệp khác; chỉ nhận DOCX, "
            "WACZ và WARC lành lặn. Hãy in nội dung ra PDF rồi tải lên.",
            "Archives (ZIP, RAR…) are not kept, not even hidden in another file; only sound DOCX, "
            "WACZ and WARC files are. Print the content to PDF and upload that.",
        ),
        "bomb": Say(
            "Tệp nở ra lớn gấp nhiều lần kích thước của nó, như một quả bom nén, nên không được "
            "nhận.",
            "The file unpacks to many times its size, as a bomb does, and is not kept.",
        ),
        "password": Say(
            "Tệp nén có mật khẩu nên không được nhận. Hãy lưu lại không có mật khẩu rồi tải lên.",
            "The file has a password and is not kept. Save it without one and upload that.",
        ),
        "busy": Say(
            "Đang đọc nhiều tệp cùng lúc. Hãy tải lên lại sau một phút.",
            "Many files are being read right now. Upload it again in a minute.",
        ),
        "office": Say(
            "Tệp Word đời cũ (.doc), Excel hay RTF có thể chứa mã nên không được nhận. Hãy lưu "
            "thành DOCX hoặc in ra PDF rồi tải lên.",
            "Old Word files (.doc), Excel and RTF files can carry code and are not kept. Save as "
            "DOCX or print to PDF and upload that.",
        ),
        "svg": Say(
            "Ảnh SVG có thể chứa mã chạy được nên không được nhận. Hãy chụp màn hình rồi tải ảnh "
            "chụp lên.",
            "SVG pictures can carry code and are not kept. Take a screenshot and upload that.",
        ),
        "unsupported_picture": Say(
            "Ảnh dạng {format} chưa được nhận. Hãy đổi sang JPEG hoặc PNG rồi tải lên.",
            "Pictures in the {format} format are not kept. Save as JPEG or PNG and upload that.",
        ),
        "unknown": Say(
            "Không nhận ra loại tệp này: nhận PDF, DOCX, ảnh JPEG, PNG, GIF, WebP, âm thanh, "
            "video, WACZ, WARC và văn bản. Hãy in nội dung ra PDF rồi tải lên.",
            "This kind of file is not known: PDF, DOCX, JPEG, PNG, GIF, WebP, sound, video, WACZ, "
            "WARC and text are kept. Print the content to PDF and upload that.",
        ),
        "not_here": Say(
            "Ở đây chỉ nhận PDF, ảnh JPEG, PNG, GIF, WebP và văn bản. Hãy in nội dung ra PDF rồi "
            "tải lên.",
            "Only PDF, JPEG, PNG, GIF, WebP and text are taken here. Print the content to PDF and "
            "upload that.",
        ),
    }
