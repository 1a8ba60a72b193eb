"""A picture that was sent to the bot: its path is asked for, then the file itself.

Source: core.telegram.org/bots/api (getFile, File). Both addresses are the API's and hold the token.
"""

import re

import httpx

from kiemtin.channels.outbound import SendingFailed, json_answer, post
from kiemtin.channels.payload import inner, word
from kiemtin.channels.picture import MOST_BYTES, PictureMissing, get, of_failure, too_big
from kiemtin.channels.telegram.settings import Settings

_PATH = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*(?:\.[A-Za-z0-9]{1,8})?", re.ASCII)
"""Such as photos/file_7.jpg; whatever could lead elsewhere is not asked for."""


def fetch(settings: Settings, http: httpx.Client, name: str) -> bytes:
    """Return the file of a file_id; raises PictureMissing."""
    path = _path(settings, http, name)
    return get(http, f"{settings.api}/file/bot{settings.token}/{path}")


def _path(settings: Settings, http: httpx.Client, name: str) -> str:
    try:
        answer = post(http, f"{settings.api}/bot{settings.token}/getFile", json={"file_id": name})
        said = json_answer(answer)
    except SendingFailed as failed:
        raise of_failure(failed) from None
    if said.get("ok") is not True:
        big = "too big" in word(said, "description", 200).lower()
        raise too_big() if big else PictureMissing("gone")
    found = inner(said, "result")
    size, path = word(found, "file_size", 20), word(found, "file_path", 300)
    if size.isdecimal() and int(size) > MOST_BYTES:
        raise too_big()
    if not _PATH.fullmatch(path):
        raise PictureMissing("answer")
    return path
