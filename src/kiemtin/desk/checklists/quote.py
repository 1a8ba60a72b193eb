"""Steps for words that somebody is said to have said: exactly what, where, and in which breath."""

from django.utils.translation import gettext_lazy as _

from kiemtin.desk.checklists.shape import Step, Steps
from kiemtin.desk.checklists.tools import Tool
from kiemtin.desk.words_evidence import CheckKind

STEPS = Steps(
    kind=CheckKind.QUOTE,
    primary=_(
        "Bản ghi trọn vẹn của chính lần nói đó (video, ghi âm, văn bản do nơi tổ chức đăng), hoặc "
        "lời xác nhận của người hay cơ quan được cho là đã nói. Họ nói về chính mình thì chỉ tính "
        "là một bằng chứng."
    ),
    traps=(
        _("Cắt một câu ra khỏi lời trước và sau, ý đổi ngược."),
        _("Báo chép của báo: mười bài có khi chỉ có một nguồn."),
        _("Trang mang tên, ảnh của người nổi tiếng mà không phải của họ."),
        _("“Theo một chuyên gia” mà không có tên, không có nơi làm việc."),
    ),
    stop=_(
        "Khi không có bản ghi và người được cho là đã nói không trả lời trong hạn đã báo: viết "
        "“chưa đủ căn cứ”, không viết “bịa đặt”."
    ),
    steps=(
        Step(
            "exact",
            _("Ghi nguyên văn câu được đồn, ai nói, ở đâu, ngày nào."),
            _("Chỉ một chữ “nên” hay “phải”, “có thể” hay “sẽ” là đã thành câu khác."),
            (Tool.SEEN,),
        ),
        Step(
            "first",
            _("Tìm nơi đăng đầu tiên và ngày đăng."),
            _("Lời cũ hay được đăng lại như mới nói hôm nay."),
            (Tool.LIBRARY, Tool.FOREIGN),
        ),
        Step(
            "record",
            _("Tìm bản ghi trọn vẹn của lần nói đó."),
            _("Chỉ bản trọn vẹn mới cho biết câu ấy trả lời câu hỏi nào."),
            (Tool.LIBRARY, Tool.OFFICIAL),
        ),
        Step(
            "context",
            _("Đọc cả đoạn trước và sau câu ấy, ghi lại đoạn làm đổi nghĩa."),
            _("Câu đúng từng chữ vẫn gây hiểu lầm khi mất phần quanh nó."),
            (Tool.LIBRARY,),
        ),
        Step(
            "posing",
            _("Xem trang đăng có đúng là của người, của cơ quan đó không."),
            _("Tên và ảnh đại diện ai cũng chép được; trang thật được dẫn từ cổng chính thức."),
            (Tool.DOMAINS, Tool.METADATA),
        ),
        Step(
            "ask",
            _("Hỏi người hoặc cơ quan được cho là đã nói, hẹn giờ chờ trả lời."),
            _("Họ có quyền trả lời trước khi bàn viết về lời của họ."),
            (Tool.CONTACT,),
        ),
        Step(
            "translation",
            _("Nếu là lời dịch, đọc câu gốc và nhờ người biết tiếng xem lại."),
            _("Máy dịch hay đánh rơi chữ “không” và đổi ngôi người nói."),
            (Tool.LIBRARY,),
        ),
        Step(
            "keep",
            _("Lưu trang và bản ghi kèm phút, giây của câu nói."),
            _("Người duyệt và người đọc cần nghe lại được đúng chỗ ấy."),
            (Tool.CAPTURE, Tool.EVIDENCE),
        ),
    ),
)
