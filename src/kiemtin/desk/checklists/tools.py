"""The tools of the product that help with a step, by code; where each is found, the pages know."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Tool(TextChoices):
    """What a step can be done with, in the words of a link."""

    EVIDENCE = "evidence", _("Thêm bằng chứng kèm bản lưu")
    CONTACT = "contact", _("Ghi lần liên hệ")
    IDENTIFIER = "identifier", _("Giữ lại một số là điều được đồn")
    SEEN = "seen", _("Xem những tin nhắc lại")
    HOLDING = "holding", _("Soạn thông báo tạm thời")
    PUBLISHED = "published", _("Tìm bài đã công bố")
    LOG = "log", _("Tìm trong nhật ký công khai")
    OFFICIAL = "official", _("Xem thông báo chính thức mới nhận")
    PLACES = "places", _("Tra tên nơi, tên cũ và mới")
    CAPTURE = "capture", _("Lưu trang web")
    APPEARED = "appeared", _("Xem ảnh từng xuất hiện ở đâu")
    OCR = "ocr", _("Đọc chữ trong ảnh")
    METADATA = "metadata", _("Xem thông tin kèm tệp và C2PA")
    HINTS = "hints", _("Xem gợi ý cắt ghép, nén lại")
    LIBRARY = "library", _("Tìm trong thư viện nguồn")
    FOREIGN = "foreign", _("Xem bài kiểm chứng của nơi khác")
    DOMAINS = "domains", _("So tên miền với nơi thật")
    PATTERNS = "patterns", _("So với mẫu lừa đảo đã biết")
    UNITS = "units", _("Đọc số và đổi đơn vị")
