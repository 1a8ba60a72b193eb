"""What was erased is in no file of the desk: not in the database, nor in its write-ahead log."""

from pathlib import Path

from tests.support.live import Home

ROOT = Path(__file__).parents[2]
SECRET = "Chi-Mi-o-thon-Ban-Pho-ke-lai"
LINES = "\n".join(f"{number} {SECRET}" for number in range(20))
DESK = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from kiemtin.cli.start import load_desk
load_desk()
from kiemtin.desk.flow import keys, seal, translating
from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Language, Script
from tests.desk import steps
from tests.support.publishing import Staff

desk = Desk.objects.create(slug="lao-cai", name="Bàn kiểm tin Lào Cai", place="15")
one, other = (Account.objects.create_user(f"{{name}}@example.vn", "x", name) for name in "ab")
for person in (one, other):
    for role in (Role.CHECKER, Role.REVIEWER, Role.SPOKESPERSON):
        Membership.objects.create(account=person, desk=desk, role=role)
keys.found_log()
first = Staff(desk, one, other).publish(why={LINES!r}, claim="Đập vỡ, {SECRET}")
said = translating.Wording(Language.HMONG, Script.RPA, {LINES!r}, "", {LINES!r})
told = translating.write(one, first.fact_check, said, b"RIFF0000WAVE" + {SECRET!r}.encode() * 20)
told = translating.check_back(other, told, {LINES!r})
translating.send_back(other, told, {LINES!r})
steps.correct(one, other, first.fact_check, why="Bàn đo lại.", claim="Đập vỡ.", todo="Ở nhà.")
seal.catch_up()
"""
ERASE = """
from kiemtin.cli.start import load_desk
load_desk()
from django.db import connection
from kiemtin.desk.flow import deliver, erase, seal
from kiemtin.desk.models import Account, Job, Version

def table() -> object:
    if connection.vendor == "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT relfilenode FROM pg_class WHERE relname = 'desk_version'")
        return cursor.fetchone()

one, other = Account.objects.order_by("pk")
before = table()
erase.do(other, erase.ask(one, Version.objects.get(number=1).log_entry, "dữ liệu riêng tư"))
if table() != before:
    print("the table was written anew while the page waited")
seal.catch_up()
from django.conf import settings
for path in settings.HOME.rglob("*"):  # while the database is in use
    if path.is_file() and b"chi-mi-o-thon" in path.read_bytes().lower():
        print(path.name)
deliver.run_due()
print(*Job.objects.filter(kind="scrub").values_list("state", flat=True))
if before and table() == before:
    print("the table still has its dead rows")
"""


def holding_it(home: Home) -> list[str]:
    files = (path for path in home.path.rglob("*") if path.is_file())
    return [path.name for path in files if SECRET.lower().encode() in path.read_bytes().lower()]


def test_erased_text_is_in_no_file(home: Home) -> None:
    made = home.python(DESK)
    assert made.returncode == 0, made.stderr
    names = holding_it(home)
    assert ("kiemtin.sqlite3" in names) == (not home.database)  # a server keeps its files elsewhere
    assert any(name.endswith(".wav") for name in names)
    erased = home.python(ERASE)
    assert erased.returncode == 0, erased.stderr
    assert erased.stdout == "done\n"
    assert holding_it(home) == []
