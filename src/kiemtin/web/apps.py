"""The app's registration and the checks that stop a start with wrong settings."""

from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages, API, templates, static files."""

    name = "kiemtin.web"
    label = "web"

    def ready(self) -> None:
        """Register the system checks, and what sign-ins leave in the desk's own book."""
        for name in ("checks", "signin_events"):
            import_module(f"kiemtin.web.{name}")
