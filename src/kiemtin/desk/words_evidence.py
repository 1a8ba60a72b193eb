"""The words of evidence: what became of a link or a file, chosen sources, what is checked."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CaptureState(TextChoices):
    """Where the copy of a web page stands."""

    WAITING = "waiting", _("Đang lấy")
    KEPT = "kept", _("Đã lưu")
    REFUSED = "refused", _("Không lưu được")


class Link(TextChoices):
    """What an address that was captured shows at a later look; "" before the first."""

    SAME = "same", _("Trang vẫn như bản lưu")
    CHANGED = "changed", _("Trang đã đổi nội dung")
    MOVED = "moved", _("Trang đã chuyển sang địa chỉ khác")
    GONE = "gone", _("Trang không còn nữa")
    HIDDEN = "hidden", _("Trang không cho xem nữa")
    SILENT = "silent", _("Trang không trả lời")


class ReadingState(TextChoices):
    """Whether a file was looked into."""

    WAITING = "waiting", _("Đang đọc")
    READ = "read", _("Đã đọc")
    REFUSED = "refused", _("Không đọc được")


class PrintKind(TextChoices):
    """What a fingerprint was taken of."""

    PICTURE = "picture", _("Ảnh")
    FRAME = "frame", _("Khung hình của video")
    PAGE = "page", _("Trang của tài liệu")
    SOUND = "sound", _("Âm thanh")


class SourceKind(TextChoices):
    """Who speaks in a chosen source."""

    OFFICIAL = "official", _("Cơ quan nhà nước")
    AGENCY = "agency", _("Hãng thông tấn")
    NEWS = "news", _("Báo, đài")
    SCIENCE = "science", _("Cơ quan chuyên môn, khoa học")
    FACT_CHECK = "fact-check", _("Nhóm kiểm chứng khác")


class SourceShape(TextChoices):
    """How a chosen source is read."""

    FEED = "feed", _("RSS hoặc Atom")
    SITEMAP = "sitemap", _("Sơ đồ trang (sitemap)")
    CLAIM_REVIEW = "claimreview", _("Bài kiểm chứng (ClaimReview)")
    FILE = "file", _("Tệp tải lên")


class CheckKind(TextChoices):
    """What is being checked, each kind with its own list of steps."""

    PICTURE = "picture", _("Ảnh, video")
    QUOTE = "quote", _("Lời được cho là của ai")
    DOCUMENT = "document", _("Văn bản, công văn")
    NUMBER = "number", _("Con số, thống kê")
    SCAM = "scam", _("Trang hoặc tin lừa đảo")
    WARNING = "warning", _("Cảnh báo thiên tai")


class StepState(TextChoices):
    """What became of one step of a list."""

    DONE = "done", _("Đã làm")
    NOTHING = "nothing", _("Đã làm, không thấy gì")
    IMPOSSIBLE = "impossible", _("Không làm được")
    NOT_NEEDED = "not_needed", _("Không cần ở tin này")
