"""Fields that several records share; a place is never finer than a commune."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Length
from django.utils.translation import gettext_lazy as _

models.CharField.register_lookup(Length)
models.TextField.register_lookup(Length)


def place_field(**options: Any) -> models.CharField[str, str]:
    """A province code (2 digits), a commune code (5 digits) or "" for the whole country."""
    valid = RegexValidator(
        r"^(\d{2}|\d{5})?\Z", _("Mã nơi gồm 2 số (tỉnh) hoặc 5 số (xã, phường).")
    )
    return models.CharField(max_length=5, blank=True, default="", validators=[valid], **options)


def coded(name: str, field: str, codes: type[models.TextChoices]) -> models.CheckConstraint:
    """The column holds one of the codes, whoever writes it."""
    return models.CheckConstraint(name=name, condition=models.Q(**{f"{field}__in": codes.values}))
