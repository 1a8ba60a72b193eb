"""In what two texts of one draft differ, field by field, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kiemtin.desk.models import Draft, Version
from kiemtin.desk.place_names import place_name
from kiemtin.desk.words import About, NotAsked, Subject, Verdict
from kiemtin.web.desk.forms import DraftForm


@dataclass(frozen=True)
class Change:
    """One field: its label, what the one text says, what the other."""

    label: str
    old: str
    new: str


def changes(version: Version, draft: Draft) -> list[Change]:
    """What a draft changes of the version that is public now; why, the review page says."""
    told = draft.content() | {"what_was_wrong": ""}
    return between(version.content() | {"what_was_wrong": ""}, told)


def between(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[Change]:
    """Every field that differs, in the order of the draft page."""
    old, new = _said(one), _said(other)
    labels = {name: str(field.label) for name, field in DraftForm.base_fields.items()}
    return [
        Change(label, old[name], new[name])
        for name, label in labels.items()
        if name in new and old[name] != new[name]
    ]


def _said(content: Mapping[str, Any]) -> dict[str, str]:
    words = {
        "verdict": str(Verdict(content["verdict"]).label),
        "subject": str(Subject(content["subject"]).label),
        "place": place_name(content["place"]) or _("Cả nước"),
        "about": str(About(content["about"]).label) if content.get("about") else "",
        "not_asked": str(NotAsked(content["not_asked"]).label) if content.get("not_asked") else "",
    }
    return {name: _text(value) for name, value in content.items()} | words


def _text(value: Any) -> str:
    if isinstance(value, date):
        return date_format(value, "DATE_FORMAT")
    return str(value or "")
