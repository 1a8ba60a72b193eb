"""`kiemtin key`: the keys with which the desk signs its log and its bulletins. Shows the public
ones; makes the first; lets a new one take the place of one that is old, lost, or in other hands.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kiemtin.cli.say import out, sentence
from kiemtin.cli.start import load_desk
from kiemtin.refusal import Refusal, Say

if TYPE_CHECKING:
    from kiemtin.desk.models import LogKey
    from kiemtin.record.keys import SignerKey

HELP = Say("khoá ký của bàn: xem, tạo, thay", "the desk's signing keys: show, make, replace")
ACTION = Say(
    "show: xem; new: khoá đầu tiên; rotate: thay theo lịch; lost: mất khoá; revoke: khoá đã lộ",
    "show: list them; new: the first one; rotate: replace on schedule; lost: the secret is lost; "
    "revoke: it may be in other hands",
)
NONE = Say("Bàn chưa có khoá. Hãy chạy: kiemtin key new", "No key yet. Run: kiemtin key new")
IN_FORCE = Say(
    "đang dùng, từ {began} (mục {entry} trong nhật ký)",
    "in force since {began} (log entry {entry})",
)
ENDED = Say("{why}, {began} đến {ended}", "{why}, {began} to {ended}")
PUBLIC = Say("  {key}\n  {state}", "  {key}\n  {state}")
NOT_AT_HAND = Say(
    "! khoá bí mật không có ở máy này: chưa ký được gì. Tìm tệp {file}, hoặc: kiemtin key lost",
    "! its secret is not on this machine: nothing can be signed. Find {file}, or: kiemtin key lost",
)
TAKEN = Say(
    "Khoá mới đang dùng:\n  {key}\n  tệp bí mật: {file}\n"
    "Hai người cùng làm nốt:\n"
    "  1. chép tệp bí mật ra một nơi khác, cất kín (không gửi qua mạng)\n"
    "  2. in khoá công khai, dán ở trụ sở, đăng ở ít nhất một nơi không phải trang này\n"
    "  3. báo cho các bàn bạn và người đã cài trang kiểm tra",
    "The new key is in force:\n  {key}\n  secret file: {file}\n"
    "Two people finish this together:\n"
    "  1. copy the secret file to another place, locked away (never over the network)\n"
    "  2. print the public key, put it up at the office, publish it somewhere else than this site\n"
    "  3. tell peer desks and those who installed the checking page",
)
REMOVED = Say("Đã xoá tệp bí mật cũ: {file}", "Removed the earlier secret file: {file}")
UNSEALED = Say(
    "! chưa ký được nhật ký bây giờ; tiến trình đang chạy sẽ ký. Giữ tệp bí mật cũ đến lúc đó: "
    "{file}",
    "! the log could not be signed just now; the running worker will. Keep the earlier secret "
    "file until then: {file}",
)
ADD_TO_SETTINGS = Say(
    "! khoá của bàn lấy từ KIEMTIN_LOG_KEYS: hãy thêm nội dung tệp bí mật mới vào đó, rồi chạy lại "
    "máy chủ",
    "! the desk's keys come from KIEMTIN_LOG_KEYS: add the contents of the new secret file there, "
    "then start the server again",
)
ACTIONS = ("show", "new", "rotate", "lost", "revoke")


class NotAtHand(Refusal):
    """The secret key in force cannot be used here."""

    sentences: ClassVar = {
        "not_at_hand": Say(
            "Khoá bí mật đang dùng không có ở máy này (keys/{files}). Hãy chép lại từ bản sao; nếu "
            "đã mất, hãy chạy: kiemtin key lost",
            "The secret key in force is not on this machine (keys/{files}). Copy it back from its "
            "second place; if it is lost, run: kiemtin key lost",
        )
    }


def configure(parser: argparse.ArgumentParser) -> None:
    """What to do."""
    parser.add_argument("action", choices=ACTIONS, nargs="?", default="show", help=sentence(ACTION))


def run(args: argparse.Namespace) -> int:
    """Do it and say what stands."""
    load_desk()
    from django.utils import translation

    from kiemtin.cli.say import language

    with translation.override(language()):
        return _show() if args.action == "show" else _change(args.action)


def _show() -> int:
    from kiemtin.desk import signing
    from kiemtin.desk.models import LogKey

    keys = list(LogKey.objects.select_related("entry").order_by("-id"))
    if not keys:
        out(NONE)
        return 1
    for key in keys:
        out(PUBLIC, key=key.public, state=_state(key))
    if not signing.signers():
        out(NOT_AT_HAND, file=_file(keys[0].public))
        return 1
    return 0


def _state(key: "LogKey") -> str:
    began = f"{key.began_at:%Y-%m-%d}"
    if key.ended_at is None:
        return sentence(IN_FORCE, began=began, entry=key.entry.number)
    why = key.get_ended_why_display()
    return sentence(ENDED, why=why, began=began, ended=f"{key.ended_at:%Y-%m-%d}")


def _change(action: str) -> int:
    from kiemtin.desk import signing
    from kiemtin.desk.flow import keys, seal

    before = signing.signer()
    taken = keys.found_log() if action == "new" else _replaced(action)
    seal.catch_up()
    out(TAKEN, key=taken.public, file=_file(taken.public))
    if settings_hold_keys():
        out(ADD_TO_SETTINGS)
    if before:
        _remove(_file(str(before.verifier)), sealed=_is_sealed(taken))
    return 0


def _replaced(action: str) -> "LogKey":
    from kiemtin.desk import signing
    from kiemtin.desk.flow import keys
    from kiemtin.desk.words import KeyEnd

    with signing.made(keys.name_in_force()) as key:
        if action == "rotate":
            return keys.rotate(_before(), key)
        return keys.give_up(key, KeyEnd.LOST if action == "lost" else KeyEnd.REVOKED)


def _before() -> "SignerKey":
    from kiemtin.desk import signing

    key = signing.signer()
    if key is None:
        raise NotAtHand("not_at_hand", {"files": signing.FILES})
    return key


def settings_hold_keys() -> bool:
    """Whether the secrets come from the environment, where a new one has to be added."""
    from django.conf import settings

    return bool(settings.LOG_KEYS)


def _file(public: str) -> Path:
    from django.conf import settings

    from kiemtin.desk import signing
    from kiemtin.record.keys import read_verifier

    folder: Path = settings.KEY_FOLDER
    return folder / signing.file_name(read_verifier(public))


def _is_sealed(key: "LogKey") -> bool:
    from kiemtin.desk import log_folder

    return log_folder.size() > key.entry.number


def _remove(old: Path, *, sealed: bool) -> None:
    """An earlier secret goes once the change of key is signed with it."""
    if not sealed:
        out(UNSEALED, file=old)
    elif old.exists():
        old.unlink()
        out(REMOVED, file=old)
