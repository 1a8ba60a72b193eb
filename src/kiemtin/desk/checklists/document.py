"""Steps for a letter, an order or a notice with a stamp: who issued it, whether it still holds."""

from django.utils.translation import gettext_lazy as _

from kiemtin.desk.checklists.shape import Step, Steps
from kiemtin.desk.checklists.tools import Tool
from kiemtin.desk.words_evidence import CheckKind

STEPS = Steps(
    kind=CheckKind.DOCUMENT,
    primary=_(
        "Văn bản trên cổng thông tin của chính nơi ban hành, hoặc bản mà bộ phận văn thư của nơi "
        "đó xác nhận theo số, ký hiệu và ngày. Ảnh chụp văn bản trong nhóm chat không phải nguồn "
        "gốc."
    ),
    traps=(
        _("Văn bản thật nhưng đã hết hiệu lực, hoặc dành cho tỉnh khác."),
        _("Bản dự thảo bị gọi là quy định đã ban hành."),
        _(
            "Tên cũ của xã, huyện, sở sau ngày 1/7/2025: chưa chắc là giả, cũng chưa chắc còn "
            "hiệu lực."
        ),
        _("Con dấu, chữ ký rõ nét vẫn có thể được dán vào."),
    ),
    stop=_(
        "Khi nơi ban hành không xác nhận cũng không phủ nhận, mà không tìm thấy văn bản trên cổng "
        "của họ: viết “chưa đủ căn cứ” và khuyên chờ thông báo chính thức."
    ),
    steps=(
        Step(
            "whole",
            _("Xin đủ các trang, cả phần nơi nhận và chữ ký."),
            _("Trang bị cắt thường là trang nói văn bản dành cho ai, từ ngày nào."),
            (Tool.SEEN, Tool.EVIDENCE),
        ),
        Step(
            "read",
            _("Đọc số, ký hiệu, ngày, nơi ban hành, chức vụ người ký."),
            _("Sai thể thức, sai chức vụ, ngày rơi vào lúc nơi ấy chưa lập là dấu hiệu sớm nhất."),
            (Tool.OCR,),
        ),
        Step(
            "issuer",
            _("Tìm đúng số và ngày đó trên cổng của nơi ban hành."),
            _("Văn bản thật thường đăng được ở đó; chưa thấy thì mới chỉ là chưa thấy."),
            (Tool.LIBRARY, Tool.OFFICIAL),
        ),
        Step(
            "ask",
            _(
                "Gọi văn thư của nơi ban hành bằng số trên cổng chính thức, không dùng số trên tờ "
                "giấy."
            ),
            _("Số ghi trên tờ giả dẫn tới chính người làm ra nó."),
            (Tool.CONTACT,),
        ),
        Step(
            "force",
            _("Xem văn bản còn hiệu lực không, có bị thay hay sửa không, áp dụng ở đâu."),
            _("Lệnh cấm đường của hôm qua hại người hôm nay như tin bịa."),
            (Tool.LIBRARY, Tool.PUBLISHED, Tool.LOG),
        ),
        Step(
            "meaning",
            _("So điều được đồn với đúng câu trong văn bản, ghi lại câu đó."),
            _("Nhiều tờ là thật, chỉ lời kể lại thêm vào một chữ “tất cả”."),
            (Tool.LIBRARY,),
        ),
        Step(
            "file",
            _("Xem tệp: phần mềm, ngày tạo, chỗ chữ khác nét, nền dấu khác màu."),
            _("Chỗ ghép hay lộ ở số, ngày và chữ ký; đó là gợi ý, không phải bằng chứng."),
            (Tool.METADATA, Tool.HINTS),
        ),
        Step(
            "keep",
            _("Lưu bản đang lan truyền và bản của nơi ban hành, cạnh nhau."),
            _("Người đọc tự so được thì không cần tin lời bàn."),
            (Tool.CAPTURE, Tool.EVIDENCE),
        ),
    ),
)
