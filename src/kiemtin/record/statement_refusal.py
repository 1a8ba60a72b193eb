"""Why the code of a bulletin, or the list that goes with it, is refused, in plain words."""

from typing import ClassVar

from kiemtin.record.refusal import RecordRefused
from kiemtin.refusal import Say


class StatementRefused(RecordRefused):
    """A bulletin's code, or the list of what is newest, cannot be read or made."""

    sentences: ClassVar = {
        "not_a_code": Say(
            "Cần mã của bản tin (chữ, số, gạch ngang, gạch dưới), nhưng chỗ này không phải. Hãy "
            "quét lại, hoặc chép cả đường dẫn, đến hết phần sau dấu #.",
            "Expected the code of a bulletin (letters, digits, hyphens, underscores), but this is "
            "none. Scan it again, or copy the whole address, to the end of what follows the #.",
        ),
        "too_long": Say(
            "Mã của bản tin dài nhất {limit} chữ, nhưng mã này dài {got}. Hãy chép lại đúng một "
            "mã.",
            "The code of a bulletin has at most {limit} characters, but this one has {got}. Copy "
            "exactly one code.",
        ),
        "format": Say(
            "Mã này theo dạng {got}, còn trang này chỉ đọc được dạng {expected}. Hãy mở lại trang "
            "khi có mạng để lấy bản mới.",
            "This code is of format {got}, and this page reads only format {expected}. Open the "
            "page again with a network to get its newest form.",
        ),
        "length": Say(
            "Mã bị thiếu hoặc thừa: độ dài không khớp với nội dung. Hãy quét hay chép lại nguyên "
            "mã.",
            "Something is missing from the code or too much: its length does not fit what it "
            "says. Scan or copy the whole code again.",
        ),
        "number": Say(
            "Một con số trong mã không viết theo cách duy nhất được phép. Mã này không do Kiểm "
            "Tin làm ra.",
            "A number in the code is not written in the one way allowed. Kiểm Tin did not make "
            "this code.",
        ),
        "word": Say(
            "Mã có kết luận hoặc loại bản không có trong bảng. Mã này không do Kiểm Tin làm ra.",
            "The code has a verdict or a kind that is not in the table. Kiểm Tin did not make it.",
        ),
        "date": Say(
            "Ngày giờ trong mã không viết được: cần giờ tròn phút, từ năm 1970 đến năm 2149.",
            "A date in the code cannot be written: expected whole minutes, from 1970 to 2149.",
        ),
        "text": Say(
            "Tên bàn hoặc tin đồn trong mã bị trống, hoặc có ký tự không nhìn thấy được. Mã này "
            "không do Kiểm Tin làm ra.",
            "The desk's name or the claim in the code is empty, or has characters that nobody can "
            "see. Kiểm Tin did not make this code.",
        ),
        "unknown_key": Say(
            "Mã ký bằng khoá {got}, không phải khoá của bàn. Đây là bản giả, hoặc của bàn khác.",
            "The code is signed with the key {got}, which is none of the desk's. It is forged, or "
            "of another desk.",
        ),
        "altered": Say(
            "Mã mang khoá của bàn ({name}) nhưng chữ ký không khớp: nội dung đã bị sửa. Đừng tin.",
            "The code names the desk's key ({name}), but the signature does not fit: it was "
            "altered. Do not trust it.",
        ),
        "address": Say(
            "Địa chỉ công khai dài quá: sau {address} phải còn ít nhất {least} byte cho tên bàn "
            "và tin đồn, nhưng chỉ còn {left}. Hãy dùng địa chỉ ngắn hơn.",
            "The public address is too long: after {address} there must be {least} bytes left for "
            "the desk and the claim, but there are {left}. Use a shorter address.",
        ),
        "list_unreadable": Say(
            "Cần danh sách đã ký của bàn ({expected}), nhưng nhận được dạng khác. Hãy tải lại.",
            "Expected a signed list of the desk ({expected}), but got something else. Fetch it "
            "again.",
        ),
        "other_log": Say(
            "Danh sách ghi là của nhật ký {got}, nhưng khoá ký nó là của {expected}. Hãy tải lại "
            "từ đúng bàn.",
            "The list says that it is of the log {got}, but the key that signed it is of "
            "{expected}. Fetch it again from the right desk.",
        ),
        "not_handed_over": Say(
            "Danh sách ký bằng khoá {got}, nhưng khoá đã biết ({name}) không ký nhận khoá ấy. Hãy "
            "hỏi bàn qua đường khác (điện thoại, văn bản) trước khi tin khoá mới.",
            "The list is signed with the key {got}, but the key known so far ({name}) did not "
            "vouch for that one. Ask the desk in another way (telephone, paper) before you trust "
            "the new key.",
        ),
    }
