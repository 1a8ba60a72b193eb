"""Uploads: kept in memory, never on the disk, stopped at the limit without losing the text."""

from django.core.files.uploadedfile import InMemoryUploadedFile, SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from kiemtin.web import uploads


def posted(data: bytes) -> HttpRequest:
    return RequestFactory().post("/", {"text": "đập vỡ", "file": SimpleUploadedFile("a", data)})


def test_a_file_stays_in_memory() -> None:
    request = posted(b"x" * 3_000_000)
    uploads.into_memory(request)
    file = request.FILES["file"]
    assert isinstance(file, InMemoryUploadedFile)
    assert file.read() == b"x" * 3_000_000
    assert not uploads.too_big(request)


def test_exactly_the_limit_is_taken() -> None:
    request = posted(b"x" * uploads.PICTURE_BYTES)
    uploads.into_memory(request)
    file = request.FILES["file"]
    assert isinstance(file, InMemoryUploadedFile)
    assert file.size == uploads.PICTURE_BYTES


def test_one_byte_more_is_dropped_and_the_text_kept() -> None:
    request = posted(b"x" * (uploads.PICTURE_BYTES + 1))
    uploads.into_memory(request)
    assert "file" not in request.FILES
    assert request.POST["text"] == "đập vỡ"
    assert uploads.too_big(request)


def test_where_only_the_text_is_wanted_no_file_is_read() -> None:
    request = posted(b"x")
    uploads.text_only(request)
    assert "file" not in request.FILES
    assert request.POST["text"] == "đập vỡ"
