"""Gives the test database its tables: a copy of those that the real command made."""

import shutil
from pathlib import Path

from tests.support.live import Home


def prepare(pattern: Home) -> None:
    """Let the test database of this process be made from `pattern`; call before it is made."""
    from django.db import connection

    test = connection.settings_dict["TEST"]
    if pattern.database:
        test["TEMPLATE"] = pattern.database_name
    else:
        shutil.copyfile(pattern.path / DATABASE, Path(test["NAME"]))


DATABASE = "kiemtin.sqlite3"
