"""Communicators: invited by the desk for a place; each invitation opens one phone, and either side
may end it at any time. Nothing tells when a phone was last seen.
"""

import logging
import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from kiemtin.desk import addresses, receipts, sealing
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit
from kiemtin.desk.keyed import mac
from kiemtin.desk.models import Account, Communicator, Desk, Device, Way
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import require
from kiemtin.desk.words import Role
from kiemtin.desk.words_reach import Language
from kiemtin.text.places import gazetteer

log = logging.getLogger(__name__)
INVITING = (Role.REVIEWER, Role.SPOKESPERSON, Role.ADMINISTRATOR)
GOOD_FOR = timedelta(days=14)


def invite(
    actor: Account, desk: Desk, name: str, place: str, languages: Sequence[str]
) -> tuple[Communicator, str]:
    """Invite a person for a place of the desk; the code is given back this once and kept nowhere.

    Raises NotAllowed, FlowError for a place or language that does not fit, UnknownPlace.
    """
    require(actor, desk, *INVITING)
    _check(desk, name, place, languages)
    code = _new_code()
    with transaction.atomic():
        person = Communicator.objects.create(
            desk=desk,
            name=name.strip(),
            place=place,
            languages=list(dict.fromkeys(languages)),
            invited_by=actor,
            invited_at=now(),
            invite=_hash(code),
            invite_until=now() + GOOD_FOR,
        )
        audit.note(actor, desk, Act.COMMUNICATOR_INVITED, person)
    log.info("communicator.invited id=%s by=%s", person.pk, actor.pk)
    return person, code


def invite_again(actor: Account, communicator: Communicator) -> str:
    """A fresh code for one more phone; one that was not taken up is good no more."""
    require(actor, communicator.desk, *INVITING)
    code = _new_code()
    with transaction.atomic():
        changed = _here(communicator).update(invite=_hash(code), invite_until=now() + GOOD_FOR)
        if not changed:
            raise refuse("communicator_ended", _("Người này đã nghỉ. Hãy mời lại từ đầu."))
        audit.note(actor, communicator.desk, Act.COMMUNICATOR_INVITED_AGAIN, communicator)
    log.info("communicator.invited_again id=%s by=%s", communicator.pk, actor.pk)
    return code


def take_up(code: str) -> tuple[Communicator, str]:
    """Open a phone with an invitation's code, however it was typed; the phone's token goes back and
    only a keyed hash of it stays. Raises FlowError when the code is used, too old or unknown.
    """
    hashed, token = _hash(code), secrets.token_urlsafe(32)
    with transaction.atomic():
        good = Communicator.objects.filter(invite=hashed, ended_at=None, invite_until__gt=now())
        person = good.select_related("desk").first()
        # Of two who come with one code at the same time, one update finds the row.
        if person is None or not good.update(invite=""):
            raise refuse(
                "invitation_not_good",
                _("Mã mời này không dùng được: sai, đã dùng hoặc quá 14 ngày. Hãy xin bàn mã mới."),
            )
        if person.joined_at is None:
            Communicator.objects.filter(pk=person.pk).update(joined_at=now())
        Device.objects.create(communicator=person, token=_token(token), began_at=now())
        audit.note(None, person.desk, Act.COMMUNICATOR_JOINED, person)
    person.refresh_from_db()
    log.info("communicator.joined id=%s", person.pk)
    return person, token


def of_device(token: str) -> Communicator | None:
    """Whose phone holds this token; None when it was ended or never given.

    Found by a keyed hash, so that the time taken says nothing of a token.
    """
    if not token:
        return None
    device = Device.objects.filter(token=_token(token), ended_at=None)
    found = device.select_related("communicator__desk").first()
    return found.communicator if found and found.communicator.ended_at is None else None


def end(actor: Account, communicator: Communicator) -> None:
    """End it from the desk: phones and addresses are erased, what was done stays counted."""
    require(actor, communicator.desk, *INVITING)
    with transaction.atomic():
        if _erase(communicator):
            audit.note(actor, communicator.desk, Act.COMMUNICATOR_ENDED, communicator)
    log.info("communicator.ended id=%s by=%s", communicator.pk, actor.pk)


def leave(communicator: Communicator) -> None:
    """End it by the person's own will, without giving a reason; the same is erased."""
    with transaction.atomic():
        if _erase(communicator):
            audit.note(None, communicator.desk, Act.COMMUNICATOR_LEFT, communicator)
    log.info("communicator.left id=%s", communicator.pk)


def add_way(communicator: Communicator, channel: str, address: str) -> Way:
    """Let bulletins go to this address of a channel; another one of the channel is replaced."""
    with transaction.atomic():
        if not _here(communicator).exists():
            raise refuse("communicator_ended", _("Người này đã nghỉ. Hãy mời lại từ đầu."))
        way, _created = Way.objects.update_or_create(
            communicator=communicator,
            channel=channel,
            defaults={
                "lookup": addresses.lookup(channel, address),
                "sealed": sealing.seal(address),
                "added_at": now(),
            },
        )
    log.info("communicator.way_added id=%s channel=%s", communicator.pk, channel)
    return way


def remove_way(communicator: Communicator, channel: str) -> bool:
    """Send nothing by this channel any more; whether there was a way."""
    gone, _each = Way.objects.filter(communicator=communicator, channel=channel).delete()
    log.info("communicator.way_removed id=%s channel=%s", communicator.pk, channel)
    return bool(gone)


def _here(communicator: Communicator) -> QuerySet[Communicator]:
    return Communicator.objects.filter(pk=communicator.pk, ended_at=None)


def _erase(communicator: Communicator) -> bool:
    Device.objects.filter(communicator=communicator).delete()
    Way.objects.filter(communicator=communicator).delete()
    ended = _here(communicator).update(ended_at=now(), invite="")
    communicator.refresh_from_db()
    return bool(ended)


def _check(desk: Desk, name: str, place: str, languages: Sequence[str]) -> None:
    if not name.strip():
        raise refuse("no_name", _("Hãy ghi tên người được mời."))
    if not place:
        raise refuse("no_place", _("Hãy chọn nơi người này đưa tin: một xã, phường hay cả tỉnh."))
    gazetteer().get(place)
    if desk.place and not gazetteer().contains(desk.place, place):
        raise refuse("place_elsewhere", _("Nơi này không thuộc địa bàn của bàn."))
    if not languages or not set(languages) <= set(Language.values):
        raise refuse("no_language", _("Hãy chọn ít nhất một thứ tiếng."))


def _new_code() -> str:
    letters = "".join(secrets.choice(receipts.ALPHABET) for _ in range(receipts.LENGTH))
    return receipts.tidy(letters)


def _hash(code: str) -> str:
    return mac("invitation", receipts.tidy(code)).hex()


def _token(token: str) -> str:
    return mac("device", token).hex()
