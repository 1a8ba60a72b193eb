"""`kiemtin verify` on the code of a bulletin: whether the desk signed it and still stands by it."""

import re
from datetime import date, datetime

from kiemtin.cli.say import out, sentence, told
from kiemtin.cli.verify_input import GivenKeys
from kiemtin.cli.verify_words import LIMIT, RIGHT, WRONG
from kiemtin.record.judge import SHOWN, Judgement, judge
from kiemtin.record.known_list import KnownList, open_list
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.statement import Statement
from kiemtin.record.statement_code import MAX_CODE, PAGE
from kiemtin.refusal import Say

CODE = re.compile(r"(https?://[^\s#]+#)?[A-Za-z0-9_-]{100,}")
STATES = {
    "holds": Say("bàn đã ký mã này, và mã còn hiệu lực", "the desk signed it, and it is in force"),
    "superseded": Say(
        "bàn đã ký mã này, nhưng đã có bản {newest}: hãy xem bản mới",
        "the desk signed it, but there is version {newest}: read that one",
    ),
    "withdrawn": Say(
        "bàn đã rút lại bài này: đừng dựa vào nữa",
        "the desk has withdrawn this: do not rely on it any more",
    ),
    "expired": Say(
        "bàn đã ký mã này, nhưng mã chỉ đúng đến {until}",
        "the desk signed it, but it held only until {until}",
    ),
    "key_ended": Say(
        "ký bằng khoá mà bàn đã bỏ từ {ended}, trước lúc ghi trong mã: không phải của bàn",
        "signed with a key that the desk gave up at {ended}, before the date in it: not the desk's",
    ),
    "key_doubtful": Say(
        "ký bằng khoá bị báo mất hoặc lộ từ {ended}; người cầm khoá ghi ngày nào cũng được",
        "signed with a key reported lost or exposed at {ended}; its holder can write any date",
    ),
}
SAYS = Say(
    "{desk}: {verdict}. “{claim}”\n  bài số {number}, bản {version} ({kind}), công bố {published}, "
    "đúng đến {until}, mục {log_index} trong nhật ký",
    "{desk}: {verdict}. “{claim}”\n  fact-check {number}, version {version} ({kind}), published "
    "{published}, holds until {until}, entry {log_index} of the log",
)
NO_END = Say("không ghi hạn", "no end given")
AS_OF = Say(
    "bản mới nhất: theo danh sách bàn ký lúc {as_of}; bản ra sau đó thì chưa biết",
    "newest version: by the list that the desk signed at {as_of}; what came later is not known",
)
NO_LIST = Say(
    "không có --list: không biết đã có bản mới hơn, đã rút lại, hay khoá đã bỏ chưa",
    "without --list: not known whether it was replaced or withdrawn, or the key given up",
)
NOT_SHOWN = Say(
    "Không chứng minh được: tờ giấy quanh mã nói đúng như vậy (mã thật có thể bị dán lên tờ giả), "
    "và điều bàn viết là đúng.",
    "Not shown by this: that the paper around the code says the same (a real code can be stuck on "
    "a false sheet), and that what the desk wrote is right.",
)
VERDICTS = {
    "true": Say("ĐÚNG", "TRUE"),
    "mostly_true": Say("ĐÚNG PHẦN LỚN", "MOSTLY TRUE"),
    "misleading": Say("GÂY HIỂU LẦM", "MISLEADING"),
    "false": Say("SAI", "FALSE"),
    "unproven": Say("CHƯA ĐỦ CĂN CỨ", "UNPROVEN"),
}
KINDS = {
    "first": Say("lần đầu", "first"),
    "amendment": Say("đính chính", "amendment"),
    "update": Say("cập nhật", "update"),
    "withdrawal": Say("rút lại", "withdrawal"),
}


def is_code(text: str) -> bool:
    """Whether a text is the code of a bulletin, or an address with it; a wrong one counts too."""
    bare = "".join(text[: 2 * MAX_CODE].split())
    return f"{PAGE}#" in bare or bool(CODE.fullmatch(bare))


def check(text: str, keys: GivenKeys, note: bytes | None, today: date | None = None) -> int:
    """Say what a code is worth by the keys, and by the list in `note`; 1 unless it is in force."""
    refused: RecordRefused | None = None
    known: KnownList | None = None
    try:
        known = open_list(note, keys.believed) if note is not None else None
    except RecordRefused as found:
        refused = found
        out(WRONG, what=told(found))
    history = known.keys if known else keys.history()
    judgement = judge(text, history, known, today or datetime.now().astimezone().date())
    _say(judgement)
    return 0 if judgement.state == "holds" and refused is None else 1


def _say(judgement: Judgement) -> None:
    signed, key, newest = judgement.signed, judgement.key, judgement.newest
    if judgement.refused:
        out(WRONG, what=told(judgement.refused))
        return
    assert signed
    assert key
    fields = {
        "newest": newest.version if newest else "",
        "until": signed.statement.valid_until,
        "ended": f"{key.ended_at:%Y-%m-%d %H:%M %Z}" if key.ended_at else "",
    }
    said = sentence(STATES[judgement.state], **fields)
    out(RIGHT if judgement.state == "holds" else WRONG, what=said)
    if judgement.state in SHOWN:
        out(LIMIT, what=_words(signed.statement))
    as_of = f"{judgement.as_of:%Y-%m-%d %H:%M %Z}" if judgement.as_of else ""
    out(LIMIT, what=sentence(AS_OF if as_of else NO_LIST, as_of=as_of))
    out(LIMIT, what=sentence(NOT_SHOWN))


def _words(statement: Statement) -> str:
    return sentence(
        SAYS,
        desk=statement.desk,
        verdict=sentence(VERDICTS[statement.verdict]),
        claim=statement.claim,
        number=statement.number,
        version=statement.version,
        kind=sentence(KINDS[statement.kind]),
        published=f"{statement.published_at:%Y-%m-%d %H:%M %Z}",
        until=statement.valid_until or sentence(NO_END),
        log_index=statement.log_index,
    )
