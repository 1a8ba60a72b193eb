"""Recordings are for whoever is to play them, whole or by the part; for nobody else."""

from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from kiemtin.desk.models import Broadcast, FormFile
from kiemtin.desk.moment import now


@pytest.fixture
def address(broadcast: Broadcast, settings: Settings, tmp_path: Path) -> str:
    """Where a voice of the bulletin is."""
    settings.MEDIA_ROOT = tmp_path
    file = FormFile.objects.create(
        version=broadcast.version,
        kind="audio_north",
        file=ContentFile(bytes(range(200)), name="x.mp3"),
        content_type="audio/mpeg",
        size=200,
        sha256="ab" * 32,
        made_at=now(),
    )
    return reverse("phone:voice", args=[file.pk])


def test_a_voice_comes_whole_or_by_the_part(address: str, phone: Client) -> None:
    whole = phone.get(address)
    assert (whole.status_code, len(whole.content)) == (200, 200)
    assert whole.headers["Content-Type"] == "audio/mpeg"
    part = phone.get(address, headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, bytes(range(10, 20)))


def test_it_is_for_nobody_else(address: str, phone: Client) -> None:
    assert Client().get(address).status_code == 401
    Broadcast.objects.update(places=["02680"])
    assert phone.get(address).status_code == 404


@pytest.mark.parametrize("name", ["voice", "recording"])
def test_what_is_not_there_is_not_found(name: str, broadcast: Broadcast, phone: Client) -> None:
    assert phone.get(reverse(f"phone:{name}", args=[99])).status_code == 404
