"""Takes an uploaded picture into memory and never onto the disk, and stops at ten megabytes.

What comes beyond the limit is read and dropped, so that the text beside it is not lost.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

PICTURE_BYTES = 10 * 1024 * 1024
TOO_BIG = "kiemtin.too_big"


class InMemory(FileUploadHandler):
    """Keeps a file of up to `limit` bytes; a longer one is left out and marked on the request."""

    limit = PICTURE_BYTES

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._data = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Take in a piece; raises SkipFile past the limit."""
        if start + len(raw_data) > self.limit:
            assert self.request is not None
            self.request.META[TOO_BIG] = True
            raise SkipFile
        self._data.write(raw_data)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Hand the file over."""
        self._data.seek(0)
        name, kind = self.file_name or "", self.content_type or ""
        return InMemoryUploadedFile(self._data, self.field_name, name, kind, file_size, None)


class Nowhere(InMemory):
    """Drops every file: where only the text of a form is wanted."""

    limit = 0


def into_memory(request: HttpRequest) -> None:
    """Have the files of this request read into memory; call before anything reads the form."""
    request.upload_handlers = [InMemory(request)]


def text_only(request: HttpRequest) -> None:
    """Have the files of this request dropped; call before anything reads the form."""
    request.upload_handlers = [Nowhere(request)]


def too_big(request: HttpRequest) -> bool:
    """True when a file of this request went past the limit."""
    return TOO_BIG in request.META
