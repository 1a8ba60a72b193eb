"""Steps for a page or message that asks for money, codes or data: safely, and fast."""

from django.utils.translation import gettext_lazy as _

from kiemtin.desk.checklists.shape import Step, Steps
from kiemtin.desk.checklists.tools import Tool
from kiemtin.desk.words_evidence import CheckKind

STEPS = Steps(
    kind=CheckKind.SCAM,
    primary=_(
        "Lời của chính nơi bị mạo danh, trên cổng chính thức của họ hoặc khi bàn hỏi qua số chính "
        "thức; cùng bản lưu của trang hay tin nhắn lừa đảo."
    ),
    traps=(
        _("Ổ khoá trên thanh địa chỉ chỉ nói đường truyền được mã hoá, không nói trang ấy của ai."),
        _("Tin nhắn lừa có thể nằm chung luồng với tin thật của ngân hàng."),
        _("Chương trình thật vẫn bị mượn tên: “có quà” đúng, “bấm vào đây” sai."),
        _("Trang giả sống vài giờ: không mở được nữa không có nghĩa là chưa từng có."),
    ),
    stop=_(
        "Khi nơi bị mạo danh không trả lời và không lưu được trang: viết “chưa đủ căn cứ”, vẫn "
        "khuyên đừng bấm, đừng chuyển tiền, và hỏi qua số chính thức."
    ),
    steps=(
        Step(
            "safe",
            _(
                "Đừng bấm, đừng gọi lại, đừng nhập gì; dặn người gửi cũng vậy, ai lỡ nhập thì báo "
                "ngân hàng ngay."
            ),
            _("Kiểm chứng không được làm thêm một người bị hại."),
        ),
        Step(
            "keep",
            _("Lưu trang và tin nhắn ngay, trước mọi bước khác."),
            _("Trang lừa đảo biến mất nhanh nhất trong các loại."),
            (Tool.CAPTURE, Tool.EVIDENCE),
        ),
        Step(
            "address",
            _("Đọc tên miền từ phải sang trái, so với tên miền thật của nơi bị mạo danh."),
            _("Chữ đứng giữa ai cũng đặt được; phần cuối mới là của chủ trang."),
            (Tool.DOMAINS,),
        ),
        Step(
            "pattern",
            _(
                "So với mẫu lừa đảo đã biết: quà tặng, doạ khoá, xin mã OTP, cài ứng dụng, chuyển "
                "khoản giữ chỗ."
            ),
            _("Kịch bản lặp lại; bài cũ của bàn có khi trả lời được ngay."),
            (Tool.PATTERNS, Tool.PUBLISHED, Tool.FOREIGN),
        ),
        Step(
            "real",
            _("Tìm xem chương trình được nhắc tới có thật không, và đường chính thức là gì."),
            _("Người đọc cần biết phải làm đúng ở đâu, không chỉ biết chỗ nào sai."),
            (Tool.OFFICIAL, Tool.LIBRARY),
        ),
        Step(
            "account",
            _(
                "Nếu số tài khoản hay số gọi chính là điều được đồn, đánh dấu giữ lại; mọi số "
                "khác cứ để che."
            ),
            _("Bàn không giữ số của ai, trừ số chính là mồi lừa."),
            (Tool.IDENTIFIER, Tool.SEEN),
        ),
        Step(
            "ask",
            _("Hỏi nơi bị mạo danh qua số trên cổng chính thức của họ."),
            _("Một lời xác nhận của họ là nguồn gốc, và họ cần biết để báo khách."),
            (Tool.CONTACT,),
        ),
        Step(
            "warn",
            _(
                "Nếu đang có người mất tiền, ra thông báo tạm thời: đừng làm gì, hỏi ở đâu, báo "
                "nơi nào."
            ),
            _("Chờ đủ bằng chứng mới nhắc “đừng bấm” là quá muộn."),
            (Tool.HOLDING,),
        ),
    ),
)
