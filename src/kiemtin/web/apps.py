"""The app's registration and the checks that stop a start with wrong settings."""

from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, API, templates, static files."""

    name = "kiemtin.web"
    label = "web"

    def ready(self) -> None:
        """Register the system checks."""
        import_module("kiemtin.web.checks")
