"""`kiemtin demo`: a desk with demonstration cases in a folder of its own, made if it is not there,
and served. It never touches a real desk: KIEMTIN_HOME and DATABASE_URL of one are left aside.
"""

import argparse
import os
from pathlib import Path

from kiemtin.cli.migrate import apply
from kiemtin.cli.say import out, sentence
from kiemtin.cli.serve import add_address, serve_and_say
from kiemtin.cli.server import Plan
from kiemtin.cli.start import load_desk, load_django, make_home, missing_migrations
from kiemtin.refusal import Say

HELP = Say("chạy thử với dữ liệu mẫu", "try it with demonstration cases")
HOME = Say(
    "thư mục của bàn mẫu (mặc định %(default)s)",
    "folder of the demonstration (default %(default)s)",
)
PREPARING = Say(
    "Đang chuẩn bị bàn mẫu trong {home} ...", "Preparing the demonstration in {home} ..."
)
PAGES = Say(
    "\nTrang công khai: {address}\nBàn làm việc:    {address}{desk}\n\nTài khoản mẫu:",
    "\nPublic pages: {address}\nThe desk:     {address}{desk}\n\nDemonstration accounts:",
)
ACCOUNT = Say(
    "  {email}  mật khẩu: {password}  ({roles})", "  {email}  password: {password}  ({roles})"
)
DRILL = Say(
    "\nĐây là diễn tập: mọi trang đều mang băng báo, và không gì ở đây là thật với ai.\n",
    "\nThis is a drill: every page says so, and nothing here is meant for anyone.\n",
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the folder and the address."""
    add_address(parser)
    default = Path.home() / ".local/share/kiemtin-demo"
    parser.add_argument("--home", type=Path, default=default, help=sentence(HOME))


def run(args: argparse.Namespace) -> int:
    """Prepare what is not there yet, say who can sign in, serve until stopped."""
    plan = Plan(args.host, args.port, workers=1, threads=4, with_worker=True)
    choose(args.home.expanduser().absolute(), plan.address)
    prepare()
    return serve_and_say(plan)


def choose(home: Path, address: str) -> None:
    """Make this process, and those it starts, work on the demonstration."""
    for name in [name for name in os.environ if name.startswith("KIEMTIN_")]:
        if name not in ("KIEMTIN_LANG", "KIEMTIN_LOG_LEVEL"):
            del os.environ[name]
    os.environ.pop("DATABASE_URL", None)
    os.environ |= {
        "KIEMTIN_HOME": str(home),
        "KIEMTIN_DRILL": "true",
        "KIEMTIN_PUBLIC_URL": address.rstrip("/"),
    }


def prepare() -> None:
    """Bring the demonstration's database up to date, load the cases once, print the addresses."""
    home = make_home()
    load_django()
    if missing_migrations():
        out(PREPARING, home=home)
        apply()
    load_desk()
    from django.conf import settings
    from django.urls import reverse

    from kiemtin.desk.demo.load import load

    accounts = load()
    out(PAGES, address=settings.PUBLIC_URL + "/", desk=reverse("desk:home").lstrip("/"))
    for account in accounts:
        out(ACCOUNT, email=account.email, password=account.password, roles=account.roles)
    out(DRILL)
