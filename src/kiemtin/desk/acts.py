"""What can stand in the desk's own book: every act by its code, with the words that tell it.

`%(object)s` is the number of the record it was done on; other names are details of the entry.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Act(TextChoices):
    """An act of a person of the desk, or of the machine on its own."""

    MESSAGE_ENTERED = "message.entered", _("nhập tin %(object)s thay người hỏi")
    MESSAGES_IMPORTED = (
        "messages.imported",
        _("nhập một tệp: %(new)s tin mới, %(known)s đã có, %(bad)s dòng lỗi"),
    )
    MESSAGE_ATTACHED = "message.attached", _("gộp tin %(object)s vào tin đồn %(rumour)s")
    MESSAGE_CLOSED = "message.closed", _("cất tin %(object)s khỏi hộp thư đến")
    MESSAGE_REOPENED = "message.reopened", _("đưa tin %(object)s về hộp thư đến")
    MESSAGE_DIVIDED = "message.divided", _("tách tin %(object)s thành %(parts)s điều")
    MESSAGE_PUT_TOGETHER = "message.put_together", _("gộp lại các phần của tin %(object)s")
    MESSAGE_TAKEN_OUT = "message.taken_out", _("lấy tin %(object)s ra khỏi tin đồn %(rumour)s")
    MESSAGE_PUT_BACK = "message.put_back", _("trả tin %(object)s về tin đồn %(rumour)s")
    ADDRESS_READ = "address.read", _("xem địa chỉ trả lời của tin %(object)s")
    ASKER_CALLED = "asker.called", _("báo cho người gửi tin %(object)s, địa chỉ được xoá")
    RUMOUR_OPENED = "rumour.opened", _("mở tin đồn %(object)s")
    RUMOUR_ASSESSED = "rumour.assessed", _("đánh giá tin đồn %(object)s")
    RUMOUR_NOT_CHECKABLE = (
        "rumour.not_checkable",
        _("đưa tin đồn %(object)s ra khỏi diện kiểm chứng"),
    )
    RUMOUR_TAKEN = "rumour.taken", _("giao tin đồn %(object)s cho người giữ")
    RUMOUR_LAID_BACK = "rumour.laid_back", _("trả tin đồn %(object)s lại bảng")
    RUMOUR_MERGED = "rumour.merged", _("gộp tin đồn %(object)s vào tin đồn %(into)s")
    RUMOUR_TAKEN_APART = "rumour.taken_apart", _("tách tin đồn %(object)s khỏi tin đồn %(into)s")
    EVIDENCE_ADDED = "evidence.added", _("thêm bằng chứng %(object)s cho tin đồn %(rumour)s")
    EVIDENCE_COPIED = "evidence.copied", _("lưu bản sao của bằng chứng %(object)s")
    EVIDENCE_REMOVED = "evidence.removed", _("bỏ bằng chứng %(object)s của tin đồn %(rumour)s")
    CAPTURE_ASKED = "capture.asked", _("lưu một trang (số %(object)s) cho tin đồn %(rumour)s")
    CAPTURE_LOOKED = "capture.looked", _("xem lại trang gốc của bản lưu %(object)s")
    CAPTURE_REMOVED = "capture.removed", _("bỏ bản lưu trang %(object)s của tin đồn %(rumour)s")
    SOURCE_ADDED = "source.added", _("chọn nguồn tin %(object)s để đọc")
    SOURCE_CHANGED = "source.changed", _("sửa nguồn tin %(object)s")
    SOURCE_STOPPED = "source.stopped", _("dừng đọc nguồn tin %(object)s")
    SOURCE_RESUMED = "source.resumed", _("đọc lại nguồn tin %(object)s")
    SOURCE_FILED = (
        "source.filed",
        _("nạp một tệp vào nguồn tin %(object)s: %(new)s bài mới, %(changed)s bài đã đổi"),
    )
    SUGGESTION_LEFT = (
        "suggestion.left",
        _("xếp gợi ý %(object)s là không liên quan tới tin đồn %(rumour)s"),
    )
    SUGGESTION_BACK = (
        "suggestion.back",
        _("đưa gợi ý %(object)s trở lại bên tin đồn %(rumour)s"),
    )
    CONTACT_NOTED = "contact.noted", _("ghi lần hỏi cơ quan %(object)s cho tin đồn %(rumour)s")
    CONTACT_ANSWERED = (
        "contact.answered",
        _("ghi câu trả lời cho lần hỏi %(object)s ở tin đồn %(rumour)s"),
    )
    IDENTIFIER_MARKED = (
        "identifier.marked",
        _("đánh dấu số hoặc địa chỉ %(object)s là điều được đồn trong tin đồn %(rumour)s"),
    )
    LIST_TAKEN = (
        "check_list.taken",
        _("lấy danh sách bước kiểm chứng %(kind)s cho tin đồn %(rumour)s"),
    )
    STEP_NOTED = (
        "check_list.noted",
        _("ghi bước %(kind)s/%(step)s của tin đồn %(rumour)s (%(state)s)"),
    )
    STEP_UNDONE = (
        "check_list.undone",
        _("bỏ điều đã ghi ở bước %(kind)s/%(step)s của tin đồn %(rumour)s"),
    )
    LIST_CLOSED = (
        "check_list.closed",
        _("cất danh sách bước kiểm chứng %(kind)s của tin đồn %(rumour)s"),
    )
    CONFLICT_DECLARED = "conflict.declared", _("khai lợi ích liên quan ở tin đồn %(object)s")
    DRAFT_BEGUN = "draft.begun", _("mở bản thảo %(object)s cho tin đồn %(rumour)s")
    DRAFT_SAVED = "draft.saved", _("sửa bản thảo %(object)s (lần sửa %(revision)s)")
    DRAFT_SUBMITTED = "draft.submitted", _("gửi duyệt bản thảo %(object)s")
    DRAFT_APPROVED = "draft.approved", _("ký duyệt bản thảo %(object)s (lần sửa %(revision)s)")
    DRAFT_SIGNED_OFF = (
        "draft.signed_off",
        _("ký phát ngôn bản thảo %(object)s (lần sửa %(revision)s)"),
    )
    DRAFT_RETURNED = "draft.returned", _("trả lại bản thảo %(object)s")
    VERSION_PUBLISHED = (
        "version.published",
        _("công bố bản %(number)s của bài kiểm chứng %(object)s"),
    )
    HOLDING_PUBLISHED = (
        "holding_line.published",
        _("công bố thông báo tạm thời %(object)s cho tin đồn %(rumour)s"),
    )
    BROADCAST_ORDERED = (
        "broadcast.ordered",
        _("cho chuyển bản tin %(object)s tới các xã, mức %(priority)s"),
    )
    BROADCAST_STOPPED = "broadcast.stopped", _("dừng chuyển bản tin %(object)s")
    BROADCAST_REMINDED = (
        "broadcast.reminded",
        _("nhắc về bản tin %(object)s: %(sendings)s tin nhắc"),
    )
    BROADCAST_NOTED = (
        "broadcast.noted",
        _("ghi lời tuyên truyền viên %(communicator)s về bản tin %(object)s"),
    )
    SENDING_AGAIN = (
        "sending.again",
        _("gửi lại %(count)s tin kẹt ở kênh %(channel)s (%(kind)s, %(error)s)"),
    )
    HOURS_SET = "hours.set", _("đặt giờ giấc %(object)s")
    HOURS_UNSET = "hours.unset", _("bỏ giờ giấc riêng %(object)s")
    TRANSLATION_WRITTEN = (
        "translation.written",
        _("viết bản dịch %(object)s của bài kiểm chứng %(fact_check)s"),
    )
    TRANSLATION_CHECKED = (
        "translation.checked",
        _("đối chiếu bản dịch %(object)s của bài kiểm chứng %(fact_check)s"),
    )
    TRANSLATION_RETURNED = (
        "translation.returned",
        _("trả lại bản dịch %(object)s của bài kiểm chứng %(fact_check)s"),
    )
    RECORDING_HEARD = "recording.heard", _("nghe bản ghi âm %(object)s của tuyên truyền viên")
    RECORDING_ADOPTED = (
        "recording.adopted",
        _("dùng bản ghi âm %(object)s của tuyên truyền viên làm bản dịch %(translation)s"),
    )
    RECORDING_WRITTEN = "recording.written", _("ghi lời trong bản ghi âm %(object)s thành tin")
    RECORDING_REMOVED = "recording.removed", _("xoá bản ghi âm %(object)s của tuyên truyền viên")
    OBJECTION_ANSWERED = "objection.answered", _("trả lời phản hồi %(object)s")
    OBJECTION_NOTED = "objection.noted", _("nói thêm dưới câu trả lời phản hồi %(object)s")
    OBJECTION_HELD_BACK = (
        "objection.held_back",
        _("đổi việc hiển thị lời của phản hồi %(object)s (%(why)s)"),
    )
    CONTESTED_REVIEWED = (
        "contested.reviewed",
        _("xem lại bài mà chỉ một phía người đọc thấy có ích (số %(object)s)"),
    )
    ERASURE_ASKED = "erasure.asked", _("xin xoá nội dung của mục %(entry)s trong sổ công khai")
    ERASURE_TAKEN_BACK = (
        "erasure.taken_back",
        _("bỏ yêu cầu xoá nội dung của mục %(entry)s trong sổ công khai"),
    )
    ERASURE_DONE = "erasure.done", _("xoá nội dung của mục %(entry)s trong sổ công khai")
    KEY_CHANGED = "key.changed", _("khoá ký thứ %(object)s của bàn bắt đầu dùng (%(change)s)")
    DESK_FOUNDED = "desk.founded", _("lập bàn %(object)s")
    DESK_DESCRIBED = "desk.described", _("sửa phần kinh phí, quản lý của bàn %(object)s")
    PERSON_ADDED = "person.added", _("thêm tài khoản %(object)s")
    PERSON_ROLES = "person.roles", _("đổi vai trò của tài khoản %(object)s")
    PERSON_CLOSED = "person.closed", _("đóng tài khoản %(object)s")
    PERSON_REOPENED = "person.reopened", _("mở lại tài khoản %(object)s")
    COMMUNICATOR_INVITED = "communicator.invited", _("mời tuyên truyền viên %(object)s")
    COMMUNICATOR_INVITED_AGAIN = (
        "communicator.invited_again",
        _("đưa mã mời mới cho tuyên truyền viên %(object)s"),
    )
    COMMUNICATOR_JOINED = (
        "communicator.joined",
        _("tuyên truyền viên %(object)s nhận lời mời trên một điện thoại"),
    )
    COMMUNICATOR_ENDED = "communicator.ended", _("cho tuyên truyền viên %(object)s nghỉ")
    COMMUNICATOR_LEFT = "communicator.left", _("tuyên truyền viên %(object)s tự nghỉ")
    SIGNED_IN = "signed.in", _("đăng nhập")
    SIGNED_OUT = "signed.out", _("đăng xuất")
    SECOND_FACTOR_FAILED = "second_factor.failed", _("nhập sai yếu tố thứ hai")
    SECOND_FACTOR_ADDED = "second_factor.added", _("thêm một yếu tố thứ hai")
    SECOND_FACTOR_REMOVED = "second_factor.removed", _("gỡ một yếu tố thứ hai")
    PASSWORD_CHANGED = "password.changed", _("đổi mật khẩu")


class Area(TextChoices):
    """What an act is about, for whoever looks for one."""

    MESSAGES = "messages", _("Tin đến")
    RUMOURS = "rumours", _("Tin đồn và bằng chứng")
    TEXTS = "texts", _("Bản thảo và công bố")
    REACH = "reach", _("Chuyển tin và bản dịch")
    READERS = "readers", _("Phản hồi của người đọc")
    PEOPLE = "people", _("Người và bàn")
    SIGN_IN = "sign_in", _("Đăng nhập")


NOUNS = {
    Area.MESSAGES: ("message", "messages", "address", "asker"),
    Area.RUMOURS: (
        *("rumour", "evidence", "capture", "source", "suggestion", "contact", "identifier"),
        *("check_list", "conflict"),
    ),
    Area.TEXTS: ("draft", "version", "holding_line", "erasure"),
    Area.REACH: ("broadcast", "hours", "translation", "sending", "recording"),
    Area.READERS: ("objection", "rating", "contested"),
    Area.PEOPLE: ("desk", "person", "communicator", "key"),
    Area.SIGN_IN: ("signed", "second_factor", "password"),
}
"""The first word of an act's code, by what it is about."""


def acts_of(area: Area) -> list[str]:
    """The codes of the acts of an area."""
    return [act.value for act in Act if act.value.split(".")[0] in NOUNS[area]]
