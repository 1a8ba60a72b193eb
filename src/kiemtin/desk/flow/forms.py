"""Forms: the sound of a bulletin in each voice, made once and kept; the package for loudspeakers.

Everything else that goes out is drawn from the text whenever it is asked for. A form that cannot
be made leaves the others alone, and is tried again with the job.
"""

import logging
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from types import MappingProxyType

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile
from django.utils import translation

from kiemtin.bulletin import audio
from kiemtin.bulletin.audio_refusal import AudioRefused
from kiemtin.bulletin.content import Content
from kiemtin.bulletin.loudspeaker import Priority, Script, script
from kiemtin.bulletin.loudspeaker_package import Broadcast, Sound, loudspeaker_package
from kiemtin.desk import contents, files
from kiemtin.desk.models import FormFile, HoldingLine, LogEntry, Report, Version
from kiemtin.desk.moment import now
from kiemtin.desk.words_reach import FormKind

log = logging.getLogger(__name__)
VOICES: Mapping[FormKind, str] = MappingProxyType(
    {
        FormKind.AUDIO_NORTH: "vi",
        FormKind.AUDIO_CENTRAL: "vi-vn-x-central",
        FormKind.AUDIO_SOUTH: "vi-vn-x-south",
    }
)
NAMES = {
    FormKind.AUDIO_NORTH: "north",
    FormKind.AUDIO_CENTRAL: "central",
    FormKind.AUDIO_SOUTH: "south",
}
"""As KIEMTIN_VOICES has them, and the files in the package."""

Subject = Version | HoldingLine
"""What a bulletin says."""


class Erased(Exception):
    """The text was erased while it was being spoken: nothing of it is kept."""


def make(subject: Subject) -> list[FormFile]:
    """Speak the text in each voice that has not spoken it yet and return all; raises AudioRefused
    (no_program) where nothing here can speak.
    """
    told = read_out(said_in_vietnamese(subject), subject)
    for kind, voice in _voices():
        if not subject.form_files.filter(kind=kind).exists():
            _keep(subject, kind, audio.mp3(audio.speak(told.text, voice)))
    log.info("forms.made %s=%s", type(subject).__name__.lower(), subject.pk)
    return list(subject.form_files.all())


def package(subject: Subject) -> bytes:
    """The ZIP for loudspeaker systems, made anew: it is many times as large as what it is made of.

    Raises AudioRefused where nothing can speak.
    """
    said = said_in_vietnamese(subject)
    told = read_out(said, subject)
    named = {one.code: one.name.vi for one in audio.VOICES}
    spoken = [(kind, voice, audio.speak(told.text, voice)) for kind, voice in _voices()]
    sounds = [
        Sound(NAMES[kind], named[voice], (wav, audio.mp3(wav))) for kind, voice, wav in spoken
    ]
    about = Broadcast(
        id=said.slug,
        place_code=subject.place,
        log_entry=subject.log_entry.number,
        valid_until=None if isinstance(subject, Version) else subject.expires_at,
    )
    return loudspeaker_package(said, told, sounds, about)


def _voices() -> list[tuple[FormKind, str]]:
    return [(kind, voice) for kind, voice in VOICES.items() if NAMES[kind] in settings.VOICES]


def make_for(version: int | None = None, line: int | None = None) -> None:
    """The job of it: where nothing can speak, a person reads the script out."""
    found: Subject | None = None
    if version is not None:
        found = Version.objects.select_related("fact_check__desk", "log_entry").get(pk=version)
    elif line is not None:
        found = HoldingLine.objects.select_related("rumour__desk", "log_entry").get(pk=line)
    if found is None or erased(found) or not settings.VOICES:
        return
    try:
        make(found)
    except Erased:
        log.info("forms.erased meanwhile")
    except AudioRefused as refused:
        if refused.code != "no_program":
            raise
        log.warning("forms.nothing_speaks error=%s", refused.code)


def said_in_vietnamese(subject: Subject) -> Content:
    """The one source of every form of it."""
    with translation.override("vi"):
        if isinstance(subject, Version):
            return contents.content(subject)
        return contents.holding(subject)


def read_out(said: Content, subject: Subject) -> Script:
    """What a loudspeaker reads: first of all where life is in danger."""
    rumour = subject.fact_check.rumour if isinstance(subject, Version) else subject.rumour
    priority: Priority = "first" if rumour.life_safety else "normal"
    return script(said, priority=priority, drill=settings.DRILL)


def erased(subject: Subject) -> bool:
    """Whether its words were erased: then nothing is made of them any more."""
    return subject.log_entry.body is None


def _keep(subject: Subject, kind: FormKind, data: bytes) -> None:
    digest = sha256(data).hexdigest()
    row = FormFile(kind=kind, content_type="audio/mpeg", size=len(data), sha256=digest)
    row.made_at = now()
    row.version, row.holding_line = (
        (subject, None) if isinstance(subject, Version) else (None, subject)
    )
    with files.all_or_none() as kept:
        row.file.save(f"{digest[:32]}.mp3", ContentFile(data), save=False)
        kept.append(row.file)
        with transaction.atomic():
            entry = LogEntry.objects.select_for_update().get(pk=subject.log_entry_id)
            if entry.body is None:
                raise Erased
            row.save(force_insert=True)


def erase(subject: Subject) -> None:
    """Take away what was spoken of a text that is erased, by the machine and by communicators; the
    files go with the transaction's end.
    """
    for one in subject.form_files.all():
        _remove(one.file)
        FormFile.objects.filter(pk=one.pk).delete()
    spoken = Report.objects.filter(broadcast__in=subject.broadcasts.all()).exclude(file="")
    for report in spoken:
        _remove(report.file)
        Report.objects.filter(pk=report.pk).update(file="", content_type="", sha256="")


def _remove(file: FieldFile) -> None:
    transaction.on_commit(partial(file.storage.delete, str(file.name)))
