"""The fixed words of the texts that go out, in Vietnamese and in English."""

from datetime import date, datetime, timedelta, timezone
from types import MappingProxyType

from kiemtin.refusal import Say

# Vietnam has had this one zone, without summer time, since 1975.
_VIETNAM = timezone(timedelta(hours=7))

PHRASES = MappingProxyType(
    {
        "said": Say(
            "Có tin đồn rằng: “{said}” – {verdict}.", "A rumour says: “{said}” – {verdict}."
        ),
        "unproven": Say(
            "Có tin đồn rằng: “{said}” – chưa đủ căn cứ để nói đúng hay sai.",
            "A rumour says: “{said}” – there is not enough evidence to call it true or false.",
        ),
        "checking": Say(
            "Có tin đồn rằng: “{said}” – đang được kiểm tra.",
            "A rumour says: “{said}” – it is being checked.",
        ),
        "withdrawn": Say(
            "{desk} rút lại kết luận trước đây về tin này: {what_was_wrong}",
            "{desk} withdraws what it said about this before: {what_was_wrong}",
        ),
        "amended": Say(
            "Đính chính bản trước của chúng tôi: {what_was_wrong}",
            "We correct our earlier version: {what_was_wrong}",
        ),
        "todo": Say("Nên làm: {todo}", "What to do: {todo}"),
        "again": Say("Xin nhắc lại: {fact}", "Once more: {fact}"),
        "sources": Say("Nguồn: {sources}.", "Sources: {sources}."),
        "more_sources": Say("và {count} nguồn khác", "and {count} more"),
        "checked": Say("Kiểm chứng lúc {moment}", "Checked at {moment}"),
        "drill": Say(
            "DIỄN TẬP – không phải tin thật, đừng làm theo.",
            "DRILL – this is not real, do not act on it.",
        ),
        "title_drill": Say("DIỄN TẬP: {text}", "DRILL: {text}"),
        "told": Say("Thông báo lúc {moment}", "Announced at {moment}"),
        "place": Say("nơi: {place}", "place: {place}"),
        "from": Say("có giá trị từ {day}", "valid from {day}"),
        "until": Say("có giá trị đến hết {day}", "valid until {day}"),
        "next": Say("cập nhật tiếp lúc {moment}", "next update at {moment}"),
        "signed": Say("{desk}: {url}", "{desk}: {url}"),
        "title_first": Say("{text}", "{text}"),
        "title_amendment": Say("Đính chính: {text}", "Corrected: {text}"),
        "title_update": Say("Cập nhật: {text}", "Updated: {text}"),
        "title_withdrawal": Say("Rút lại kết luận: {text}", "Verdict withdrawn: {text}"),
        "answer": Say("Điều bạn hỏi đã được kiểm chứng:", "What you asked about has been checked:"),
        "answer_again": Say(
            "Câu trả lời trước cho bạn đã thay đổi:", "The answer that you got before has changed:"
        ),
        "answer_checking": Say(
            "Điều bạn hỏi đang được kiểm tra:", "What you asked about is being checked:"
        ),
    }
)


def phrase(name: str, language: str, **values: object) -> str:
    """Return a phrase in "en" or else in Vietnamese, filled in."""
    said = PHRASES[name]
    return (said.en if language == "en" else said.vi).format(**values)


def day(value: date) -> str:
    """Return a date as 22/11/2026."""
    return value.strftime("%d/%m/%Y")


def moment(value: datetime) -> str:
    """Return a time in Vietnam as 22/11/2026 14:05."""
    return value.astimezone(_VIETNAM).strftime("%d/%m/%Y %H:%M")
