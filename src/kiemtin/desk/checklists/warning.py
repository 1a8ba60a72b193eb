"""Steps for a warning of a dam, a flood or a landslide: it may be true, so safety comes first."""

from django.utils.translation import gettext_lazy as _

from kiemtin.desk.checklists.shape import Step, Steps
from kiemtin.desk.checklists.tools import Tool
from kiemtin.desk.words_evidence import CheckKind

STEPS = Steps(
    kind=CheckKind.WARNING,
    primary=_(
        "Bản tin của đài khí tượng thuỷ văn, lệnh của ban chỉ huy phòng thủ dân sự hay uỷ ban xã, "
        "số đo của trạm hoặc của nhà máy đang vận hành đập, có giờ và nơi. Nhà máy nói về chính "
        "mình thì chỉ tính là một bằng chứng."
    ),
    traps=(
        _("Xả lũ không phải vỡ đập; báo động cấp 3 không phải lệnh sơ tán."),
        _("Video năm trước, lệnh của đợt trước được chia sẻ lại mỗi mùa mưa."),
        _("Trùng tên xã, tên suối: có nhiều Nậm, nhiều Khe cùng một tên."),
        _("“Chưa có tin báo” không có nghĩa là an toàn."),
    ),
    stop=_(
        "Khi chưa ai tại chỗ hoặc nơi vận hành xác nhận được: giữ thông báo tạm thời với việc cần "
        "làm cho an toàn, hẹn giờ tin sau; hết hạn mà vẫn chưa rõ thì viết “chưa đủ căn cứ”, "
        "không viết “sai”."
    ),
    steps=(
        Step(
            "safety",
            _("Trước hết ra thông báo tạm thời: việc cần làm cho an toàn và giờ có tin tiếp theo."),
            _("Tin có thể đúng; lên chỗ cao nhầm một lần không mất gì."),
            (Tool.HOLDING,),
        ),
        Step(
            "place",
            _("Xác định đúng nơi: tên mới, tên cũ, lưu vực nào, ai ở phía dưới."),
            _("Sau ngày 1/7/2025 bà con vẫn gọi tên huyện, xã cũ."),
            (Tool.PLACES,),
        ),
        Step(
            "moment",
            _("Xác định ngày giờ của cảnh báo, và tin này bắt đầu lan từ lúc nào."),
            _("Cảnh báo cũ gửi lại là dạng hay gặp nhất."),
            (Tool.SEEN,),
        ),
        Step(
            "bulletin",
            _("Đọc bản tin và lệnh mới nhất cho đúng nơi ấy, ghi cấp độ và giờ hết hạn."),
            _("Lời đồn hay đúng một nửa: đúng bản tin, sai nơi hoặc sai giờ."),
            (Tool.OFFICIAL, Tool.LIBRARY),
        ),
        Step(
            "gauge",
            _("Tìm số đo: mực nước, lượng mưa, lưu lượng vào và ra, kèm giờ đo."),
            _("Số đo của trạm là bằng chứng không ai phải tin lời ai."),
            (Tool.OFFICIAL, Tool.UNITS),
        ),
        Step(
            "operator",
            _(
                "Gọi nhà máy hoặc đơn vị quản lý đập, đường: đang xả không, từ mấy giờ, dấu hiệu "
                "lạ nào."
            ),
            _("Họ biết sớm nhất; nhưng họ nói về mình, nên cần thêm một nguồn."),
            (Tool.CONTACT,),
        ),
        Step(
            "commune",
            _("Gọi xã và người ở tại chỗ, cả phía trên lẫn phía dưới."),
            _("Hai người ở hai đầu con suối cho biết nhiều hơn mười bài đăng."),
            (Tool.CONTACT,),
        ),
        Step(
            "keep",
            _("Lưu bản tin và số đo kèm giờ, rồi báo cho nơi trực khi thấy tin có thể đúng."),
            _("Trang bản tin bị thay sau vài giờ; nơi trực cần biết điều dân đang hỏi."),
            (Tool.CAPTURE, Tool.EVIDENCE),
        ),
    ),
)
