"""Kiểm Tin: from a message to a published correction, and back to everyone who asked."""

__version__ = "0.1.0"
