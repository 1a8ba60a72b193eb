"""An upgrade goes on waiting for the pictures of events that came before it."""

import json

from tests.support.live import Home

UPGRADE = """
import json
from datetime import UTC, datetime
from kiemtin.cli.start import load_django
load_django()
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

NAME = "0017_articles_replace_items"
call_command("migrate", "desk", NAME, verbosity=0)
before = MigrationExecutor(connection).loader.project_state(("desk", NAME))
rows = before.apps.get_model("desk", "Incoming").objects
NOON = datetime(2025, 10, 1, 5, tzinfo=UTC)
for item, error, done in (("waits", "pictures", None), ("plain", "", None), ("ended", "", NOON)):
    sealed = None if done else b"x"
    rows.create(channel="zalo_oa", item=item, sealed=sealed, error=error, came_at=NOON,
                run_at=NOON, done_at=done)
call_command("migrate", verbosity=0)

from kiemtin.desk.models import Incoming
print(json.dumps({one.item: [one.with_pictures, one.error] for one in Incoming.objects.all()}))
"""


def test_what_waits_for_pictures_goes_on_waiting(blank_home: Home) -> None:
    blank_home.path.mkdir()
    done = blank_home.python(UPGRADE)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "waits": [True, ""],
        "plain": [False, ""],
        "ended": [False, ""],
    }
