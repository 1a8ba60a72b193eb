"""A picture that was sent to the number: its address is asked for, then the file itself.

Source: Cloud API reference, Media (2026). The address lives five minutes and wants the token, which
goes to the two hosts of the settings only.
"""

import json
import re

import httpx

from kiemtin.channels.outbound import MAX_ANSWER
from kiemtin.channels.payload import word
from kiemtin.channels.picture import MOST_BYTES, PictureMissing, get, of_origin, too_big
from kiemtin.channels.whatsapp.settings import Settings

_NAME = re.compile(r"[A-Za-z0-9_-]{1,100}", re.ASCII)


def fetch(settings: Settings, http: httpx.Client, name: str) -> bytes:
    """Return the file of a media id; raises PictureMissing."""
    if not _NAME.fullmatch(name):
        raise PictureMissing("gone")
    token = {"Authorization": f"Bearer {settings.token}"}
    asked = f"{settings.api}/{name}?phone_number_id={settings.number_id}"
    said = _object(get(http, asked, token, MAX_ANSWER))
    size = word(said, "file_size", 20)
    if size.isdecimal() and int(size) > MOST_BYTES:
        raise too_big()
    return get(http, of_origin(word(said, "url", 2000), settings.media), token)


def _object(body: bytes) -> dict[str, object]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict):
        raise PictureMissing("answer")
    return said
