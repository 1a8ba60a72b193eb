"""Texts that try the text room: Vietnamese, invisible, look-alike, ornamental, emoji, digits."""

from hypothesis import strategies as st

_ODD = (
    "\u200b\u200d\ufe0f\u202e\u00ad\u0301\u0302\u0303\u0323\u031b\u0336\u20e3\ufeff\x00\x0b\r\n\t "
    "\u3000\u2028АОоеїΟον０９Ａ𝗖𝟬①²😭⚠👩🏽👍🇻🇳ÐðµØ©øïñöộộòạùýỳhgqutiaeo.,:/@-_()[]'\""
)
_WORDS = (
    "hoà", "thuỷ", "Đập", "quý", "gìa", "nguyễn", "Nguyễn Văn An", "anh Hùng", "xã Võ Lao",
    "0900 000 001", "stk 0000 0000 0000", "14/8/2025", "2.000.000 đồng", "fb.com/a.b", "a@b.vn",
    "§Ëp", "råi", "Ñaäp", "roài", "[tên người]", "[số điện thoại]", "zalo", "số nhà 12",
)  # fmt: skip

pieces = (
    st.text(st.sampled_from(_ODD), max_size=6)
    | st.sampled_from(_WORDS)
    | st.text(max_size=6)
    | st.sampled_from((" ", "\n", "", "-", "."))
)
texts = st.lists(pieces, max_size=12).map("".join)
