"""`kiemtin demo`: a desk with demonstration cases in a folder of its own, made if it is not there,
and served. It never touches a real desk: KIEMTIN_HOME and DATABASE_URL of one are left aside.
"""

import argparse
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from kiemtin.cli import demo_home
from kiemtin.cli.migrate import apply
from kiemtin.cli.say import out, sentence
from kiemtin.cli.serve import add_address, serve_and_say
from kiemtin.cli.server import Plan, refuse_taken_port
from kiemtin.cli.start import load_desk, load_django, make_home, missing_migrations
from kiemtin.refusal import Say

if TYPE_CHECKING:
    from kiemtin.desk.demo.accounts import DemoAccount

HELP = Say("chạy thử với dữ liệu mẫu", "try it with demonstration cases")
HOME = Say("thư mục của bàn mẫu (mặc định: %(default)s)", "its folder (default: %(default)s)")
FRESH = Say("bỏ bàn mẫu cũ, làm lại từ đầu", "throw the old demonstration away first")
CODE = Say("chỉ in mã dùng một lần của một tài khoản", "only print an account's one-time code")
EMAIL = Say("THƯ", "EMAIL")
PREPARING = Say("Đang kể các tin mẫu vào {home} ...", "Telling the cases into {home} ...")
SHARE = Say("  {percent} %", "  {percent} %")
PAGES = Say(
    "\nTrang công khai  {address}\nBàn làm việc     {address}{desk}\n\nTài khoản mẫu:",
    "\nPublic pages  {address}\nThe desk      {address}{desk}\n\nDemonstration accounts:",
)
ACCOUNT = Say("  {email:<36} {password}  {roles}", "  {email:<36} {password}  {roles}")
CODES = Say(
    "\nMã dùng một lần khi đăng nhập: {program} demo --home {home} --code {email}\n"
    "Đây là diễn tập: trang nào cũng báo như vậy, và không gì ở đây là thật.\n",
    "\nThe one-time code at sign-in: {program} demo --home {home} --code {email}\n"
    "This is a drill: every page says so, and nothing here is meant for anyone.\n",
)
ONE_CODE = Say("{code}", "{code}")
KEPT = ("KIEMTIN_LANG", "KIEMTIN_LOG_LEVEL", "KIEMTIN_VOICES")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the folder, the address, and what to do instead of serving."""
    add_address(parser)
    parser.add_argument("--home", type=Path, default=demo_home.DEFAULT, help=sentence(HOME))
    parser.add_argument("--fresh", action="store_true", help=sentence(FRESH))
    parser.add_argument("--code", metavar=sentence(EMAIL), help=sentence(CODE))


def run(args: argparse.Namespace) -> int:
    """Prepare what is not there yet, say who can sign in, serve until stopped."""
    home = args.home.expanduser().absolute()
    plan = Plan(args.host, args.port, workers=1, threads=4, with_worker=True)
    choose(home, plan.address)
    if args.code:
        return print_code(args.code)
    refuse_taken_port(plan)
    demo_home.claim(home, fresh=args.fresh)
    introduce(prepare(home), plan.address, home)
    return serve_and_say(plan)


def choose(home: Path, address: str) -> None:
    """Make this process, and those it starts, work on the demonstration."""
    for name in [name for name in os.environ if name.startswith("KIEMTIN_")]:
        if name not in KEPT:
            del os.environ[name]
    os.environ.pop("DATABASE_URL", None)
    os.environ.setdefault("KIEMTIN_LOG_LEVEL", "WARNING")
    os.environ |= {
        "KIEMTIN_HOME": str(home),
        "KIEMTIN_DRILL": "true",
        "KIEMTIN_PUBLIC_URL": address.rstrip("/"),
    }


def prepare(home: Path) -> "list[DemoAccount]":
    """Bring the database up to date and tell the cases once; the accounts."""
    make_home()
    load_django()
    if missing_migrations():
        out(PREPARING, home=home)
        apply()
    load_desk()
    from django.utils import translation

    from kiemtin.cli.say import language
    from kiemtin.desk.demo.load import load

    with translation.override("vi"):
        load(progress)
    demo_home.done(home)
    with translation.override(language()):
        return load()


def progress(done: int, total: int) -> None:
    """Say how far the telling is, ten times."""
    if done * 10 // total > (done - 1) * 10 // total:
        out(SHARE, percent=done * 100 // total)


def introduce(accounts: "list[DemoAccount]", address: str, home: Path) -> None:
    """Print where to look and who can sign in."""
    from allauth.mfa.models import Authenticator
    from django.urls import reverse

    out(PAGES, address=address, desk=reverse("desk:home").lstrip("/"))
    for account in accounts:
        out(ACCOUNT, email=account.email, password=account.password, roles=account.roles)
    program = "python -m kiemtin" if sys.argv[0].endswith("__main__.py") else sys.argv[0]
    second = Authenticator.objects.values_list("user__email", flat=True).first()
    out(CODES, program=program, home=home, email=second)


def print_code(email: str) -> int:
    """Print the code that the account's authenticator would show now."""
    load_desk()
    from allauth.mfa import app_settings
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    from kiemtin.desk.demo.accounts import listed, totp_secret

    if email not in {account.email for account in listed()}:
        raise demo_home.NotADemonstration("account", {"email": email})
    value = hotp_value(totp_secret(email), int(time.time()) // app_settings.TOTP_PERIOD)
    out(ONE_CODE, code=format_hotp_value(value))
    return 0
