"""Renewing the access token: the refresh token works once, so the new pair is kept before use.

Source: docs.zaloplatforms.com/docs/OA/bat-dau/xac-thuc-va-uy-quyen-cho-ung-dung-new, 2026.
"""

from datetime import datetime, timedelta

import httpx

from kiemtin.channels.outbound import SendingFailed, Tokens, json_answer, post
from kiemtin.channels.payload import word
from kiemtin.channels.zalo_oa.settings import Settings

ACCESS = timedelta(hours=25)
REFRESH = timedelta(days=90)
"""How long each is good for: 25 hours and 3 months from the day it is given."""


def refresh(settings: Settings, http: httpx.Client, refresh_token: str, now: datetime) -> Tokens:
    """Return the new pair; the old refresh token is void from then on. Raises SendingFailed.

    `no_answer` and `answer`: Zalo may have renewed it and the new pair is lost. The old token is
    tried once more; when that says `token`, a person fetches a new one (docs/channels/zalo_oa.md).
    `token`: Zalo knows this refresh token no more. After anything else it is still good.
    """
    answer = post(
        http,
        f"{settings.oauth}/v4/oa/access_token",
        data={
            "refresh_token": refresh_token,
            "app_id": settings.app_id,
            "grant_type": "refresh_token",
        },
        headers={"secret_key": settings.app_secret},
    )
    if answer.status_code >= 300:
        raise SendingFailed("token", str(answer.status_code))
    said = json_answer(answer)
    access, renewed = word(said, "access_token", 4000), word(said, "refresh_token", 4000)
    if access and renewed:
        return Tokens(access, renewed, now + _lasts(word(said, "expires_in", 12)), now + REFRESH)
    error = word(said, "error", 20)
    if error == "-32":
        raise SendingFailed("busy", error, 60.0)
    raise SendingFailed("token" if error not in {"", "0"} else "answer", error or "200")


def _lasts(seconds: str) -> timedelta:
    """Zalo gives seconds as text; what is none, or too long, counts as the documented 25 hours."""
    good = seconds.isascii() and seconds.isdecimal() and 0 < int(seconds) <= 30 * 24 * 3600
    return timedelta(seconds=int(seconds)) if good else ACCESS
