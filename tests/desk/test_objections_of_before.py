"""An upgrade carries over objections that were answered before it was kept what became of them."""

import json

from tests.support.live import Home

UPGRADE = """
import json
from datetime import UTC, date, datetime, timedelta
from kiemtin.cli.start import load_django
load_django()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

call_command("migrate", "desk", "0007", verbosity=0)
before = MigrationExecutor(connection).loader.project_state(("desk", "0007_the_desks_own_book"))
make = lambda model, **said: before.apps.get_model("desk", model).objects.create(**said)
START = datetime(2025, 9, 29, 2, tzinfo=UTC)
at = lambda days: START + timedelta(days=days)

desk = make("Desk", slug="lao-cai", name="Ban")
who = make("Account", email="an@example.vn", name="An", password="!")
two = make("Account", email="binh@example.vn", name="Binh", password="!")
rumour = make("Rumour", claim="Dap vo", opened_at=START, desk=desk, checkable=True)
page = make("FactCheck", slug="dap", first_published_at=START, desk=desk, rumour=rumour)
TEXT = dict(claim="Dap vo", verdict="false", fact="Vung", said="Don", why="Do", todo="Hoi")
versions = {}
for number, (kind, day) in enumerate(
    [("first", 0), ("update", 4), ("amendment", 6), ("amendment", 8)], start=1
):
    draft = make("Draft", rumour=rumour, kind=kind, content_hash=str(number) * 64, is_open=False,
                 started_at=at(day), edited_at=at(day), **TEXT)
    entry = make("LogEntry", number=number - 1, kind="publication", made_at=at(day),
                 salt=bytes(32), body={}, commitment="0" * 64)
    versions[number] = make(
        "Version", fact_check=page, number=number, kind=kind, draft=draft, log_entry=entry,
        content_hash=str(number) * 64, evidence=[], contacts=[], published_at=at(day), author=who,
        reviewer=two, spokesperson=two, what_was_wrong="Sai gio" if kind == "amendment" else "",
        **TEXT)


def objects(name, version, answered=None, outcome=""):
    said = dict(outcome=outcome, answer="Da xem", answered_by=who, answered_at=at(answered or 0))
    make("Objection", external_id=name, receipt=name, text="Sai", fact_check=page,
         version=versions[version], received_at=START, due_on=date(2025, 10, 8),
         **(said if outcome else {}))


objects("waits", 1)
objects("refused", 1, 3, "refused")
objects("accepted", 1, 3, "accepted")
objects("accepted late", 1, 7, "accepted")
objects("accepted later", 3, 7, "accepted")
objects("accepted last", 4, 9, "accepted")
call_command("migrate", verbosity=0)

from kiemtin.desk.models import Objection
print(json.dumps({one.external_id: [
    one.outcome, one.standing, one.corrected_in and one.corrected_in.number,
    str(one.amend_by or ""), one.kind, one.changed_at == one.answered_at,
] for one in Objection.objects.all()}))
"""


def test_what_was_answered_before_stands_and_finds_its_correction(blank_home: Home) -> None:
    blank_home.path.mkdir()
    done = blank_home.python(UPGRADE)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "waits": ["", "", None, "", "wrong", True],
        "refused": ["refused", "refused", None, "", "wrong", True],
        "accepted": ["accepted", "accepted", 3, "2025-10-09", "wrong", True],
        "accepted late": ["accepted", "accepted", 4, "2025-10-13", "wrong", True],
        "accepted later": ["accepted", "accepted", 4, "2025-10-13", "wrong", True],
        "accepted last": ["accepted", "accepted", None, "2025-10-15", "wrong", True],
    }
