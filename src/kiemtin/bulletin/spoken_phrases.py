"""The fixed words of what is read aloud; each is a sentence or ends with what it introduces."""

from types import MappingProxyType

from kiemtin.refusal import Say

SPOKEN = MappingProxyType(
    {
        "drill": Say("Đây là diễn tập, không phải tin thật.", "This is a drill, it is not real."),
        "urgent": Say("Thông báo khẩn cấp.", "Emergency announcement."),
        "first": Say("Thông báo ưu tiên.", "Priority announcement."),
        "opening": Say("{desk} thông báo.", "This is {desk}."),
        "place": Say("Tin dành cho bà con {place}.", "This is for people in {place}."),
        "true": Say("Có tin nói rằng {said}. Tin này đúng.", "It is said that {said}. It is true."),
        "mostly_true": Say(
            "Có tin nói rằng {said}. Tin này đúng phần lớn.",
            "It is said that {said}. It is mostly true.",
        ),
        "misleading": Say(
            "Có tin đồn gây hiểu lầm, nói rằng {said}. Tin này dễ hiểu sai.",
            "A misleading rumour says that {said}. Do not be misled.",
        ),
        "false": Say(
            "Có tin đồn sai, nói rằng {said}. Điều đó không đúng.",
            "A false rumour says that {said}. It is not true.",
        ),
        "unproven": Say(
            "Có tin đồn nói rằng {said}. Chưa đủ căn cứ để nói tin này đúng hay sai.",
            "A rumour says that {said}. There is not enough evidence to call it true or false.",
        ),
        "checking": Say(
            "Có tin đồn nói rằng {said}. Tin này đang được kiểm tra.",
            "A rumour says that {said}. It is being checked.",
        ),
        "changed": Say(
            "Chúng tôi đính chính thông báo trước. {what}",
            "We correct our earlier announcement. {what}",
        ),
        "withdrawn": Say(
            "{desk} rút lại kết luận trước đây về tin {claim}.",
            "{desk} withdraws what it said before about this: {claim}.",
        ),
        "reason": Say("Lý do như sau. {what}", "The reason is this. {what}"),
        "todo": Say("Sau đây là việc nên làm. {todo}", "This is what to do. {todo}"),
        "sources": Say("Nguồn tin là {sources}.", "The sources are {sources}."),
        "checked": Say("Tin được kiểm chứng lúc {moment}.", "This was checked at {moment}."),
        "until": Say(
            "Thông báo này có giá trị đến hết ngày {day}.", "This holds until the end of {day}."
        ),
        "next": Say(
            "Chúng tôi sẽ thông báo tiếp lúc {moment}.", "The next announcement is at {moment}."
        ),
        "again": Say("Xin nhắc lại.", "Once more."),
        "closing": Say("Đó là thông báo của {desk}.", "This was {desk}."),
    }
)


def spoken_phrase(name: str, language: str, **values: object) -> str:
    """Return a phrase in "en" or else in Vietnamese, filled in."""
    said = SPOKEN[name]
    return (said.en if language == "en" else said.vi).format(**values)
