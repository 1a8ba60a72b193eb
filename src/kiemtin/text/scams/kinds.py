"""The known kinds of scam: which signs belong together, how each works, what to do.

Written for this project from public knowledge of the kinds.
"""

from dataclasses import dataclass
from typing import Final

from kiemtin.refusal import Say

_ASKS = ("ask_money", "ask_safe_account", "ask_code", "ask_link", "ask_app")


@dataclass(frozen=True, slots=True)
class Kind:
    """`needs`: of each set of groups of signs one has to be there; `unless`: groups of which one
    says that it is something else."""

    code: str
    name: Say
    works: Say
    do: Say
    needs: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...] = ()


_HANG_UP = Say(
    "Cúp máy, không chuyển tiền. Gọi lại cơ quan đó bằng số tự tra ở trang chính thức hoặc đến trụ "
    "sở.",
    "Hang up and send no money. Call that office at a number you looked up yourself, or go there.",
)
_NO_CODE = Say(
    "Không bấm link, không đọc mã. Tự mở ứng dụng ngân hàng hoặc gọi số in sau thẻ. Đã lỡ đưa mã: "
    "gọi ngân hàng khóa tài khoản ngay.",
    "Open no link, read out no code. Open the bank's own app or call the number on your card. If a "
    "code is already given: have the bank block the account at once.",
)
_NO_FEE = Say(
    "Không nộp khoản nào trước. Người thật không bắt trả tiền để được nhận tiền.",
    "Pay nothing in advance. Nobody honest asks you to pay in order to be paid.",
)
_CALL = Say(
    "Dừng lại, tự gọi cho người đó hoặc nơi đó bằng số đã lưu từ trước; hỏi điều chỉ người thật "
    "biết.",
    "Stop and call the person or place at a number you already had; ask what only they can know.",
)
_STORE = Say(
    "Chỉ cài ứng dụng từ kho chính thức, không cài tệp gửi qua tin nhắn. Đã cài: tắt mạng, gọi "
    "ngân hàng từ máy khác.",
    "Install apps from the official store only, never a file that was sent. If installed: turn the "
    "network off and call your bank from another phone.",
)

KINDS: Final = (
    Kind(
        "police",
        Say("Giả công an, tòa án", "Fake police or court"),
        Say(
            'Dọa có lệnh bắt hay dính vụ án, bắt giữ bí mật, rồi đòi chuyển tiền "để xác minh".',
            'Threatens with a warrant or a case, demands secrecy, then money "to verify".',
        ),
        _HANG_UP,
        (
            ("who_police", "press_secret"),
            ("press_arrest",),
            (*_ASKS, "press_secret", "ask_contact"),
        ),
    ),
    Kind(
        "bank",
        Say("Giả ngân hàng lấy mã OTP", "Fake bank after your code"),
        Say(
            "Báo tài khoản có chuyện, đưa link giống ngân hàng hoặc xin mã OTP để rút tiền.",
            "Says that something is wrong with the account, sends a link like the bank's or asks "
            "for the one-time code to empty it.",
        ),
        _NO_CODE,
        (
            ("who_bank",),
            ("press_loss", "press_time", "about_prize"),
            ("ask_code", "ask_link", "ask_app"),
        ),
    ),
    Kind(
        "prize",
        Say("Báo trúng thưởng", "A prize you won"),
        Say(
            "Báo trúng quà lớn rồi đòi phí, thuế hoặc thông tin thẻ trước khi trao.",
            "Announces a big prize and asks for a fee, a tax or card details before it is handed "
            "over.",
        ),
        _NO_FEE,
        (("about_prize",), ("ask_money", "ask_code", "ask_link")),
        ("who_bank", "who_love"),
    ),
    Kind(
        "relief",
        Say("Kêu gọi cứu trợ vào tài khoản riêng", "Relief money to a private account"),
        Say(
            "Mượn cảnh thiên tai hoặc người bệnh, đưa tài khoản cá nhân không ai kiểm tra được.",
            "Uses a disaster or a sick person, and names a private account that nobody can check.",
        ),
        Say(
            "Gửi qua Mặt trận Tổ quốc, Hội Chữ thập đỏ hoặc tài khoản đăng trên trang của chính "
            "quyền; gọi xã hỏi lại.",
            "Give through the Fatherland Front, the Red Cross or the account on the authority's "
            "own site; ask the commune.",
        ),
        (("who_relief",), ("ask_money",), ("about_personal_account",)),
    ),
    Kind(
        "delivery",
        Say("Giả giao hàng", "Fake delivery"),
        Say(
            'Báo đơn hàng, bảo trả phí nhỏ hay chuyển nhầm, rồi gửi link "hoàn tiền", "hủy hội '
            'viên".',
            "Names a parcel, asks for a small fee or says the transfer went wrong, then sends a "
            'link to "refund" or "cancel".',
        ),
        Say(
            "Chỉ trả tiền khi nhận hàng hoặc trong ứng dụng đã đặt. Không bấm link hoàn tiền.",
            "Pay only on receipt or in the app you ordered with. Open no refund link.",
        ),
        (
            ("who_post",),
            ("about_mistake", "press_loss", "press_time"),
            ("ask_link", "ask_code", "ask_app"),
        ),
    ),
    Kind(
        "loan",
        Say("Cho vay phải nộp phí trước", "A loan with a fee first"),
        Say(
            'Hứa vay dễ, rồi bắt nộp phí hồ sơ, bảo hiểm hay "gỡ lỗi" trước khi giải ngân.',
            'Promises an easy loan, then wants fees, insurance or "a correction" before paying '
            "out.",
        ),
        _NO_FEE,
        (("who_lender",), ("about_profit", "press_time", "press_loss"), (*_ASKS, "ask_contact")),
        ("who_close",),
    ),
    Kind(
        "job",
        Say("Việc nhẹ làm nhiệm vụ", "A job of easy tasks"),
        Say(
            "Trả hoa hồng nhỏ lúc đầu, rồi bắt nạp tiền ngày càng lớn để làm nhiệm vụ và không "
            "trả.",
            "Pays small commissions first, then has you deposit ever more for tasks and never "
            "pays.",
        ),
        _NO_FEE,
        (("who_job",), ("about_profit",), ("ask_money", "ask_contact", "ask_link", "ask_app")),
    ),
    Kind(
        "remote",
        Say("Dụ cài ứng dụng điều khiển máy", "An app that takes over the phone"),
        Say(
            "Giả cơ quan, bảo cài ứng dụng ngoài kho để cập nhật hay nhận tiền; ứng dụng chiếm "
            "điện thoại.",
            "Pretends to be an office and has you install an app from outside the store, which "
            "takes over the phone.",
        ),
        _STORE,
        (
            ("who_police", "who_bank", "who_tax", "who_power", "who_id", "who_post", "who_school"),
            ("ask_app",),
            ("press_time", "press_loss", "press_arrest", "ask_link", "ask_contact"),
        ),
    ),
    Kind(
        "power",
        Say("Dọa cắt điện, nước", "Threat to cut the power"),
        Say(
            "Báo nợ tiền điện, dọa cắt, bảo trả ngay qua link, QR hay ứng dụng lạ.",
            "Claims an unpaid bill, threatens to cut the power, and wants payment by link, code or "
            "app.",
        ),
        Say(
            "Kiểm tra nợ trong ứng dụng chính thức của điện lực hoặc gọi tổng đài in trên hóa đơn.",
            "Look up the bill in the power company's own app or call the number printed on it.",
        ),
        (("who_power",), ("press_loss", "press_time"), _ASKS),
    ),
    Kind(
        "identity",
        Say("Giả cập nhật VNeID, SIM, căn cước", "Fake update of your identity"),
        Say(
            "Báo hồ sơ định danh sai hoặc hết hạn, bảo bấm link, cài tệp hay đọc mã.",
            "Says that your identity record is wrong or out of date; wants you to open a link, "
            "install a file or read out a code.",
        ),
        Say(
            "Chỉ cập nhật tại trụ sở công an hoặc trong ứng dụng tải từ kho chính thức.",
            "Update only at the police office or in the app from the official store.",
        ),
        (
            ("who_id",),
            ("press_loss", "press_time", "who_police"),
            ("ask_link", "ask_code", "ask_app", "ask_contact"),
        ),
    ),
    Kind(
        "tax",
        Say("Giả cán bộ thuế", "Fake tax office"),
        Say(
            "Báo nợ thuế hay được hoàn thuế, bảo bấm link, cài ứng dụng hoặc nộp ngay.",
            "Claims a tax debt or refund; wants you to open a link, install an app or pay at once.",
        ),
        _HANG_UP,
        (
            ("who_tax",),
            ("press_loss", "press_time", "press_arrest", "ask_contact"),
            ("ask_link", "ask_code", "ask_app", "ask_safe_account"),
        ),
    ),
    Kind(
        "emergency",
        Say("Báo con cấp cứu", "Your child in hospital"),
        Say(
            "Giả thầy cô, bác sĩ báo con gặp nạn, giục chuyển tiền mổ trước khi kịp hỏi.",
            "Pretends to be a teacher or doctor: your child had an accident, money for surgery "
            "now.",
        ),
        _CALL,
        (("who_school",), ("press_health",), ("ask_money",), ("press_time",)),
        ("who_relief",),
    ),
    Kind(
        "investment",
        Say("Đầu tư chắc lãi", "Certain profit"),
        Say(
            "Khoe lãi chắc chắn, cho rút ít tiền lúc đầu, rồi khóa khi nạp nhiều.",
            "Shows certain profit, lets you draw a little at first, and blocks the account once "
            "much is in it.",
        ),
        Say(
            "Không có lãi cao mà chắc chắn. Hỏi cơ quan quản lý xem nơi đó có giấy phép không.",
            "High and certain profit does not exist. Ask the authority whether they are licensed.",
        ),
        (("who_invest",), ("about_profit",), ("ask_money", "ask_contact", "ask_link", "ask_app")),
    ),
    Kind(
        "romance",
        Say("Quà người yêu từ nước ngoài", "A gift from a lover abroad"),
        Say(
            'Quen trên mạng, gửi quà quý, rồi có "hải quan" đòi phí để nhận.',
            'A friend from the web sends a precious gift, then "customs" wants a fee.',
        ),
        _NO_FEE,
        (
            ("who_love",),
            ("ask_money",),
            ("press_loss", "press_time", "who_post", "press_secret", "about_prize"),
        ),
    ),
    Kind(
        "acquaintance",
        Say("Giả người quen mượn tiền", "A borrowed voice asks for money"),
        Say(
            "Chiếm tài khoản, giả giọng hay hình của người quen rồi mượn tiền gấp.",
            "Takes over an account or fakes the voice or face of someone you know and urgently "
            "borrows money.",
        ),
        _CALL,
        (("who_close",), ("ask_money",), ("press_time",)),
        ("who_school",),
    ),
)

LIMIT: Final = Say(
    "Có dấu hiệu không có nghĩa là lừa đảo; không có dấu hiệu không có nghĩa là thật. Chỉ lời lẽ "
    "được so với các mẫu đã biết, không xét ai là người viết.",
    "Signs do not mean that it is a scam; no signs do not mean that it is genuine. Only the "
    "wording is compared with known patterns; nothing is said of who wrote it.",
)
