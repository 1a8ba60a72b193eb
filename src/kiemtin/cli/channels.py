"""`kiemtin channels`: which channels are set up, what is missing and where it is found, what fails;
one test message; tokens and keys that a person brings or makes.
"""

import argparse
import os
import secrets
import sys
from typing import TYPE_CHECKING, ClassVar

from kiemtin.cli.say import out, sentence
from kiemtin.cli.start import load_desk, need_extra
from kiemtin.refusal import Refusal, Say

if TYPE_CHECKING:
    from kiemtin.channels.setting import Setting
    from kiemtin.desk.connectors import Connector
    from kiemtin.desk.models import ChannelState

HELP = Say(
    "các kênh: đã mở chưa, thiếu gì, có lỗi gì; gửi thử; nạp mã truy cập",
    "channels: set up or not, what is missing or fails; a test message; tokens and keys",
)
ACTION = Say(
    "check: thiếu gì, lỗi gì; list: mọi kênh và cài đặt; test: gửi một tin thử; token: nạp refresh "
    "token mới (đọc từ đầu vào chuẩn); keys: tạo khoá mới",
    "check: what is missing or fails; list: every channel and its settings; test: send one test "
    "message; token: keep a new refresh token (read from standard input); keys: make new keys",
)
NAME = Say("kênh, với test, token và keys", "the channel, for test, token and keys")
ADDRESS = Say("nơi nhận tin thử, với test", "where the test message goes, for test")
ACTIONS = ("check", "list", "test", "token", "keys")

OFF = Say("– {name}: chưa dùng", "– {name}: off")
READY = Say("✓ {name}: đã mở", "✓ {name}: set up")
LENT = Say("    mã truy cập dùng được đến {until}", "    its access token is good until {until}")
NOT_LENT = Say("    chưa đổi mã truy cập lần nào", "    its access token was never renewed")
HALF = Say("✕ {name}: còn thiếu", "✕ {name}: still missing")
WANTS = Say("    {setting}: {says}", "    {setting}: {says}")
WRONG = Say("✕ {problem}", "✕ {problem}")
FAILING = Say("✕ {name}: lỗi từ {at}: {why}", "✕ {name}: failing since {at}: {why}")
STUCK = Say(
    "    tin không gửi được hoặc không rõ đã tới chưa: {count} (trang Kênh của bàn)",
    "    messages that failed or are uncertain: {count} (the desk's page of channels)",
)
NEEDED, MAY_BE = Say("cần", "needed"), Say("có thể để trống", "may be left out")
SETTING = Say("    {setting} ({needed}): {says}", "    {setting} ({needed}): {says}")
TEST = Say(
    "Đây là tin thử của bàn kiểm tin để xem kênh có chạy không. Bạn không cần làm gì.",
    "This is a test message of the fact-checking desk. You need not do anything.",
)
SUBJECT = Say("Tin thử", "Test message")
SENT = Say("Kênh đã nhận tin thử.", "The channel has taken the test message.")
TOKEN_KEPT = Say(
    "Đã giữ refresh token mới, mã hoá. Hãy bỏ nó khỏi lịch sử dòng lệnh và các ghi chép khác.",
    "The new refresh token is kept, encrypted. Remove it from notes and the shell's history.",
)
NEW_KEYS = Say(
    "KIEMTIN_WEB_PUSH_KEY={secret}\n# khoá công khai, trang web tự đưa cho trình duyệt: {public}\n"
    "# Đổi khoá thì mọi trình duyệt phải đăng ký lại.",
    "KIEMTIN_WEB_PUSH_KEY={secret}\n# the public key, which the page itself gives to browsers: "
    "{public}\n# After a change every browser has to subscribe again.",
)


class ChannelWrong(Refusal):
    """The channel cannot do what was asked; the sentence says why."""

    sentences: ClassVar = {
        "unknown": Say(
            "Không có kênh {name}. Các kênh: {names}.", "No channel {name}. There are: {names}."
        ),
        "off": Say(
            "Kênh {name} chưa mở. Hãy chạy: kiemtin channels check",
            "The channel {name} is not set up. Run: kiemtin channels check",
        ),
        "no_sender": Say("Kênh {name} không gửi tin.", "The channel {name} sends nothing."),
        "no_address": Say(
            "Cần nơi nhận: kiemtin channels test {name} ĐỊA-CHỈ",
            "It needs an address: kiemtin channels test {name} ADDRESS",
        ),
        "no_tokens": Say(
            "Kênh {name} không dùng mã truy cập phải đổi.",
            "The channel {name} has no token that is renewed.",
        ),
        "no_token": Say(
            "Không đọc được refresh token. Hãy dán nó vào đầu vào chuẩn, một dòng.",
            "No refresh token was read. Give it on standard input, in one line.",
        ),
        "no_keys": Say(
            "Chỉ kênh web_push dùng khoá do bàn tạo.",
            "Only the channel web_push has keys that the desk makes.",
        ),
    }


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do, with which channel."""
    parser.add_argument(
        "action", choices=ACTIONS, nargs="?", default="check", help=sentence(ACTION)
    )
    parser.add_argument("name", nargs="?", default="", help=sentence(NAME))
    parser.add_argument("address", nargs="?", default="", help=sentence(ADDRESS))


def run(args: argparse.Namespace) -> int:
    """Do it; 1 when something is half set up or failing."""
    need_extra()
    if args.action == "list":
        return _list()
    if args.action == "keys":
        return _keys(args.name)
    if args.action == "check":
        return _check()
    return _test(args.name, args.address) if args.action == "test" else _token(args.name)


def _list() -> int:
    from kiemtin.desk import connectors

    for name in connectors.NAMES:
        out(Say(name, name))
        for one in connectors.settable(name).SETTINGS:
            needed = sentence(NEEDED if one.needed else MAY_BE)
            out(SETTING, setting=one.name, needed=needed, says=sentence(one.says))
    return 0


def _check() -> int:
    wrong = half_set_up()
    for name, lacks in wrong.items():
        out(HALF, name=name)
        for one in lacks:
            out(WANTS, setting=one.name, says=sentence(one.says))
    problems = _problems()
    for problem in problems:
        out(WRONG, problem=problem)
    if problems:
        return 1  # nothing can be loaded with a setting that is wrong
    load_desk()
    failing = sum(not _say_how_it_is(name) for name in _names() if name not in wrong)
    return 1 if wrong or failing else 0


def half_set_up() -> "dict[str, list[Setting]]":
    """What each channel lacks of which something is set."""
    from kiemtin.channels.setting import missing, wanted
    from kiemtin.desk import connectors

    found = {}
    for name in connectors.NAMES:
        settings = connectors.settable(name).SETTINGS
        if wanted(settings, os.environ) and (lacks := missing(settings, os.environ)):
            found[name] = lacks
    return found


def _problems() -> list[str]:
    """A sentence for each value that cannot be used, in the language of this run."""
    from kiemtin.channels.setting import SettingRefused, missing, wanted
    from kiemtin.desk import connectors

    problems = []
    for name in connectors.NAMES:
        channel = connectors.settable(name)
        if wanted(channel.SETTINGS, os.environ) and not missing(channel.SETTINGS, os.environ):
            try:
                channel.read(os.environ)
            except SettingRefused as refused:
                problems.append(sentence(Say(refused.vi(), refused.en())))
    return problems


def _names() -> tuple[str, ...]:
    from kiemtin.desk import connectors

    return connectors.NAMES


def _say_how_it_is(name: str) -> bool:
    """Print one channel's state and return whether all is well with it."""
    from kiemtin.desk.connectors import connector
    from kiemtin.desk.queries import channels

    found = connector(name)
    if found is None:
        out(OFF, name=name)
        return True
    state = channels.state(name)
    failing = state is not None and state.failed_at is not None
    if state is not None and state.failed_at is not None:
        out(FAILING, name=name, at=_time(state.failed_at), why=_why(state.error))
    else:
        out(READY, name=name)
    if found.lender is not None:
        _say_tokens(name, state)
    if stuck := channels.stuck_count(name):
        out(STUCK, count=stuck)
    return not failing


def _say_tokens(name: str, state: "ChannelState | None") -> None:
    from kiemtin.desk.flow import tokens

    until = tokens.good_until(name) if state is not None else None
    if until is None:
        out(NOT_LENT)
    else:
        out(LENT, until=_time(until))


def _time(moment: object) -> str:
    return f"{moment:%Y-%m-%d %H:%M} UTC"


def _why(code: str) -> str:
    from kiemtin.desk.queries import channels

    return sentence(channels.failure(code))


def _connector(name: str) -> "Connector":
    from kiemtin.desk.connectors import NAMES, connector

    if name not in NAMES:
        raise ChannelWrong("unknown", {"name": name or "—", "names": ", ".join(NAMES)})
    load_desk()
    found = connector(name)
    if found is None:
        raise ChannelWrong("off", {"name": name})
    return found


def _test(name: str, address: str) -> int:
    found = _connector(name)
    if found.sender is None:
        raise ChannelWrong("no_sender", {"name": name})
    if not address:
        raise ChannelWrong("no_address", {"name": name})
    from kiemtin.channels.outbound import Outgoing, client
    from kiemtin.desk.flow import tokens

    # In both languages: who gets it may read only one of them.
    text, key = f"{TEST.vi}\n\n{TEST.en}", f"test:{secrets.token_hex(8)}"
    subject = f"{SUBJECT.vi} / {SUBJECT.en}"
    with client() as http:
        lent = tokens.current(found, http)
        found.sender.send(found.settings, http, lent, Outgoing(address, text, key, subject))
    out(SENT)
    return 0


def _token(name: str) -> int:
    found = _connector(name)
    if found.lender is None:
        raise ChannelWrong("no_tokens", {"name": name})
    given = sys.stdin.readline().strip()
    if not given or not given.isascii() or len(given.split()) != 1:
        raise ChannelWrong("no_token")
    from kiemtin.channels.outbound import Tokens
    from kiemtin.desk.flow import tokens

    tokens.put(name, Tokens("", given))
    out(TOKEN_KEPT)
    return 0


def _keys(name: str) -> int:
    if name != "web_push":
        raise ChannelWrong("no_keys")
    from kiemtin.channels.web_push.settings import new_keys

    secret, public = new_keys()
    out(NEW_KEYS, secret=secret, public=public)
    return 0
