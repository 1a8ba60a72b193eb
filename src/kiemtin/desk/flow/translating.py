"""Translating: a fact-check in another language, recorded, written or both, said back by a second
person before it goes out; when the Vietnamese changes, it goes out no more.
"""

import hashlib
import logging
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext as _

from kiemtin.bulletin.recording import check_recording
from kiemtin.canonical_json import canonical_json
from kiemtin.desk import files
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, sightings
from kiemtin.desk.models import Account, FactCheck, Translation, Version
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import require
from kiemtin.desk.words import Role, VersionKind
from kiemtin.desk.words_reach import Language, Script

log = logging.getLogger(__name__)
TRANSLATING = (Role.TRANSLATOR, Role.CHECKER)
FOLLOWED = ("fact", "said", "todo", "verdict", "place", "valid_from", "valid_until")
"""The Vietnamese that a translation says: where or until when it holds is said too."""


class Standing(StrEnum):
    """What can be done with a translation."""

    SAYABLE = "sayable"
    TO_CHECK = "to_check"
    RETURNED = "returned"
    STALE = "stale"


@dataclass(frozen=True)
class Stands:
    """A translation that has not ended, with where it stands; only a sayable one goes out."""

    translation: Translation
    standing: Standing


@dataclass(frozen=True)
class Wording:
    """What is said in which language; no words and the script NONE when it is only recorded."""

    language: Language
    script: Script = Script.NONE
    fact: str = ""
    said: str = ""
    todo: str = ""


def source_hash(version: Version) -> str:
    """64 hex digits for the Vietnamese words that a translation follows."""
    said = {name: getattr(version, name) for name in FOLLOWED}
    return hashlib.sha256(canonical_json(said)).hexdigest()


def standing(fact_check: FactCheck, current: Version | None = None) -> list[Stands]:
    """Every translation that has not ended, by language, with where it stands; `current` saves
    reading the version that stands.
    """
    current = current or fact_check.current
    if current is None or current.kind == VersionKind.WITHDRAWAL:
        return []
    words = source_hash(current)
    rows = Translation.objects.filter(fact_check=fact_check, ended_at=None).select_related(
        "translator"
    )
    return [Stands(one, _standing(one, words)) for one in rows]


def _standing(one: Translation, words: str) -> Standing:
    if one.source_hash != words:
        return Standing.STALE
    if one.back_checked_at:
        return Standing.SAYABLE
    return Standing.RETURNED if one.returned_reason else Standing.TO_CHECK


def sayable(fact_check: FactCheck, current: Version | None = None) -> list[Translation]:
    """The translations that may go out now, by language."""
    rows = standing(fact_check, current)
    return [one.translation for one in rows if one.standing == Standing.SAYABLE]


def write(
    actor: Account,
    fact_check: FactCheck,
    wording: Wording,
    recording: bytes | None = None,
) -> Translation:
    """Say the current version in another language; it takes the place of the open one.

    A recording alone is enough. Without a new one, the recording of the open translation stays
    while the Vietnamese is the same. Raises FlowError for what says nothing, AudioRefused for what
    is no recording.
    """
    require(actor, fact_check.desk, *TRANSLATING)
    wording = _checked(wording)
    with files.all_or_none() as kept, transaction.atomic():
        version = _current(fact_check)
        open_one = Translation.objects.filter(
            fact_check=fact_check, language=wording.language, ended_at=None
        ).first()
        made = Translation(
            fact_check=fact_check,
            version=version,
            source_hash=source_hash(version),
            translator=actor,
            made_at=now(),
            **vars(wording),
        )
        if recording:
            kept.append(_record(made, recording))
        elif open_one and open_one.source_hash == made.source_hash:
            _keep_recording(open_one, made)
        if not made.recording and not (wording.fact and wording.todo):
            raise refuse(
                "says_nothing", _("Cần một bản ghi âm, hoặc cả hai: sự thật và việc nên làm.")
            )
        if open_one:
            Translation.objects.filter(pk=open_one.pk).update(ended_at=made.made_at)
        made.save()
        audit.note(actor, fact_check.desk, Act.TRANSLATION_WRITTEN, made, fact_check=fact_check.pk)
    log.info("translation.written id=%s language=%s by=%s", made.pk, made.language, actor.pk)
    return made


def _checked(given: Wording) -> Wording:
    fact, said, todo = given.fact.strip(), given.said.strip(), given.todo.strip()
    if given.language == Language.VIETNAMESE:
        raise refuse("is_vietnamese", _("Tiếng Việt là bản gốc; hãy chọn tiếng khác."))
    if (fact or said or todo) and given.script == Script.NONE:
        raise refuse("no_script", _("Hãy chọn loại chữ của bản viết."))
    script = given.script if fact or said or todo else Script.NONE
    return Wording(given.language, script, fact, said, todo)


def _current(fact_check: FactCheck) -> Version:
    """The version that stands until the transaction ends."""
    sightings.hold(fact_check.rumour)
    fact_check.refresh_from_db(fields=["current"])
    current = fact_check.current
    if current is None or current.kind == VersionKind.WITHDRAWAL:
        raise refuse("withdrawn", _("Bài này đã rút lại; không dịch nữa."))
    return current


def _record(made: Translation, data: bytes) -> FieldFile:
    sound = check_recording(data)
    made.recording_type, made.recording_seconds = sound.media_type, sound.seconds
    made.recording_sha256 = hashlib.sha256(data).hexdigest()
    file: FieldFile = made.recording
    file.save(f"{made.recording_sha256[:32]}.{sound.kind}", ContentFile(data), save=False)
    return file


def _keep_recording(before: Translation, made: Translation) -> None:
    for name in ("recording", "recording_type", "recording_sha256", "recording_seconds"):
        setattr(made, name, getattr(before, name))


def check_back(actor: Account, translation: Translation, back_text: str) -> Translation:
    """Say in Vietnamese what the translation says; from then on it goes out.

    By somebody other than the translator; raises FlowError for the same person, for one that is
    stale, ended, returned or checked already, and for no words.
    """
    desk = translation.fact_check.desk
    require(actor, desk, *TRANSLATING)
    if not back_text.strip():
        raise refuse("no_back_text", _("Hãy ghi lại bằng tiếng Việt điều bạn nghe hoặc đọc được."))
    with transaction.atomic():
        words = source_hash(_current(translation.fact_check))
        waiting = _waits(actor, translation, source_hash=words, returned_reason="")
        said = {"back_text": back_text.strip(), "back_checker": actor, "back_checked_at": now()}
        if not waiting.filter(back_checked_at=None).update(**said):
            raise refuse("not_to_check", _("Bản dịch này đã cũ, đã trả lại hoặc đã đối chiếu rồi."))
        about = translation.fact_check_id
        audit.note(actor, desk, Act.TRANSLATION_CHECKED, translation, fact_check=about)
    translation.refresh_from_db()
    log.info("translation.checked id=%s by=%s", translation.pk, actor.pk)
    return translation


def send_back(actor: Account, translation: Translation, reason: str) -> Translation:
    """Say what is wrong with a translation; it goes out no more, even if it was checked."""
    desk = translation.fact_check.desk
    require(actor, desk, *TRANSLATING)
    if not reason.strip():
        raise refuse("no_reason", _("Hãy ghi chỗ sai để người dịch sửa."))
    with transaction.atomic():
        _current(translation.fact_check)
        unchecked = {"back_text": "", "back_checker": None, "back_checked_at": None}
        rows = _waits(actor, translation)
        if not rows.update(returned_reason=reason.strip(), **unchecked):
            raise refuse("ended", _("Bản dịch này đã có bản khác thay."))
        about = translation.fact_check_id
        audit.note(actor, desk, Act.TRANSLATION_RETURNED, translation, fact_check=about)
    translation.refresh_from_db()
    log.info("translation.returned id=%s by=%s", translation.pk, actor.pk)
    return translation


def _waits(actor: Account, translation: Translation, **more: str) -> QuerySet[Translation]:
    if translation.translator_id == actor.pk:
        raise refuse("own_translation", _("Bạn đã dịch bản này; cần một người khác đối chiếu."))
    return Translation.objects.filter(pk=translation.pk, ended_at=None, **more)


def withdrawn(version: Version) -> None:
    """After a withdrawal nothing of the fact-check is said in any language; in the transaction of
    the version.
    """
    if version.kind == VersionKind.WITHDRAWAL:
        Translation.objects.filter(fact_check=version.fact_check, ended_at=None).update(
            ended_at=now()
        )


def erased(version: Version) -> None:
    """What follows an erased text goes with its files; what says no more than the version that
    stands now stays, as that version's. In the transaction of the erasure.
    """
    current = version.fact_check.current
    of_it = Translation.objects.filter(version=version)
    if current is not None and current.pk != version.pk:
        of_it.filter(source_hash=source_hash(current), ended_at=None).update(version=current)
    kept = Translation.objects.exclude(version=version).exclude(recording="")
    names = set(of_it.exclude(recording="").values_list("recording", flat=True))
    names -= set(kept.filter(recording__in=names).values_list("recording", flat=True))
    storage = Translation._meta.get_field("recording").storage
    of_it.delete()
    for name in names:
        transaction.on_commit(partial(storage.delete, name))
