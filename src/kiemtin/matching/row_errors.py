"""What is wrong with a row or a file of claims or messages, in Vietnamese and in English."""

from typing import ClassVar

from kiemtin.refusal import Refusal, Say


class BadRow(Refusal):
    """A row that cannot be taken; it is named by its line and the others are."""

    sentences: ClassVar = {
        "bytes": Say(
            "có byte không phải UTF-8 ở vị trí {at}. Hãy lưu lại tệp bằng UTF-8.",
            "byte {at} is not UTF-8. Save the file as UTF-8.",
        ),
        "long_line": Say(
            "dòng dài hơn {limit} byte. Hãy rút gọn, mỗi dòng chỉ một mục.",
            "the line has more than {limit} bytes. Shorten it; one row a line.",
        ),
        "json": Say(
            "không phải JSON ({why}). Mỗi dòng cần một đối tượng {{…}}.",
            "this is not JSON ({why}). Each line needs one object {{…}}.",
        ),
        "object": Say(
            "cần một đối tượng {{…}}, nhưng có {got}. Mỗi dòng cần một đối tượng.",
            "expected an object {{…}}, got {got}. Each line needs one object.",
        ),
        "missing": Say(
            "thiếu “{field}”. Hãy thêm trường này.",
            "“{field}” is missing. Add it.",
        ),
        "type": Say(
            "“{field}” cần là chuỗi ký tự trong ngoặc kép, nhưng có {got}. Hãy sửa giá trị này.",
            "“{field}” must be text in quotation marks, got {got}. Change the value.",
        ),
        "empty_id": Say(
            "“id” đang trống. Hãy đặt một mã riêng cho dòng này.",
            "“id” is empty. Give this row an id of its own.",
        ),
        "bad_id": Say(
            "“id” dài nhất {limit} ký tự, không có ký tự điều khiển. Hãy đặt mã khác.",
            "“id” may have at most {limit} characters and no control character. Give another.",
        ),
        "same_id": Say(
            "“id” này đã có ở dòng {line}; dòng đầu được giữ. Hãy đặt mã khác.",
            "this “id” stands in line {line} already, which is kept. Give another id.",
        ),
        "date": Say(
            "“{field}” cần là ngày dạng 2025-09-03, nhưng có “{got}”. Hãy sửa lại ngày.",
            "“{field}” must be a date like 2025-09-03, got “{got}”. Change it.",
        ),
    }


class RowNote(Refusal):
    """Something to know about a row that is taken all the same, or about a line that has none."""

    sentences: ClassVar = {
        "blank": Say("dòng trống, bỏ qua.", "a blank line, passed over."),
        "bom": Say(
            "có dấu BOM ở đầu dòng, bỏ qua dấu này.",
            "the line begins with a byte order mark, which is passed over.",
        ),
    }
