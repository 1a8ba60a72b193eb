"""`kiemtin init`: a new desk with its keys, its database and its first account, who administers it.

There is no default password, and a desk that stands already is left as it is.
"""

import argparse
from pathlib import Path

from kiemtin.cli import ask
from kiemtin.cli.migrate import apply
from kiemtin.cli.say import out, sentence
from kiemtin.cli.start import load_django, make_home, refuse_serious_problems
from kiemtin.refusal import Say

HELP = Say("lập bàn mới và tài khoản đầu tiên", "make a new desk and its first account")
NAME = Say("Tên bàn (ví dụ: Bàn kiểm tin tỉnh Lào Cai)", "Name of the desk")
PLACE = Say("Tỉnh hoặc xã của bàn, tên hoặc mã", "Province or commune of the desk, name or code")
PERSON = Say("Tên người quản trị, ghi trên trang", "Name of the administrator, shown on pages")
EMAIL = Say("Thư điện tử của người quản trị", "E-mail address of the administrator")
FILE = Say("tệp có mật khẩu ở dòng đầu", "a file with the password in its first line")
DONE = Say(
    "\nĐã lập bàn “{name}” ({place}) trong {home}.\nTiếp theo:\n"
    "  1. kiemtin check\n"
    "  2. kiemtin serve, rồi đăng nhập bằng {email} và bật khoá truy cập hoặc mã dùng một lần\n"
    "  3. mời đồng nghiệp: người viết không tự duyệt được, nên cần ít nhất hai người\n"
    "  4. chép {home}/keys ra nơi khác: mất khoá là mất các địa chỉ trả lời và chữ ký của bàn",
    "\nThe desk “{name}” ({place}) stands in {home}.\nNext:\n"
    "  1. kiemtin check\n"
    "  2. kiemtin serve, then sign in as {email} and turn on a passkey or one-time codes\n"
    "  3. invite a colleague: who writes cannot approve, so it takes two people at least\n"
    "  4. keep a copy of {home}/keys elsewhere: without the keys, reply addresses and the "
    "desk's signature are lost",
)

KEY = Say(
    "Khoá công khai của bàn (hãy in ra, công bố ở nhiều nơi):\n  {key}",
    "The desk's public key (print it, publish it in more than one place):\n  {key}",
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Each question as an option, and the file of the password."""
    for option, question in (
        ("name", NAME),
        ("place", PLACE),
        ("person", PERSON),
        ("email", EMAIL),
    ):
        parser.add_argument(f"--{option}", help=sentence(question))
    parser.add_argument("--password-file", type=Path, help=sentence(FILE))


def run(args: argparse.Namespace) -> int:
    """Refuse what will not do before anything is stored, then make all of it."""
    home = make_home()
    load_django()
    refuse_serious_problems()
    apply()
    from kiemtin.desk.flow.founding import found, refuse_second

    refuse_second()
    name = ask.answer(args.name, "--name", NAME)
    place = ask.place(args.place, "--place", PLACE)
    person = ask.answer(args.person, "--person", PERSON)
    email = ask.answer(args.email, "--email", EMAIL)
    password = ask.password(args.password_file)
    ask.refuse_weak(password, email=email, name=person)
    found(name=name, place=place.code, person=person, email=email, password=password)
    out(KEY, key=begin_log())
    out(DONE, home=home, name=name, place=place.full_name, email=email)
    return 0


def begin_log() -> str:
    """Take the first key, and sign the log's beginning; the public key."""
    from kiemtin.desk.flow import keys, seal

    taken = keys.found_log()
    seal.catch_up()
    return taken.public
