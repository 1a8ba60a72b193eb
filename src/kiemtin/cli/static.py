"""Gathers styles, scripts and fonts into the desk's folder, only when they changed."""

import hashlib
from pathlib import Path


def gather() -> None:
    """Make the folder STATIC_ROOT hold what this version of the pages needs. Needs Django."""
    from django.conf import settings
    from django.core.management import call_command

    mark = Path(settings.STATIC_ROOT) / ".made-from"
    wanted = fingerprint()
    if mark.exists() and mark.read_text() == wanted:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    mark.write_text(wanted)


def fingerprint() -> str:
    """Changes when a static file is added, removed or changed."""
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            digest.update(
                f"{name} {storage.size(name)} {storage.get_modified_time(name)}\n".encode()
            )
    return digest.hexdigest()
