"""The sentences that say what a message seems to be and why, in Vietnamese and English."""

from typing import Final

from kiemtin.refusal import Say

KINDS: Final[dict[str, Say]] = {
    "checkable": Say("nên kiểm chứng", "worth checking"),
    "unsure": Say("chưa rõ, cần người xem", "unclear, a person should look"),
    "opinion": Say(
        "không thuộc diện kiểm chứng — ý kiến, cảm xúc", "not checkable — an opinion or a feeling"
    ),
    "wish": Say("không thuộc diện kiểm chứng — lời chúc, mong ước", "not checkable — a wish"),
    "prediction": Say("không thuộc diện kiểm chứng — phỏng đoán", "not checkable — a guess"),
    "belief": Say("không thuộc diện kiểm chứng — niềm tin", "not checkable — a belief"),
    "satire": Say("không thuộc diện kiểm chứng — chuyện đùa", "not checkable — a joke"),
    "chat": Say(
        "không có gì để kiểm chứng — lời chào, chuyện phiếm",
        "nothing to check — a greeting or chat",
    ),
    "personal": Say(
        "không có gì để kiểm chứng — chuyện riêng", "nothing to check — a private matter"
    ),
    "question": Say(
        "không có gì để kiểm chứng — câu hỏi xin chỉ dẫn", "nothing to check — asks for advice"
    ),
    "vague": Say("chưa nêu điều gì để kiểm chứng", "no fact is named that could be checked"),
}

TEMPLATES: Final[dict[str, Say]] = {
    "place": Say("nêu nơi: {text}", "names a place: {text}"),
    "date": Say("nêu ngày: {text}", "names a day: {text}"),
    "time": Say("nêu giờ: {text}", "names an hour: {text}"),
    "number": Say("nêu con số: {text}", "states a number: {text}"),
    "money": Say("nêu số tiền: {text}", "states a sum: {text}"),
    "direction": Say("nói việc có thể đối chiếu: {text}", "says what can be looked up: {text}"),
    "event": Say("nói về một việc xảy ra: {text}", "speaks of something that happens: {text}"),
    "topic": Say("nhắc đến thứ tra cứu được: {text}", "is about what can be looked up: {text}"),
    "body": Say("nhắc đến một cơ quan: {text}", "mentions an office: {text}"),
    "name": Say("nêu tên riêng", "names something"),
    "hearsay": Say("kể lại tin nghe được: {text}", "passes on hearsay: {text}"),
    "confirm": Say("hỏi một điều có thật không: {text}", "asks whether something is true: {text}"),
    "link": Say("kèm đường dẫn, số máy hoặc tài khoản", "brings a link, a phone or an account"),
    "states": Say("nói một điều, chưa rõ có kiểm chứng được không", "states something"),
    "opinion": Say("nêu ý kiến, cảm xúc: “{text}”", "voices an opinion or a feeling: “{text}”"),
    "habit": Say("nói chung chung: “{text}”", "speaks in general: “{text}”"),
    "advice": Say("nói nên làm gì: “{text}”", "says what should be done: “{text}”"),
    "wish": Say("lời chúc, mong ước: “{text}”", "a wish: “{text}”"),
    "prediction": Say("phỏng đoán: “{text}”", "a guess: “{text}”"),
    "belief": Say("niềm tin: “{text}”", "a belief: “{text}”"),
    "satire": Say("dấu hiệu nói đùa: “{text}”", "a sign of a joke: “{text}”"),
    "chat": Say("lời chào, lời đáp: “{text}”", "a greeting or a reply: “{text}”"),
    "personal": Say("chuyện riêng: “{text}”", "a private matter: “{text}”"),
    "laugh": Say("cười đùa: “{text}”", "laughs: “{text}”"),
    "own": Say("kể chuyện của mình: “{text}”", "speaks of oneself: “{text}”"),
    "request": Say("nhờ chỉ dẫn: “{text}”", "asks for help: “{text}”"),
    "question": Say("hỏi thông tin: “{text}”", "asks for information: “{text}”"),
    "no_fact": Say(
        "không nêu nơi, lúc, con số hay việc gì cụ thể",
        "names no place, time, number or event",
    ),
}  # fmt: skip
