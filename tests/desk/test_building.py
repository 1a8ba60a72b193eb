"""An upgrade leaves exactly the rules of this version, whatever an earlier one had."""

from kiemtin.desk.rules import RULES
from tests.support.live import Home

UPGRADE = """
from kiemtin.cli.start import load_django
load_django()
from django.core.management import call_command
from django.db import connection
from kiemtin.desk.rules.building import STANDING
from kiemtin.desk.rules.trigger import Rule

call_command("migrate", "desk", "0006", verbosity=0)
old = Rule("a_rule_of_before", "desk_logentry", "UPDATE", "1 = 1")
with connection.cursor() as cursor:
    for statement in getattr(old, connection.vendor)():
        cursor.execute(statement)
call_command("migrate", verbosity=0)
with connection.cursor() as cursor:
    cursor.execute(STANDING[connection.vendor])
    print(*(row[0] for row in cursor.fetchall()))
"""


def test_an_upgrade_leaves_the_rules_of_this_version_only(blank_home: Home) -> None:
    blank_home.path.mkdir()
    done = blank_home.python(UPGRADE)
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.split()) == sorted(rule.name for rule in RULES)


LAST_STEP = """
from kiemtin.cli.start import load_django
load_django()
from django.core.management import call_command
from django.db import connection
from kiemtin.desk.rules.building import STANDING
from kiemtin.desk.rules import drop

call_command("migrate", verbosity=0)
call_command("migrate", "desk", "0011", fake=True, verbosity=0)
with connection.cursor() as cursor:
    for statement in drop(connection.vendor, ["who_has_an_interest_holds_no_objection_back"]):
        cursor.execute(statement)
call_command("migrate", verbosity=0)
with connection.cursor() as cursor:
    cursor.execute(STANDING[connection.vendor])
    print(*(row[0] for row in cursor.fetchall()))
"""


def test_a_desk_of_before_gets_the_rule_that_came_later(blank_home: Home) -> None:
    blank_home.path.mkdir()
    done = blank_home.python(LAST_STEP)
    assert done.returncode == 0, done.stderr
    assert "who_has_an_interest_holds_no_objection_back" in done.stdout.split()
