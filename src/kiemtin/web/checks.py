"""System checks with what is wrong and how to mend it: SQLite's version, keys, a drill mixed with
real work.
"""

from collections.abc import Sequence
from typing import Any

from django.apps.config import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from kiemtin.web import sqlite


@register("kiemtin")
def sqlite_is_new_enough(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """A desk on SQLite refuses to start on a library that can damage a WAL database."""
    if "sqlite3" not in str(settings.DATABASES["default"]["ENGINE"]):
        return []
    problem = sqlite.too_old()
    return [Error(problem, id="kiemtin.E001")] if problem else []


@register("kiemtin", deploy=True)
def reply_key_is_there(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[CheckMessage]:
    """Reply addresses are only taken when they can be encrypted."""
    if any(settings.REPLY_KEYS):
        return []
    hint = "Run `kiemtin init` (it makes keys/reply.key), or set KIEMTIN_REPLY_KEYS."
    return [Error("No key to encrypt reply addresses.", hint=hint, id="kiemtin.E002")]
