"""The words of reaching people: languages, forms, channels' states, what a communicator did."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Language(TextChoices):
    """A language a bulletin may speak, by ISO 639-3; Vietnamese is the text the others follow."""

    VIETNAMESE = "vie", _("Tiếng Việt")
    ENGLISH = "eng", _("Tiếng Anh")
    HMONG = "hmn", _("Mông")
    HMONG_LENG = "hmv", _("Mông Đơ, Mông Đu")
    HMONG_DAW = "mww", _("Mông Trắng")
    HMONG_NJUA = "hnj", _("Mông Lềnh")
    IU_MIEN = "ium", _("Dao")
    KIM_MUN = "mji", _("Dao Quần Trắng, Dao Áo Dài")
    TAY = "tyz", _("Tày")
    NUNG = "nut", _("Nùng")
    GIAY = "pcc", _("Giáy, Bố Y")
    HANI = "hni", _("Hà Nhì")
    PHULA = "phh", _("Phù Lá")
    THAI_DAM = "blt", _("Thái Đen")
    THAI_HANG = "twh", _("Thái Trắng")
    MUONG = "mtq", _("Mường")
    LA_HA = "lha", _("La Ha")


class Script(TextChoices):
    """How a language is written, by ISO 15924 and a variant; a recording needs none."""

    VIETNAMESE = "Latn-vi", _("Chữ Việt")
    RPA = "Latn-rpa", _("Chữ Mông quốc tế (RPA)")
    HMONG_VN = "Latn-hmvn", _("Chữ Mông Việt Nam")
    LATIN = "Latn", _("Chữ La-tinh khác")
    TAI_VIET = "Tavt", _("Chữ Thái")
    NONE = "Zxxx", _("Chỉ ghi âm, không viết")


class Priority(TextChoices):
    """How soon a bulletin is read out (Circular 39/2020); urgent plays at once, also at night."""

    NORMAL = "normal", _("thường")
    FIRST = "first", _("ưu tiên")
    URGENT = "urgent", _("khẩn cấp")


class SendingKind(TextChoices):
    """What is being sent."""

    ANSWER = "answer", _("Trả lời người hỏi")
    BROADCAST = "broadcast", _("Bản tin cho tuyên truyền viên")
    SUBSCRIBED = "subscribed", _("Bản tin cho người đăng ký")
    REMINDER = "reminder", _("Nhắc việc")
    REPLY = "reply", _("Lời đáp của bàn")


class SendingState(TextChoices):
    """Where a sending stands; uncertain is said as it is and never tried again by itself."""

    QUEUED = "queued", _("Chờ gửi")
    SENDING = "sending", _("Đang gửi")
    SENT = "sent", _("Đã gửi")
    UNCERTAIN = "uncertain", _("Không rõ đã tới chưa")
    FAILED = "failed", _("Không gửi được")
    STOPPED = "stopped", _("Đã dừng")


class Done(TextChoices):
    """What a communicator did with a bulletin."""

    RECEIVED = "received", _("Đã nhận")
    READ_ALOUD = "read_aloud", _("Đã đọc")
    POSTED = "posted", _("Đã dán")


class FormKind(TextChoices):
    """A form of a bulletin that is made once and kept as a file."""

    AUDIO_NORTH = "audio_north", _("Âm thanh, giọng Bắc")
    AUDIO_CENTRAL = "audio_central", _("Âm thanh, giọng Trung")
    AUDIO_SOUTH = "audio_south", _("Âm thanh, giọng Nam")
