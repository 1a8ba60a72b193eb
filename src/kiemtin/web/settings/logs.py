"""Logs carry event names and ids, never the text of a message, never who asked."""

from kiemtin.web.settings.base import LOG_LEVEL

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "kiemtin": {"level": LOG_LEVEL},
        "django.request": {"level": "ERROR"},
        "django.security": {"level": "ERROR"},
    },
}
