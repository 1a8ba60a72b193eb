"""`kiemtin check`: says in plain words what is right and wrong with this desk's folder, settings,
keys and database; exit status 1 when something is wrong. Changes nothing.
"""

import argparse
import stat
from typing import ClassVar

from kiemtin.cli import start
from kiemtin.cli.say import out, sentence, told
from kiemtin.refusal import Refusal, Say

HELP = Say("xem cài đặt, khoá và cơ sở dữ liệu có ổn không", "look over settings, keys, database")
RIGHT, WRONG, WARNED = (
    Say("✓ {what}", "✓ {what}"),
    Say("✕ {what}", "✕ {what}"),
    Say("! {what}", "! {what}"),
)
ALL_RIGHT = Say("Không có gì phải sửa.", "Nothing needs to be put right.")
COUNTED = Say("Cần sửa: {count}.", "To put right: {count}.")
FOLDER = Say("thư mục {folder} chỉ chủ vào được", "only the owner can enter the folder {folder}")
SETTINGS = Say("cài đặt và khoá đọc được", "settings and keys can be read")
LOG = Say(
    "nhật ký công khai: {size} mục đã ký, khớp với cơ sở dữ liệu và khoá",
    "the public log: {size} signed entries that fit the database and the keys",
)
NO_KEY = Say(
    "bàn chưa có khoá ký nhật ký công khai. Hãy chạy: kiemtin key new",
    "the desk has no key to sign its public log with. Run: kiemtin key new",
)
HALF_A_CHANNEL = Say(
    "kênh {name} chưa mở vì còn thiếu {lacks}. Hãy chạy: kiemtin channels check",
    "the channel {name} is off: {lacks} is missing. Run: kiemtin channels check",
)
ENCODER = Say("bộ mã hoá câu {name} chạy được", "the sentence encoder {name} works")
DATABASE = Say("cơ sở dữ liệu {name} đúng phiên bản", "the database {name} is at this version")


class Wrong(Refusal):
    """Something to put right; the sentence says how."""

    sentences: ClassVar = {
        "open_folder": Say(
            "Người khác vào được {folder} (quyền {mode}, cần 0700). Hãy chạy: chmod 700 {folder}",
            "Others can enter {folder} (mode {mode}, expected 0700). Run: chmod 700 {folder}",
        ),
        "key_not_here": Say(
            "Khoá ký đang dùng không có ở máy này nên nhật ký không được ký nữa. Hãy chạy: "
            "kiemtin key",
            "The signing key in force is not on this machine, so the log is not signed any more. "
            "Run: kiemtin key",
        ),
        "log_broken": Say(
            "Nhật ký công khai có {count} chỗ sai; chỗ đầu: {first_vi}. Đừng xoá nhật ký. Xem "
            "docs/record.md.",
            "The public log has {count} faults; the first: {first_en}. Do not remove the log. See "
            "docs/record.md.",
        ),
    }


def configure(parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(args: argparse.Namespace) -> int:
    """Look at one thing after another; stop where the next cannot be looked at."""
    wrong = 0
    for look in (folder, settings, channels, encoder, database, public_log, advice):
        try:
            look()
        except Refusal as refused:
            out(WRONG, what=sentence(Say(refused.vi(), refused.en())))
            wrong += 1
            if look is settings:
                break
    if wrong:
        out(COUNTED, count=wrong)
    else:
        out(ALL_RIGHT)
    return 1 if wrong else 0


def folder() -> None:
    """The desk's folder is there and is its owner's alone."""
    path = start.home()
    if not path.is_dir():
        raise start.CannotStart("no_desk", {"home": path})
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        raise Wrong("open_folder", {"folder": path, "mode": f"{mode:04o}"})
    out(RIGHT, what=sentence(FOLDER, folder=path))


def settings() -> None:
    """Every setting can be understood and only the owner can read the keys."""
    start.load_django()
    start.refuse_serious_problems()
    out(RIGHT, what=sentence(SETTINGS))


def channels() -> None:
    """A channel that is half set up is off; what it lacks is said by `kiemtin channels check`."""
    from kiemtin.cli.channels import half_set_up

    for name, lacks in half_set_up().items():
        out(WARNED, what=sentence(HALF_A_CHANNEL, name=name, lacks=lacks[0].name))


def encoder() -> None:
    """The sentence encoder can be loaded; one that only suggests is worth a word."""
    from kiemtin.desk.flow import encoding
    from kiemtin.matching.encoders.errors import OnlySuggests

    means = encoding.means()
    if isinstance(means.trouble, OnlySuggests):
        out(WARNED, what=told(means.trouble))
    elif means.trouble:
        raise means.trouble
    elif means.encoder:
        out(RIGHT, what=sentence(ENCODER, name=means.encoder.name))


def database() -> None:
    """The database answers and lacks no migration."""
    start.refuse_missing_migrations()
    from django.db import connection

    out(RIGHT, what=sentence(DATABASE, name=f"{connection.display_name}: {_version()}"))


def _version() -> str:
    from django.db import connection

    return ".".join(map(str, connection.get_database_version()))


def public_log() -> None:
    """The signed log holds and says what the database says; its key is at hand."""
    from kiemtin.desk import log_folder, signing
    from kiemtin.desk.flow import seal
    from kiemtin.record.verify_folder import verify_folder

    keys = signing.verifiers()
    if not keys:
        out(WARNED, what=sentence(NO_KEY))
        return
    if not seal.can_write():
        raise Wrong("key_not_here")
    size = seal.require_whole()
    findings = verify_folder(log_folder.folder(), keys).findings if size else []
    if findings:
        first = {"first_vi": findings[0].vi(), "first_en": findings[0].en()}
        raise Wrong("log_broken", {"count": len(findings), **first})
    out(RIGHT, what=sentence(LOG, size=size))


def advice() -> None:
    """What a desk that serves people should have; no reason to stop."""
    for message in start.system_checks(deploy=True):
        out(WARNED, what=message)
