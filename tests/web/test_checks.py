"""The desk refuses to start where it would lose or leak something, and says how to mend it."""

from typing import Any

import pytest

from kiemtin.web import checks, sqlite


def test_an_old_library_stops_a_desk_on_sqlite_only(
    monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    monkeypatch.setattr(sqlite, "too_old", lambda: "SQLite 3.40.1 found")
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")
    assert [one.id for one in checks.sqlite_is_new_enough(None)] == ["kiemtin.E001"]
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")
    assert checks.sqlite_is_new_enough(None) == []


@pytest.mark.parametrize(("keys", "expected"), [([""], ["kiemtin.E002"]), (["x"], [])])
def test_without_a_key_no_reply_address_could_be_kept_secret(
    settings: Any, keys: list[str], expected: list[str]
) -> None:
    settings.REPLY_KEYS = keys
    found = checks.reply_key_is_there(None)
    assert [one.id for one in found] == expected
    assert all("kiemtin init" in str(one.hint) for one in found)
