"""Steps for a picture or a video: most are real and only the words beside them are wrong."""

from django.utils.translation import gettext_lazy as _

from kiemtin.desk.checklists.shape import Step, Steps
from kiemtin.desk.checklists.tools import Tool
from kiemtin.desk.words_evidence import CheckKind

STEPS = Steps(
    kind=CheckKind.PICTURE,
    primary=_(
        "Bản gốc từ người chụp hay quay, kèm lời họ nói chụp ở đâu, lúc nào; hoặc bản đăng sớm "
        "nhất có ngày, của nơi chịu trách nhiệm về ảnh (hãng tin, cơ quan). Ảnh giống hệt ở một "
        "trang khác chỉ cho biết ảnh không mới."
    ),
    traps=(
        _("Ảnh thật, chuyện khác: ảnh của năm trước hay tỉnh khác được gắn lời mới."),
        _("Không tìm thấy bản cũ không có nghĩa là ảnh mới."),
        _("Ảnh nào qua ứng dụng nhắn tin cũng bị nén lại; dấu nén không phải dấu sửa."),
        _("Ngày trong tệp là ngày của máy chụp, có khi đặt sai."),
    ),
    stop=_(
        "Khi chưa rõ ảnh chụp ở đâu và lúc nào, mà người chụp không trả lời hoặc không tìm ra: "
        "viết “chưa đủ căn cứ”, nói rõ điều đã biết và điều còn thiếu."
    ),
    steps=(
        Step(
            "original",
            _("Xin bản đầu tiên mà người gửi nhận được, ở cỡ lớn nhất."),
            _("Mỗi lần chuyển tiếp, ảnh bị nén, bị cắt và mất thông tin kèm tệp."),
            (Tool.SEEN, Tool.EVIDENCE),
        ),
        Step(
            "words",
            _("Ghi ra điều được nói về ảnh: ở đâu, khi nào, việc gì; đọc cả chữ trên ảnh."),
            _(
                "Phần lớn ảnh gây hiểu lầm là ảnh thật gắn lời sai: cái cần kiểm chứng là lời đi "
                "kèm."
            ),
            (Tool.OCR,),
        ),
        Step(
            "earlier",
            _("Tìm lần ảnh xuất hiện sớm hơn, ở bàn mình và ở nhóm kiểm chứng khác."),
            _("Một bản đăng có ngày sớm hơn sự việc là đủ để bác lời gắn vào ảnh."),
            (Tool.APPEARED, Tool.PUBLISHED, Tool.FOREIGN),
        ),
        Step(
            "metadata",
            _("Xem thông tin kèm tệp và chứng nhận xuất xứ (C2PA)."),
            _(
                "Tên máy, giờ chụp, phần mềm cho thêm manh mối; thiếu chúng thì không chứng minh "
                "được gì."
            ),
            (Tool.METADATA,),
        ),
        Step(
            "place",
            _("Tìm nơi chụp: biển hiệu, cầu, dáng núi, cột mốc; so với ảnh chắc chắn của nơi đó."),
            _("Nơi là điều dễ bị gán sai nhất, và cũng dễ thấy nhất khi so cạnh nhau."),
            (Tool.PLACES, Tool.OCR, Tool.LIBRARY),
        ),
        Step(
            "time",
            _("Tìm lúc chụp: bóng nắng, mực nước, cây lá, áo quần; so với thời tiết hôm ấy."),
            _("Ảnh mưa lũ năm trước thường quay lại mỗi mùa mưa."),
            (Tool.OFFICIAL, Tool.LIBRARY),
        ),
        Step(
            "edits",
            _("Nhìn kỹ dấu cắt ghép hay do máy vẽ: bàn tay, chữ méo, bóng nước, mảng lặp lại."),
            _("Máy chỉ gợi ý chỗ cần nhìn; một dấu hiệu riêng lẻ không đủ để kết luận."),
            (Tool.HINTS,),
        ),
        Step(
            "ask",
            _("Hỏi người chụp, hoặc người đang ở nơi đó: ảnh của ai, chụp lúc nào."),
            _("Người ở gần thấy ngay điều mà người ở xa đoán mãi không ra."),
            (Tool.CONTACT,),
        ),
        Step(
            "keep",
            _("Lưu trang đăng và ảnh, đánh dấu ảnh đang lan truyền."),
            _(
                "Bài đăng hay bị xoá trong vài giờ; không có bản lưu thì không còn gì để cho "
                "người đọc xem."
            ),
            (Tool.CAPTURE, Tool.EVIDENCE),
        ),
    ),
)
