"""The app's registration."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The desk: models, flow, queries."""

    name = "kiemtin.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
