"""An upgrade leaves exactly the rules of this version, whatever an earlier one had."""

import pytest

from kiemtin.desk.rules import RULES
from tests.support.live import Home

UPGRADE = """
from kiemtin.cli.start import load_django
load_django()
from django.core.management import call_command
from django.db import connection
from kiemtin.desk.rules.building import STANDING
from kiemtin.desk.rules.trigger import Rule

call_command("migrate", "desk", "BEFORE", verbosity=0)
old = Rule("a_rule_of_before", "desk_logentry", "UPDATE", "1 = 1")
with connection.cursor() as cursor:
    for statement in getattr(old, connection.vendor)():
        cursor.execute(statement)
call_command("migrate", verbosity=0)
with connection.cursor() as cursor:
    cursor.execute(STANDING[connection.vendor])
    print(*(row[0] for row in cursor.fetchall()))
"""


@pytest.mark.parametrize("before", ["0006", "0011", "0012"])
def test_an_upgrade_leaves_the_rules_of_this_version_only(blank_home: Home, before: str) -> None:
    blank_home.path.mkdir()
    done = blank_home.python(UPGRADE.replace("BEFORE", before))
    assert done.returncode == 0, done.stderr
    assert sorted(done.stdout.split()) == sorted(rule.name for rule in RULES)
