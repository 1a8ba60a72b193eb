"""Run as a module in the environment of a migrated desk: tells the drill's cases and what they
leave out, and prints what a visitor needs to find it again, as JSON.
"""

import json
import sys
import wave
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

from PIL import Image

from kiemtin.channels.shape import Inbound
from kiemtin.cli.start import load_desk

BRIDGE = {
    "claim": "Cầu tràn Khe Mây ở xã Bảo Nhai bị cuốn trôi sáng nay",
    "verdict": "false",
    "fact": "Cầu tràn Khe Mây còn nguyên, xe máy đi được.",
    "said": "Có tin nói cầu tràn Khe Mây bị cuốn trôi.",
    "why": "Tổ trực của xã đến tận nơi lúc 7 giờ: nước ngập mặt cầu 10 cm rồi rút, cầu không hỏng.",
    "todo": "Nước ngập mặt cầu thì chờ, đừng cố qua.",
    "english": "The Khe May crossing stands.",
    "subject": "traffic",
    "what_was_wrong": "",
}
WAITING = (
    "Chợ phiên tuần này dời sang thứ bảy phải không bàn ơi",
    "Sao trạm y tế xã hôm nay đóng cửa sớm thế",
    "Cảm ơn bàn kiểm tin nhé",
)


PHONES = 20
"""Each test of the phone page has a communicator of its own."""


def main() -> None:
    """Tell, and print what was told."""
    load_desk()
    from django.utils import translation

    with translation.override("vi"):
        json.dump(tell(), sys.stdout)


def tell() -> dict[str, Any]:
    """The drill, then a message with a picture, messages that wait, a draft in review, a draft that
    two may write, an objection, somebody to call back, a message with two claims.
    """
    from kiemtin.desk.demo.load import load
    from kiemtin.desk.flow import keys
    from kiemtin.desk.models import FactCheck

    load()
    fact_check = FactCheck.objects.select_related("current", "rumour").latest("id")
    return {
        "accounts": accounts(),
        "slug": fact_check.slug,
        "fact": fact_check.current and fact_check.current.fact,
        "fact_check": fact_check.pk,
        "waiting": [waits(text) for text in WAITING],
        "picture": waits("Ảnh này là ở đâu", drawing()),
        "review": in_review(),
        "shared": assessed("Quán nước đầu cầu Khe Mây bị dỡ tuần trước"),
        "objection": objection(fact_check),
        "callback": callback(fact_check),
        "divided": divided(),
        "open": open_rumours(),
        "bulletins": bulletins(fact_check),
        "log": keys.name_in_force(),
        "phones": [invitation(number) for number in range(PHONES)],
        "broadcast": broadcast(),
        "evidence": evidence(),
    }


def evidence() -> dict[str, int]:
    """Numbers of an archived page, of evidence with a picture, of a message with a picture, of an
    article and of a rumour with archived pages and lists of steps.
    """
    from kiemtin.desk.models import Article, Capture, Message, Reading

    read = Reading.objects.filter(evidence__isnull=False, state="read").earliest("id")
    capture = Capture.objects.get(link="changed")
    return {
        "capture": capture.pk,
        "piece": int(read.evidence_id or 0),
        "pictured": Message.objects.get(pictures__isnull=False, pictures__reading__state="read").pk,
        "article": Article.objects.earliest("id").pk,
        "rumour": capture.rumour_id,
    }


def drawing() -> bytes:
    """A small picture."""
    file = BytesIO()
    Image.new("RGB", (320, 200), "teal").save(file, "PNG")
    return file.getvalue()


def accounts() -> dict[str, dict[str, str]]:
    """Name, password and TOTP secret of each account, by e-mail."""
    from kiemtin.desk.demo import accounts as demo

    return {
        one.email: {
            "name": one.name,
            "password": one.password,
            "secret": demo.totp_secret(one.email),
        }
        for one in demo.listed()
    }


def person(name: str) -> Any:
    """The demo account of that name."""
    from kiemtin.desk.models import Account

    return Account.objects.get(email=f"{name}@example.vn")


def arrives(text: str, **more: Any) -> tuple[Any, str]:
    """A message that has just come in, and its receipt."""
    from kiemtin.desk.flow import receive
    from kiemtin.desk.models import Desk

    said: dict[str, Any] = {
        "channel": "web",
        "wants_answer": True,
        "received_at": datetime.now(UTC),
    }
    inbound = Inbound(text=text, external_id=f"told:{text}", **(said | more))
    received = receive.receive(inbound, Desk.objects.get(parent=None))
    return received.message, received.receipt


def waits(text: str, *pictures: bytes) -> int:
    """A message in the inbox."""
    from kiemtin.desk.flow import match, triage

    message, _receipt = arrives(text, pictures=pictures)
    match.match_message(message)
    message.refresh_from_db()
    if message.state != "inbox":
        triage.undo(person("checker"), message)
    return int(message.pk)


def assessed(claim: str) -> int:
    """A rumour of which somebody may write."""
    from kiemtin.desk.flow import triage
    from kiemtin.desk.models import Desk
    from kiemtin.desk.words import Subject

    checker = person("checker")
    rumour = triage.notice(checker, Desk.objects.get(parent=None), claim, "02890")
    found = triage.Assessment(claim, Subject.TRAFFIC, harm=2, place="02890")
    triage.assess(checker, rumour, found, based_on=rumour.revision)
    return int(rumour.pk)


def in_review() -> dict[str, int]:
    """A finished draft handed to review."""
    from kiemtin.desk.flow import drafts, investigate, review
    from kiemtin.desk.models import Rumour
    from tests.support.publishing import SOURCE

    checker = person("checker")
    rumour = Rumour.objects.get(pk=assessed(BRIDGE["claim"]))
    investigate.add_evidence(checker, rumour, SOURCE, b"Ban sao luu.\n", "bao-cao.txt")
    draft = drafts.open_draft(checker, rumour)
    text = BRIDGE | {"place": "02890", "about": "nobody"}
    draft = drafts.save(checker, draft, text, based_on=draft.revision)
    review.submit(checker, draft)
    return {"rumour": rumour.pk, "draft": draft.pk}


def objection(fact_check: Any) -> str:
    """The receipt of an objection that waits; another one is answered already."""
    from kiemtin.desk.flow import listen
    from kiemtin.desk.words import ObjectionOutcome

    first = listen.object_to(fact_check, "Con số này cũ rồi.", external_id="told:1")
    outcome = ObjectionOutcome.REFUSED
    listen.answer_objection(person("reviewer"), first.objection, outcome, "Số ấy vẫn đúng hôm nay.")
    waiting = listen.object_to(
        fact_check, "Bài thiếu giờ.", external_id="told:2", link="https://example.org/gio"
    )
    return waiting.receipt


def callback(fact_check: Any) -> dict[str, Any]:
    """Somebody who asked by telephone, with an answer to be told."""
    from kiemtin.desk.flow import match, triage

    message, receipt = arrives(
        f"{fact_check.rumour.claim} à?", channel="phone", reply_to="0900 000 001"
    )
    match.match_message(message)
    triage.attach(person("checker"), message, fact_check.rumour)
    return {"message": message.pk, "receipt": receipt}


def divided() -> dict[str, Any]:
    """A message with two claims: the first waits in the inbox, the second has its rumour."""
    from kiemtin.desk.flow import divide, match, triage
    from kiemtin.desk.models import Message

    first, second = "Bếp ăn của trường nấu gạo mốc.", "Đường lên bản bị chặn, phải đi vòng"
    message, receipt = arrives(f"{first} {second}")
    match.match_message(message)
    message.refresh_from_db()
    if message.state != "inbox":
        triage.undo(person("checker"), message)
    divide.divide(person("checker"), message, [len(first) + 1])
    part: Message = message.claims()[0]
    if part.state != "inbox":
        triage.undo(person("checker"), part)
    return {"message": message.pk, "part": part.pk, "receipt": receipt}


def bulletins(fact_check: Any) -> dict[str, str]:
    """The code of a bulletin in each state in which it can be found."""
    from kiemtin.desk import signing
    from kiemtin.desk.models import FactCheck
    from kiemtin.desk.queries import bulletins as records
    from kiemtin.record.keys import SignerKey
    from kiemtin.record.statement import read_statement, sign_statement
    from kiemtin.record.statement_code import to_code

    key = signing.signer()
    assert key is not None
    amended = FactCheck.objects.filter(current__kind="amendment").latest("id")
    versions = (records.version(fact_check.slug), records.version(amended.slug, 1))
    made = [records.statement(one) for one in versions if one]
    plain, old = (replace(one, claim=one.claim[:60].strip(), desk=one.desk[:30]) for one in made)
    whole = sign_statement(plain, key).to_bytes()
    foreign = SignerKey(key.name, b"\x09" * 32)
    return {
        "holds": to_code(read_statement(whole)),
        "superseded": to_code(sign_statement(old, key)),
        "expired": to_code(sign_statement(replace(plain, valid_until=date(2025, 1, 1)), key)),
        "altered": to_code(read_statement(whole[:-1] + bytes([whole[-1] ^ 1]))),
        "unknown_key": to_code(sign_statement(plain, foreign)),
        "malformed": to_code(read_statement(whole))[:-8],
    }


def invitation(number: int) -> str:
    """The code of an invitation for a communicator of a commune."""
    from kiemtin.desk.flow import communicators
    from kiemtin.desk.models import Desk

    actor, desk = person("reviewer"), Desk.objects.get(parent=None)
    who = (f"Giàng A {number}", "02683", ["vie", "hmn"])
    return communicators.invite(actor, desk, *who)[1]


def broadcast() -> int:
    """The order to read out the newest fact-check that the drill does not, with a voice for it."""
    from django.core.files.base import ContentFile

    from kiemtin.desk.models import FactCheck, FormFile
    from tests.support.communicators import ordered

    silent = FactCheck.objects.filter(current__broadcasts=None, current__form_files=None)
    fact_check = silent.select_related("current").latest("id")
    assert fact_check.current is not None
    FormFile.objects.create(
        version=fact_check.current,
        kind="audio_north",
        file=ContentFile(silence(), name="giong.wav"),
        content_type="audio/wav",
        size=len(silence()),
        sha256="0" * 64,
        made_at=datetime.now(UTC),
    )
    made = ordered(person("spokesperson"), fact_check.current, datetime.now(UTC))
    return int(made.pk)


def silence() -> bytes:
    """A second of it as WAV."""
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(8_000)
        sound.writeframes(bytes(16_000))
    return file.getvalue()


def open_rumours() -> list[int]:
    """What the drill leaves open."""
    from kiemtin.desk.models import Rumour

    return list(Rumour.objects.filter(state="checking").values_list("pk", flat=True))


if __name__ == "__main__":
    main()
