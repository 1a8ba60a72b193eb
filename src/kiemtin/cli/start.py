"""What commands do before their work: find the desk's folder, load Django, refuse what cannot run.

Nothing here changes the database.
"""

import os
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from kiemtin.refusal import Refusal, Say

if TYPE_CHECKING:
    from django.core.checks import CheckMessage

EXTRA = ("django", "allauth", "ninja", "csp", "django_htmx", "granian", "whitenoise", "pysqlite3")
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")
PRIVATE = 0o077  # what the desk writes, its owner alone can read


class CannotStart(Refusal):
    """A command cannot do its work here; the sentence says what to do first."""

    sentences: ClassVar = {
        "extra_missing": Say(
            "Lệnh này cần phần bàn làm việc, chưa được cài ({missing}). "
            "Hãy chạy: pip install 'kiemtin[desk]'",
            "This command needs the desk, which is not installed ({missing}). "
            "Run: pip install 'kiemtin[desk]'",
        ),
        "settings": Say(
            "Cài đặt chưa dùng được:\n{problems}\nXem docs/settings.md.",
            "These settings cannot be used:\n{problems}\nSee docs/settings.md.",
        ),
        "no_desk": Say(
            "Chưa có bàn nào trong {home}. Hãy chạy: kiemtin init (hoặc kiemtin demo để thử)",
            "There is no desk in {home} yet. Run: kiemtin init (or kiemtin demo to try)",
        ),
        "migrations": Say(
            "Cơ sở dữ liệu còn thiếu {count} bước nâng cấp. Hãy sao lưu, rồi chạy: kiemtin migrate",
            "The database lacks {count} migrations. Back it up, then run: kiemtin migrate",
        ),
        "database": Say(
            "Không dùng được cơ sở dữ liệu: {problem}\nHãy xem DATABASE_URL và KIEMTIN_HOME.",
            "The database cannot be used: {problem}\nLook at DATABASE_URL and KIEMTIN_HOME.",
        ),
        "port": Say(
            "Không mở được {host}:{port}: {problem}. Hãy chọn cổng khác bằng --port.",
            "Cannot listen on {host}:{port}: {problem}. Choose another with --port.",
        ),
    }


def home() -> Path:
    """The desk's folder: KIEMTIN_HOME, or the place that the settings take without it."""
    from kiemtin.web.env import Env

    env = Env()
    folder = env.folder("KIEMTIN_HOME", Path.home() / ".local/share/kiemtin")
    if env.problems:
        raise CannotStart("settings", {"problems": "\n".join(env.problems)})
    return folder


def need_extra() -> None:
    """Raise CannotStart unless the packages of the extra `desk` are there."""
    missing = [name for name in EXTRA if find_spec(name) is None]
    if missing:
        raise CannotStart("extra_missing", {"missing": ", ".join(missing)})


def make_home() -> Path:
    """Make the desk's folder, readable by its owner only, and the keys it lacks."""
    need_extra()
    from kiemtin.web import keys

    folder = home()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    keys.make(folder / "keys")
    return folder


def load_django() -> None:
    """Load the settings and the apps; raise CannotStart when the settings are wrong."""
    need_extra()
    import django

    from kiemtin.web.env import SettingsRefused
    from kiemtin.web.keys import KeyRefused

    os.umask(PRIVATE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiemtin.web.settings")
    for name in ONE_THREAD:  # many requests share few cores; a spinning helper thread takes one
        os.environ.setdefault(name, "1")
    try:
        django.setup()
    except (SettingsRefused, KeyRefused) as refused:
        raise CannotStart("settings", {"problems": str(refused)}) from None


def load_desk() -> None:
    """Load Django for a desk that stands: system checks pass and no migration is missing."""
    if not (home() / "keys").exists() and "KIEMTIN_SECRET_KEY" not in os.environ:
        raise CannotStart("no_desk", {"home": home()})
    load_django()
    refuse_serious_problems()
    refuse_missing_migrations()


def system_checks(*, deploy: bool = False) -> list["CheckMessage"]:
    """What the desk's own checks and Django's say."""
    from django.core.checks import run_checks

    return list(run_checks(include_deployment_checks=deploy, databases=["default"]))


def refuse_serious_problems() -> None:
    """Raise CannotStart when a system check found an error, such as SQLite being too old."""
    problems = [str(message) for message in system_checks() if message.is_serious()]
    if problems:
        raise CannotStart("settings", {"problems": "\n".join(problems)})


def refuse_missing_migrations() -> None:
    """Raise CannotStart when the database is not at this version."""
    if count := missing_migrations():
        raise CannotStart("migrations", {"count": count})


def missing_migrations() -> int:
    """How many migrations the database lacks; raise CannotStart when it cannot be asked."""
    from django.db import Error, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    except Error as error:
        raise CannotStart("database", {"problem": str(error).strip()}) from None
