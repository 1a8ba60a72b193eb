"""Steps for a figure: what exactly was counted, by whom, until when."""

from django.utils.translation import gettext_lazy as _

from kiemtin.desk.checklists.shape import Step, Steps
from kiemtin.desk.checklists.tools import Tool
from kiemtin.desk.words_evidence import CheckKind

STEPS = Steps(
    kind=CheckKind.NUMBER,
    primary=_(
        "Bảng số hoặc báo cáo của nơi tự đếm (cơ quan thống kê, trạm đo, bệnh viện, ban chỉ huy), "
        "ghi rõ đếm gì, ở đâu, tính tới lúc nào. Bài báo nhắc lại số đó không phải nguồn gốc."
    ),
    traps=(
        _("Số của cả đợt lũ bị gán cho một xã; số mất tích cộng vào số chết."),
        _("Số tăng theo giờ: hai con số khác nhau có thể cùng đúng."),
        _("“Tăng gấp đôi” từ một lên hai người nghe rất to."),
        _("Dấu chấm, dấu phẩy và đơn vị: 1.500 và 1,5; mét khối và mét khối trên giây."),
    ),
    stop=_(
        "Khi không tìm ra ai đã đếm, hoặc hai nơi đếm khác nhau mà không rõ vì sao: viết “chưa đủ "
        "căn cứ” và nêu cả hai số."
    ),
    steps=(
        Step(
            "exact",
            _("Ghi rõ số nói gì: đếm cái gì, ở đâu, từ ngày nào đến ngày nào."),
            _("Thiếu một trong ba điều ấy thì chưa có gì để so."),
            (Tool.SEEN,),
        ),
        Step(
            "origin",
            _("Lần về nơi đầu tiên nói con số đó."),
            _("Nhiều bài cùng một số thường chỉ là một nguồn."),
            (Tool.LIBRARY, Tool.OFFICIAL),
        ),
        Step(
            "counter",
            _("Tìm ai tự đếm hay tự đo, và họ đếm bằng cách nào."),
            _("Người không đếm thì không làm chứng được cho con số."),
            (Tool.LIBRARY,),
        ),
        Step(
            "units",
            _("Xem đơn vị, dấu chấm phẩy, và đổi về cùng một đơn vị."),
            _("Sai một dấu phẩy là sai mười lần."),
            (Tool.UNITS,),
        ),
        Step(
            "moment",
            _("Ghi số tính tới mấy giờ, ngày nào; tìm bản mới hơn."),
            _("Bản tin thiên tai sửa số nhiều lần trong ngày."),
            (Tool.OFFICIAL, Tool.PUBLISHED),
        ),
        Step(
            "compare",
            _("So với mức thường: cùng kỳ năm trước, cùng nơi, trên bao nhiêu người."),
            _("Một con số đứng một mình làm người ta sợ hoặc yên tâm nhầm."),
            (Tool.LIBRARY,),
        ),
        Step(
            "ask",
            _("Hỏi nơi đếm: số này có đúng là của họ, có bản sửa nào chưa."),
            _("Chỉ họ biết con số nào còn dùng được hôm nay."),
            (Tool.CONTACT,),
        ),
        Step(
            "keep",
            _("Lưu bảng số kèm giờ công bố."),
            _("Trang số liệu hay bị ghi đè bằng bản mới."),
            (Tool.CAPTURE, Tool.EVIDENCE),
        ),
    ),
)
