"""The words of the desk, one word for one thing: codes stored in the database, Vietnamese on the
page.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a person may do at a desk and the desks below it."""

    COMMUNICATOR = "communicator", _("tuyên truyền viên")
    CHECKER = "checker", _("người kiểm chứng")
    REVIEWER = "reviewer", _("người duyệt")
    SPOKESPERSON = "spokesperson", _("người phát ngôn")
    TRANSLATOR = "translator", _("người dịch")
    ADMINISTRATOR = "administrator", _("quản trị")


class Verdict(TextChoices):
    """What the desk says of a claim; lack of evidence is unproven, never false."""

    TRUE = "true", _("Đúng")
    MOSTLY_TRUE = "mostly_true", _("Đúng phần lớn")
    MISLEADING = "misleading", _("Gây hiểu lầm")
    FALSE = "false", _("Sai")
    UNPROVEN = "unproven", _("Chưa đủ căn cứ")


class Subject(TextChoices):
    """What kind of thing a rumour is about."""

    FLOOD = "flood", _("Lũ, ngập")
    DAM = "dam", _("Đập, hồ chứa")
    LANDSLIDE = "landslide", _("Sạt lở")
    STORM = "storm", _("Bão, thời tiết")
    RELIEF_SCAM = "relief_scam", _("Giả mạo cứu trợ")
    SCAM = "scam", _("Lừa đảo")
    BANK = "bank", _("Ngân hàng")
    HEALTH = "health", _("Sức khoẻ")
    SCHOOL = "school", _("Trường học")
    TRAFFIC = "traffic", _("Giao thông")
    UTILITY = "utility", _("Điện, nước, mạng")
    OTHER = "other", _("Khác")


class Claimant(TextChoices):
    """What kind of actor makes a claim; a kind, never who."""

    UNKNOWN = "unknown", _("Chưa rõ")
    PUBLIC = "public", _("Người dân")
    POSING = "posing", _("Trang, tài khoản mạo danh một cơ quan")
    NEWS = "news", _("Báo, đài, trang tin")
    COMPANY = "company", _("Doanh nghiệp")
    ASSOCIATION = "association", _("Hội, nhóm, tổ chức")
    BODY = "body", _("Cơ quan nhà nước")


class HeardVia(TextChoices):
    """How what was heard reached the person who asks; never from whom."""

    WORD_OF_MOUTH = "word_of_mouth", _("Nghe kể")
    PHONE_CALL = "phone_call", _("Gọi điện")
    SMS = "sms", _("Tin nhắn SMS")
    ZALO = "zalo", _("Zalo")
    FACEBOOK = "facebook", _("Facebook")
    TIKTOK = "tiktok", _("TikTok")
    WEBSITE = "website", _("Trang web")
    LOUDSPEAKER = "loudspeaker", _("Loa truyền thanh")
    PAPER = "paper", _("Giấy, tờ rơi")
    OTHER = "other", _("Cách khác")


class MessageState(TextChoices):
    """Where a message stands."""

    INBOX = "inbox", _("Chờ xem")
    ATTACHED = "attached", _("Đã gộp vào một tin đồn")
    NOT_CHECKABLE = "not_checkable", _("Không thuộc diện kiểm chứng")
    SET_ASIDE = "set_aside", _("Không có gì để kiểm chứng")
    DIVIDED = "divided", _("Đã tách")


class RumourState(TextChoices):
    """Where a rumour stands."""

    NEW = "new", _("Mới")
    CHECKING = "checking", _("Đang kiểm tra")
    PUBLISHED = "published", _("Đã công bố")
    NOT_CHECKABLE = "not_checkable", _("Không thuộc diện kiểm chứng")
    MERGED = "merged", _("Đã gộp")


class NotCheckable(TextChoices):
    """Why a statement gets no verdict, no priority and no page."""

    OPINION = "opinion", _("là ý kiến hoặc nhận xét")
    CRITICISM = "criticism", _("là phê bình hoặc góp ý")
    COMPLAINT = "complaint", _("là phản ánh, kiến nghị")
    WISH = "wish", _("là mong muốn")
    PREDICTION = "prediction", _("là dự đoán")
    BELIEF = "belief", _("là niềm tin, tín ngưỡng")
    SATIRE = "satire", _("là chuyện đùa, châm biếm")
    POLITICAL = "political", _("là quan điểm chính trị")


class Level(TextChoices):
    """How fast an answer is due."""

    RED = "red", _("Đỏ")
    AMBER = "amber", _("Vàng")
    GREEN = "green", _("Xanh")


class Stance(TextChoices):
    """What a piece of evidence says of the claim."""

    FOR = "for", _("Ủng hộ")
    AGAINST = "against", _("Bác bỏ")
    CONTEXT = "context", _("Bối cảnh")


class EvidenceKind(TextChoices):
    """How near a source stands to the fact."""

    PRIMARY = "primary", _("Nguồn gốc (đo đạc, văn bản, người có mặt)")
    SECONDARY = "secondary", _("Nguồn thuật lại")


class ApprovalKind(TextChoices):
    """The two signatures that a version needs."""

    REVIEW = "review", _("Duyệt")
    SIGN_OFF = "sign_off", _("Ký phát ngôn")


class VersionKind(TextChoices):
    """Why a version exists."""

    FIRST = "first", _("Công bố lần đầu")
    AMENDMENT = "amendment", _("Đính chính của bàn")
    UPDATE = "update", _("Cập nhật")
    WITHDRAWAL = "withdrawal", _("Rút lại")


class Decision(TextChoices):
    """What was decided of a message against a known claim, by the machine or a person."""

    SAME = "same", _("Cùng một tin")
    MAYBE = "maybe", _("Có thể cùng tin")
    NEW = "new", _("Tin mới")


class ObjectionOutcome(TextChoices):
    """How the desk answered an objection."""

    ACCEPTED = "accepted", _("Chấp nhận, sẽ đính chính")
    REFUSED = "refused", _("Không chấp nhận, có lý do")


class ObjectionKind(TextChoices):
    """What somebody brings against or for a fact-check."""

    WRONG = "wrong", _("Bài sai hoặc thiếu")
    EVIDENCE = "evidence", _("Tôi có bằng chứng mới")
    CONCERNED = "concerned", _("Tôi trả lời thay người, cơ quan được bài nói đến")


class HeldBack(TextChoices):
    """Why the words of an objection are not shown; that it came and its answer always are."""

    ABUSE = "abuse", _("lời lẽ xúc phạm")
    PRIVATE = "private", _("có dữ liệu riêng tư của một người")
    ADVERTISING = "advertising", _("quảng cáo, không nói về bài")


class About(TextChoices):
    """Whom a claim is about; "" in what was written before this was asked."""

    BODY = "body", _("Một cơ quan, tổ chức, doanh nghiệp hoặc người nói với tư cách chức vụ")
    PRIVATE = "private", _("Một cá nhân (không bao giờ nêu tên)")
    NOBODY = "nobody", _("Không về ai cụ thể")


class NotAsked(TextChoices):
    """Why whom a claim is about was not offered a reply before publication."""

    LIFE_SAFETY = "life_safety", _("Liên quan tính mạng, không thể chờ")
    ENDANGERS = "endangers", _("Hỏi có thể gây nguy hiểm cho một người")


class Asking(TextChoices):
    """What for the desk turned to somebody."""

    CHECK = "check", _("Hỏi để kiểm chứng")
    REPLY = "reply", _("Mời cơ quan, tổ chức được tin nói đến trả lời")
    PRIVATE = "private", _("Mời một cá nhân được tin nói đến trả lời (không ghi tên)")


class JobState(TextChoices):
    """Where a job of the outbox stands."""

    QUEUED = "queued", _("Chờ")
    RUNNING = "running", _("Đang chạy")
    DONE = "done", _("Xong")
    FAILED = "failed", _("Lỗi")


class KeyEnd(TextChoices):
    """Why a key of the desk is no longer in force."""

    ROTATED = "rotated", _("thay theo lịch")
    LOST = "lost", _("mất khoá")
    REVOKED = "revoked", _("thu hồi, có thể đã lộ")


class Helpful(TextChoices):
    """What a reader says of a fact-check."""

    YES = "helpful", _("Có ích")
    SOMEWHAT = "somewhat", _("Có ích một phần")
    NO = "not", _("Không có ích")


class RatingReason(TextChoices):
    """Why a reader found it so; never what is in the reader's mind about the subject."""

    CLEAR = "clear", _("Dễ hiểu")
    ANSWERED = "answered", _("Trả lời đúng điều tôi hỏi")
    EVIDENCE = "evidence", _("Chứng cứ tốt")
    HARD = "hard", _("Khó hiểu")
    WEAK = "weak", _("Chứng cứ yếu")
    MISSING = "missing", _("Thiếu điều tôi hỏi")
    OUTDATED = "outdated", _("Đã cũ")
    ONE_SIDED = "one_sided", _("Nghe như chỉ một phía")


class Reception(TextChoices):
    """What readers of different views make of a version."""

    HELPFUL = "helpful", _("Người đọc nhiều phía thấy có ích")
    NOT_HELPFUL = "not_helpful", _("Người đọc nhiều phía thấy không có ích")
    CONTESTED = "contested", _("Chỉ một phía người đọc thấy có ích")
    TOO_FEW = "too_few", _("Chưa đủ ý kiến")
