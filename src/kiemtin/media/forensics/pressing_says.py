"""What each hint about pressing says, and what it cannot say; in both languages."""

from typing import Final

from kiemtin.refusal import Say

SAYS: Final = {
    "pressed_hard": Say(
        "Ảnh được nén JPEG mạnh (chất lượng khoảng {quality}/100): phần lớn dấu vết chỉnh sửa, nếu "
        "có, đã mất.",
        "The picture is pressed hard as JPEG (quality about {quality} of 100): most traces of "
        "changes, if there were any, are gone.",
    ),
    "pressed_twice": Say(
        "Ảnh đã được lưu JPEG ít nhất hai lần; lần trước ở chất lượng khoảng {first}/100.",
        "The picture has been saved as JPEG at least twice; before at a quality of about {first} "
        "of 100.",
    ),
    "pressed_once_here": Say(
        "Phần còn lại đã nén hai lần, riêng vùng này chỉ thấy dấu của một lần: có thể được thêm "
        "vào sau.",
        "The rest was pressed twice; this area shows traces of only one time: it may have been "
        "added later.",
    ),
    "was_jpeg": Say(
        "Tệp này không phải JPEG nhưng có lưới ô 8 × 8 của JPEG: ảnh từng được lưu JPEG.",
        "This file is no JPEG, but has the 8 × 8 grid of one: it was a JPEG before.",
    ),
    "was_jpeg_cut": Say(
        "Lưới ô 8 × 8 của JPEG không bắt đầu ở góc ảnh: ảnh từng được lưu JPEG, sau đó bị cắt, "
        "chụp màn hình hoặc dán vào nền khác.",
        "The 8 × 8 grid of a JPEG does not begin in the corner: the picture was a JPEG, and was "
        "then cut, taken as a screenshot or pasted on another ground.",
    ),
    "other_blocks": Say(
        "Lưới ô JPEG của vùng này lệch so với phần còn lại: có thể được lấy từ ảnh khác hoặc từ "
        "chỗ khác trong ảnh.",
        "The JPEG grid of this area is off that of the rest: it may come from another picture or "
        "another place in this one.",
    ),
}

_USUAL: Final = Say(
    "Ứng dụng nhắn tin và mạng xã hội nén lại mọi ảnh; riêng điều này không nói gì về nội dung "
    "ảnh.",
    "Messengers and social networks press every picture anew; by itself this says nothing about "
    "what the picture shows.",
)
_AREA: Final = Say(
    "Dán nhãn, làm mờ biển số, ghép khung hay ghép nhiều ảnh một cách vô hại cũng để lại dấu này; "
    "vùng trơn hoặc chữ có thể bị nhận nhầm. Ảnh bị thu nhỏ hay nén mạnh sau khi sửa không còn "
    "dấu: không có gợi ý không có nghĩa là ảnh không bị sửa.",
    "Harmless labels, blurred plates, frames and collages leave this trace too; plain areas and "
    "writing can be mistaken. A picture made smaller or pressed hard after a change has no trace "
    "left: no hint does not mean that nothing was changed.",
)

LIMITS: Final = {
    "pressed_hard": _USUAL,
    "pressed_twice": _USUAL,
    "pressed_once_here": _AREA,
    "was_jpeg": _USUAL,
    "was_jpeg_cut": _USUAL,
    "other_blocks": _AREA,
}
