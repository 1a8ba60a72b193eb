"""Why an item of a channel, a row of a file or a whole file is refused."""

from typing import ClassVar

from kiemtin.refusal import Refusal, Say


class InboundRefused(Refusal):
    """An item that no channel may hand on; `params` carries neither its text nor an address."""

    sentences: ClassVar = {
        "channel": Say(
            "Tên kênh phải gồm chữ thường không dấu, số, gạch nối và dài nhất 32 ký tự, nhưng "
            "nhận được “{got}”. Hãy sửa tên kênh.",
            "A channel's name must be plain lower-case letters, digits and hyphens, at most 32 "
            "characters, but got “{got}”. Change the name.",
        ),
        "external_id": Say(
            "Mã của kênh phải dài 1 đến 200 ký tự và không chứa ký tự điều khiển, nhưng mã nhận "
            "được dài {length} ký tự. Hãy sửa mã, hoặc bỏ trống để hệ thống tự đặt.",
            "The channel's id must have 1 to 200 characters and no control characters, but the "
            "one that came has {length}. Change it, or leave it out to have one made.",
        ),
        "nothing": Say(
            "Cần một đoạn chữ hoặc một tấm ảnh, nhưng không có gì. Hãy ghi điều bạn nghe được.",
            "Expected some text or a picture, but there is neither. Write what you heard.",
        ),
        "characters": Say(
            "Nội dung có ký tự không đọc được (không thuộc UTF-8). Hãy nhập lại đoạn đó.",
            "The text has characters that cannot be read (not UTF-8). Type that part again.",
        ),
        "time_zone": Say(
            "Giờ nhận phải kèm múi giờ. Hãy thêm múi giờ, ví dụ +07:00.",
            "The time of receipt must have a time zone. Add one, such as +07:00.",
        ),
        "heard_via": Say(
            "Cách nghe được tin phải là một trong: {allowed}; nhưng nhận được “{got}”. Hãy chọn "
            "một cách trong danh sách.",
            "How it was heard must be one of: {allowed}; but got “{got}”. Choose one of these.",
        ),
        "heard_later": Say(
            "Ngày nghe ({heard_on}) sau ngày nhận ({received_on}). Hãy sửa một trong hai ngày.",
            "The day it was heard ({heard_on}) is after the day it was received ({received_on}). "
            "Change one of them.",
        ),
        "reply_not_wanted": Say(
            "Có địa chỉ trả lời nhưng không ai yêu cầu trả lời. Hãy bỏ địa chỉ, hoặc đánh dấu "
            "cần trả lời.",
            "There is an address to reply to, but no answer is wanted. Drop the address, or mark "
            "that an answer is wanted.",
        ),
        "too_many_pictures": Say(
            "Nhiều nhất {limit} ảnh một tin, nhưng có {got}. Hãy gửi các ảnh còn lại ở tin sau.",
            "At most {limit} pictures a message, but there are {got}. Send the others in another "
            "message.",
        ),
    }


class RowRefused(InboundRefused):
    """A row of a file that cannot become a message; `params` quotes at most 40 characters of it."""

    sentences: ClassVar = InboundRefused.sentences | {
        "id_taken": Say(
            "Mã “{got}” đã là của một tin khác trong bàn. Hãy đổi mã của dòng này, hoặc bỏ cột mã "
            "để hệ thống tự đặt.",
            "The id “{got}” already belongs to another message of the desk. Change the id of this "
            "row, or leave the id column out to have one made.",
        ),
        "columns": Say(
            "Dòng này có {got} cột, dòng tiêu đề có {expected}. Hãy kiểm tra dấu phân cách và dấu "
            "ngoặc kép trong dòng.",
            "This row has {got} columns, the header has {expected}. Check the separators and "
            "quotation marks in the row.",
        ),
        "quotes": Say(
            "Dấu ngoặc kép trong dòng này mở mà không đóng, hoặc đóng sai chỗ. Hãy viết đôi dấu "
            'ngoặc kép bên trong ô ("") rồi gửi lại.',
            "A quotation mark in this row does not close, or closes in the wrong place. Double "
            'the quotation marks inside a cell ("") and send it again.',
        ),
        "json": Say(
            "Dòng này không phải một đối tượng JSON. Mỗi dòng cần một đối tượng dạng "
            '{{"text": "…"}}; hãy sửa dòng này.',
            "This line is not a JSON object. Every line needs one object such as "
            '{{"text": "…"}}; change this line.',
        ),
        "value": Say(
            "Cột {column} cần chữ, số hoặc đúng/sai, nhưng có {got}. Hãy sửa giá trị này.",
            "Column {column} needs text, a number or true/false, but has {got}. Change the value.",
        ),
        "double_column": Say(
            "Cột {column} có hai lần trong dòng này. Hãy bỏ một cột.",
            "Column {column} is there twice in this row. Drop one of them.",
        ),
        "nul": Say(
            "Dòng này có ký tự rỗng (NUL), thường do tệp bị hỏng. Hãy xuất lại tệp.",
            "This row has NUL characters, mostly a sign of a damaged file. Export the file again.",
        ),
        "bytes": Say(
            "Dòng này có byte không đọc được theo UTF-8. Hãy gõ lại dòng này hoặc lưu lại tệp "
            "bằng UTF-8.",
            "This row has bytes that are not UTF-8. Type it again, or save the file as UTF-8.",
        ),
        "text_too_long": Say(
            "Nội dung dài {got} ký tự, nhiều nhất {limit}. Hãy chia thành nhiều tin.",
            "The text has {got} characters, at most {limit} are taken. Split it into several "
            "messages.",
        ),
        "date": Say(
            "Cột {column} cần ngày dạng 22/11/2026, 22/11/2026 14:05 hoặc 2026-11-22, nhưng có "
            "“{got}”. Hãy sửa ngày.",
            "Column {column} needs a date like 22/11/2026, 22/11/2026 14:05 or 2026-11-22, but "
            "has “{got}”. Change the date.",
        ),
        "future": Say(
            "Cột {column} có ngày {got}, sau hôm nay. Hãy kiểm tra ngày và tháng.",
            "Column {column} has the date {got}, which is after today. Check day and month.",
        ),
        "yes_no": Say(
            "Cột {column} cần “có” hoặc “không”, nhưng có “{got}”. Hãy sửa giá trị này.",
            "Column {column} needs “yes” or “no”, but has “{got}”. Change the value.",
        ),
        "unknown_place": Say(
            "Không tìm thấy nơi “{got}”. Hãy ghi tên xã và tỉnh, ví dụ “xã Bát Xát, Lào Cai”, hoặc "
            "mã xã 5 số.",
            "The place “{got}” was not found. Give commune and province, such as “xã Bát Xát, "
            "Lào Cai”, or the commune's 5-digit code.",
        ),
        "ambiguous_place": Say(
            "“{got}” có thể là {options}. Hãy ghi thêm tên tỉnh, hoặc mã xã 5 số.",
            "“{got}” may be {options}. Add the province, or give the 5-digit code.",
        ),
        "same_id": Say(
            "Mã của dòng này đã có ở dòng {line} với nội dung khác. Hãy đặt mã khác, hoặc bỏ trống "
            "cột mã.",
            "The id of this row was used in row {line} for something else. Give another id, or "
            "leave the id out.",
        ),
    }


class FileRefused(Refusal):
    """A file of which no row can be read; nothing of it has been taken."""

    sentences: ClassVar = {
        "empty": Say(
            "Tệp “{name}” trống. Hãy chọn tệp có dòng tiêu đề và ít nhất một dòng tin.",
            "The file “{name}” is empty. Choose one with a header and at least one row.",
        ),
        "only_header": Say(
            "Tệp “{name}” chỉ có dòng tiêu đề. Hãy thêm ít nhất một dòng tin.",
            "The file “{name}” has a header only. Add at least one row.",
        ),
        "too_big": Say(
            "Tệp “{name}” nặng {size} MB, nhiều nhất được {limit} MB. Hãy chia thành nhiều tệp.",
            "The file “{name}” has {size} MB; at most {limit} MB are read. Split it up.",
        ),
        "too_many_rows": Say(
            "Tệp “{name}” có hơn {limit} dòng. Hãy chia thành nhiều tệp; gửi lại một dòng không "
            "làm nó bị nhân đôi.",
            "The file “{name}” has more than {limit} rows. Split it up; a row that comes twice is "
            "stored once.",
        ),
        "not_text": Say(
            "Tệp “{name}” không phải CSV hay JSONL. Nếu là bảng tính, hãy chọn “Lưu thành CSV "
            "UTF-8” rồi gửi lại.",
            "The file “{name}” is neither CSV nor JSONL. If it is a spreadsheet, choose “Save as "
            "CSV UTF-8” and send that.",
        ),
        "json_array": Say(
            "Tệp “{name}” là một danh sách JSON. Hãy ghi mỗi tin trên một dòng (JSONL), không có "
            "dấu [ ] bao ngoài.",
            "The file “{name}” is a JSON array. Write one object a line (JSONL), without the "
            "brackets around them.",
        ),
        "encoding": Say(
            "Không đọc được bảng mã của tệp “{name}”. Hãy lưu lại bằng UTF-8.",
            "The encoding of the file “{name}” cannot be read. Save it as UTF-8.",
        ),
        "no_text_column": Say(
            "Tệp “{name}” không có cột nội dung; các cột đọc được: {found}. Hãy đặt tên một cột là "
            "một trong: {allowed}.",
            "The file “{name}” has no column with the text; the columns read are: {found}. Name "
            "one of them: {allowed}.",
        ),
        "double_column": Say(
            "Tệp “{name}” có hai cột cùng nghĩa: {columns}. Hãy bỏ một cột.",
            "The file “{name}” has two columns of the same meaning: {columns}. Drop one of them.",
        ),
        "broken_header": Say(
            "Không đọc được dòng tiêu đề của tệp “{name}”. Hãy kiểm tra dấu ngoặc kép trong dòng "
            "đầu.",
            "The header of the file “{name}” cannot be read. Check the quotation marks in the "
            "first row.",
        ),
    }
