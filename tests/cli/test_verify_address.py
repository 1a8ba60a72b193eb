"""A page, a proof and a whole log are checked at the desk's own address."""

from pathlib import Path

from kiemtin.cli.verify_address import is_one_thing
from tests.support.live import Home

ROOT = Path(__file__).parents[2]
PUBLISH = f"""
import sys
sys.path.insert(0, {str(ROOT)!r})
from kiemtin.cli.start import load_desk
load_desk()
from kiemtin.desk.flow import keys, seal
from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.words import Role
from tests.support.publishing import Staff

desk = Desk.objects.create(slug="lao-cai", name="Bàn kiểm tin Lào Cai", place="15")
people = [Account.objects.create_user(f"{{name}}@example.vn", "x", name) for name in "ab"]
for person in people:
    for role in (Role.CHECKER, Role.REVIEWER, Role.SPOKESPERSON):
        Membership.objects.create(account=person, desk=desk, role=role)
print(keys.found_log().public)
print(Staff(desk, *people).publish().fact_check.slug)
seal.catch_up()
"""


def test_what_a_desk_serves_is_checked_from_its_address(home: Home) -> None:
    made = home.python(PUBLISH)
    assert made.returncode == 0, made.stderr
    key, slug = made.stdout.split()
    with home.serving() as desk:
        for path, told in (
            (f"/kiem-chung/{slug}/", "the page has all the signed words"),
            ("/log/1.tlog-proof", "claim: Đập thủy điện Nậm Mẫu bị vỡ"),
            ("/log/", "every entry and every file fits"),
        ):
            checked = home.run("verify", desk + path, "--key", key)
            assert checked.returncode == 0, checked.stdout + checked.stderr
            assert told in checked.stdout
        missing = home.run("verify", f"{desk}/log/9.tlog-proof", "--key", key)
        assert missing.returncode == 1
        assert "answered 404" in missing.stderr


def test_a_log_is_told_from_a_page_and_a_proof() -> None:
    assert is_one_thing("https://desk.example/kiem-chung/dap-1/")
    assert is_one_thing("https://desk.example/log/3.tlog-proof")
    assert not is_one_thing("https://desk.example/log/")
