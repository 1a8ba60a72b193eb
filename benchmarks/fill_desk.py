"""Fills an empty desk database with published fact-checks, through every rule of the database.

Claims are headlines of ../shared/data/vn_news_headlines when that folder is given, else sentences
made here from place names. Vectors come from the real encoder.
"""

import hashlib
import itertools
import json
import os
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import django

if TYPE_CHECKING:
    from benchmarks import rows

BATCH = 500


def headlines(data: Path) -> Iterator[str]:
    """Titles of the news set, when it is there."""
    path = data / "vn_news_headlines/articles.jsonl"
    if path.exists():
        with path.open(encoding="utf-8") as lines:
            yield from (json.loads(line)["title"] for line in lines)


def made_up() -> Iterator[str]:
    """Sentences of the kind that a desk checks, with real commune names; none is about anything."""
    from kiemtin.text.places import gazetteer

    chance = random.Random(1)
    things = ["Đập", "Cầu", "Đường vào", "Trạm điện", "Trường", "Chợ", "Hồ chứa", "Kho gạo"]
    ends = ["bị vỡ", "đóng cửa", "mở lại", "sạt lở", "ngập 2 m", "hết hàng", "sập mái", "mất điện"]
    names = [
        place.name
        for province in gazetteer().provinces()
        for place in gazetteer().children(province.code)
    ]
    while True:
        day = chance.randint(1, 28)
        what, where, how = (chance.choice(words) for words in (things, names, ends))
        yield f"{what} {where} {how} ngày {day}/{chance.randint(1, 12)}/2025"


def claims(count: int, data: Path) -> list[str]:
    """`count` different claims."""
    found = dict.fromkeys(itertools.islice(headlines(data), count))
    if len(found) < count:
        found |= dict.fromkeys(itertools.islice(made_up(), count * 2))
    return list(found)[:count]


def fill(count: int, data: Path) -> None:
    """Publish `count` fact-checks in the database of the settings in force."""
    from benchmarks import rows
    from kiemtin.desk.models import Account, Desk, Membership
    from kiemtin.desk.words import Role

    desk = Desk.objects.create(slug="do", name="Bàn đo tốc độ", place="15", is_drill=True)
    author = Account.objects.create(email="a@example.vn", name="Người viết")
    signer = Account.objects.create(email="b@example.vn", name="Người ký")
    for role in (Role.REVIEWER, Role.SPOKESPERSON):
        Membership.objects.create(account=signer, desk=desk, role=role)
    texts = claims(count, data)
    for at in range(0, len(texts), BATCH):
        _batch(texts[at : at + BATCH], at, rows.Cast(desk, author, signer))
        print(f"  {min(at + BATCH, len(texts))}/{len(texts)} fact-checks", flush=True)


def _batch(texts: list[str], at: int, cast: "rows.Cast") -> None:
    from django.db import transaction

    from benchmarks import rows

    with ThreadPoolExecutor(2) as pool:
        halves = [texts[: len(texts) // 2], texts[len(texts) // 2 :]]
        vectors = [row for part in pool.map(rows.encode, halves) for row in part]
    with transaction.atomic():
        rows.insert(texts, vectors, at, cast)


def digest(text: str) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def setup(home: Path) -> None:
    """Make `home` a desk's folder with keys and an empty database, and load Django for it."""
    from cryptography.fernet import Fernet

    home.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("KIEMTIN_SECRET_KEY", "benchmark-" * 8)
    os.environ.setdefault("KIEMTIN_REPLY_KEYS", Fernet.generate_key().decode())
    os.environ["KIEMTIN_HOME"] = str(home.resolve())
    os.environ["KIEMTIN_DRILL"] = "true"
    os.environ["DJANGO_SETTINGS_MODULE"] = "kiemtin.web.settings"
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
