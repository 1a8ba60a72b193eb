"""A message full of a person's data goes in; afterwards none of it is anywhere: not in a file, a
log, a table, a page, and the reply address only sealed, until the answer has been read.
"""

import base64
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import HTTPCookieProcessor, OpenerDirector, ProxyHandler, Request, build_opener

import pytest
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from kiemtin.text.fold import fold
from tests.media import pictures
from tests.support.live import Home, Homes
from tests.support.tree import ROOT

PHONE = "0900 000 001"
MAIL = "Canary.Nguoi.Hoi@example.org"
ACCOUNT = "0000 0000 0000"
PROFILE = "https://www.facebook.com/canary.nguoi.hoi.77"
REPLY = "0900 000 002"
ROW = "0900 000 003"  # some people name the rows of a file by telephone numbers
CANARIES = (PHONE, MAIL, ACCOUNT, PROFILE, REPLY, ROW)
TEXT = (
    f"Có người số {PHONE} bảo chuyển vào stk {ACCOUNT} để nhận tiền cứu trợ lũ, gửi thư {MAIL}, "
    f"trang của họ {PROFILE}, có thật không?"
)
PHOTO = pictures.encoded(pictures.photo(), "JPEG", exif=pictures.exif())
PAGES = (
    "/",
    "/hoi/",
    "/kiem-chung/",
    "/dang-kiem-tra/",
    "/dinh-chinh/",
    "/feed.atom",
    "/sitemap.xml",
)
DJANGO = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "kiemtin.web.settings"
import django
django.setup()
from kiemtin.desk.models import *
"""
FOUND = """
desk = Desk.objects.create(slug="lao-cai", name="Bàn kiểm tin Lào Cai", place="15")
for name in ("an", "binh"):
    person = Account.objects.create(email=f"{name}@example.vn", name=name, password="!")
    for role in ("checker", "reviewer", "spokesperson"):
        Membership.objects.create(account=person, desk=desk, role=role)
"""
ANSWER = """
from tests.desk import steps
an, binh = Account.objects.order_by("id")
for rumour in Rumour.objects.exclude(state="merged"):
    steps.release(an, binh, rumour)
steps.told()
print(ReplyAddress.objects.count(), Delivery.objects.count())
"""


def shapes(value: str) -> Iterator[bytes]:
    """The bytes in which a value could lie somewhere."""
    digits = re.sub(r"\D", "", value)
    written = {value, value.lower(), fold(value), quote(value), quote(value, safe="")}
    if len(digits) > 8:
        written |= {digits, digits[1:], f"84{digits[1:]}", digits[:4] + "." + digits[4:7]}
    for text in written:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            raw = text.encode(encoding)
            yield raw
            yield raw.hex().encode()
            for skip in range(3):  # base64 of something longer in which it stands
                yield base64.b64encode(bytes(skip) + raw)[4:-4]


def found_in(data: bytes, values: tuple[str, ...]) -> list[str]:
    """Which of the values are in the data, in any shape."""
    return [value for value in values if any(shape in data for shape in shapes(value))]


class Tables:
    """Everything a database server holds, read as text; nothing for a database in a file."""

    def __init__(self, url: str) -> None:
        self.url = url

    def read(self) -> bytes:
        if not self.url:
            return b""
        import psycopg

        with psycopg.connect(self.url) as connection:
            names = connection.execute(
                "SELECT quote_ident(table_name) FROM information_schema.tables "
                "WHERE table_schema = 'public'"
            ).fetchall()
            rows = [
                connection.execute(f"SELECT t::text FROM {name} t".encode()).fetchall()
                for (name,) in names
            ]
        return str(rows).encode()


def everything(home: Home) -> dict[str, bytes]:
    """Every file of the desk's folder, whatever it is for, and every table of its server."""
    files = [path for path in home.path.rglob("*") if path.is_file()]
    read = {str(path.relative_to(home.path)): path.read_bytes() for path in files}
    return read | {"tables": Tables(home.database).read()}


def nowhere(home: Home, values: tuple[str, ...] = CANARIES) -> None:
    """Raise AssertionError naming the file in which one of the values was found."""
    for name, data in everything(home).items():
        assert not found_in(data, values), f"{found_in(data, values)} in {name}"
        assert pictures.SECRET not in data, f"where a picture was taken, in {name}"


class Token(HTMLParser):
    """Finds the hidden fields of a form."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "input" and given.get("type") == "hidden" and given.get("name"):
            self.fields[str(given["name"])] = given.get("value") or ""


class Browser:
    """Somebody without an account and without JavaScript."""

    def __init__(self, address: str) -> None:
        self.address = address
        cookies = HTTPCookieProcessor(CookieJar())
        self.opener: OpenerDirector = build_opener(ProxyHandler({}), cookies)

    def get(self, path: str) -> str:
        """The page at the path."""
        with self.opener.open(self.address + path, timeout=60) as answer:
            return str(answer.read().decode())

    def post(self, path: str, **said: Any) -> tuple[int, str, str]:
        """Fill in the form of the page: status, address and text of what comes back."""
        fields = Token(self.get(path)).fields | said
        data = encode_multipart(BOUNDARY, fields)
        headers = {"Content-Type": MULTIPART_CONTENT, "Referer": self.address + path}
        try:
            with self.opener.open(Request(self.address + path, data, headers), timeout=60) as came:
                return came.status, came.url, came.read().decode()
        except HTTPError as refused:
            with refused:
                return refused.code, refused.url or "", refused.read().decode()


class Upload:
    """A file as the form sends it."""

    name, content_type = f"{PHONE}.jpg", "image/jpeg"

    def read(self) -> bytes:
        return PHOTO


@pytest.fixture
def desk(homes: Homes) -> Home:
    """A desk with two people, whose process keeps its temporary files in its own folder."""
    home = homes.migrated()
    temporary = home.path / "tmp"
    temporary.mkdir()
    home = Home(
        home.path, home.database, {"TMPDIR": str(temporary), "PYTHONPATH": f"{ROOT}/src:{ROOT}"}
    )
    done = home.python(DJANGO + FOUND)
    assert done.returncode == 0, done.stderr
    return home


def test_the_search_finds_what_is_there() -> None:
    for value in CANARIES:
        digits = re.sub(r"\D", "", value)
        for text in (value, value.lower(), digits if len(digits) > 8 else value):
            for encoding in ("utf-8", "utf-16-le"):
                hidden = b"xy" + text.encode(encoding) + b"zzz"
                assert found_in(hidden, (value,))
                assert found_in(base64.b64encode(hidden), (value,))
    assert pictures.SECRET in PHOTO


def test_nothing_of_a_person_stays_of_what_the_public_form_takes(desk: Home) -> None:
    with desk.serving() as address:
        browser = Browser(address)
        said = {"text": TEXT, "wants_answer": "on", "reply_to": REPLY, "picture": Upload()}
        status, _url, page = browser.post("/hoi/", **said, place="Không Có Xã Này Đâu")
        assert status == 422
        assert "Không Có Xã Này Đâu" in page
        status, url, page = browser.post("/hoi/", **said, place="Lào Cai")
        assert (status, url.count("/bien-nhan/")) == (200, 1)
        assert not found_in(page.encode(), CANARIES)
        browser.post("/kiem-tra/", text=TEXT)
        nowhere(desk)
        for path in PAGES:
            assert not found_in(browser.get(path).encode(), CANARIES), path
    nowhere(desk)
    read_answer_and_lose_the_address(desk, url.removeprefix(address))


def read_answer_and_lose_the_address(desk: Home, receipt: str) -> None:
    """Publish, read the receipt, and look for what had been sealed."""
    sealed = desk.python(DJANGO + "print(bytes(ReplyAddress.objects.get().sealed).decode())")
    token = sealed.stdout.strip()
    assert found_in(b"".join(everything(desk).values()), (token,)), sealed.stderr
    told = desk.python(DJANGO + ANSWER)
    assert told.stdout.split() == ["1", "1"], told.stderr
    with desk.serving() as address:
        Browser(address).get(receipt)
    assert desk.python(DJANGO + "print(ReplyAddress.objects.count())").stdout == "0\n"
    nowhere(desk, (*CANARIES, token))


def test_nothing_of_a_person_stays_of_an_imported_file(desk: Home, tmp_path: Path) -> None:
    file = tmp_path / "tin.csv"
    rows = f'mã,nội dung,xã,liên hệ\n{ROW},"{TEXT}",Lào Cai,{REPLY}\nx,"{TEXT}",Nơi Không Có,\n'
    file.write_text(rows, encoding="utf-8")
    done = desk.run("import", str(file))
    assert done.stdout.endswith("1 new, 0 known, 1 bad rows.\n"), done.stderr
    assert not found_in((done.stdout + done.stderr).encode(), CANARIES)
    assert desk.run("import", str(file)).stdout.endswith("0 new, 1 known, 1 bad rows.\n")
    nowhere(desk)
