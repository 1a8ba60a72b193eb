"""The signed log as readers get it: proofs that an entry is in it, with what the entry is about."""

from kiemtin.desk import log_folder
from kiemtin.desk.flow import listen
from kiemtin.desk.flow.seal import to_bytes
from kiemtin.desk.models import Erasure, LogEntry, Objection, ObjectionNote, Version
from kiemtin.record.opening import Opening
from kiemtin.record.proof import make_proof


def is_sealed(number: int) -> bool:
    """Whether entry `number` is under a signed checkpoint."""
    return number < log_folder.size()


def proof(entry: LogEntry) -> bytes | None:
    """The `.tlog-proof` of an entry, None while it waits to be signed.

    It carries the entry itself and, unless they were erased, what opens its commitment and the
    text that was published with it: a version's, or the words of an answer or of a note under it.
    """
    if not is_sealed(entry.number):
        return None
    if entry.salt is None:
        opening = Opening(to_bytes(entry), erased_by=_tombstone(entry))
    else:
        opening = Opening(to_bytes(entry), bytes(entry.salt), entry.body, _content(entry))
    return make_proof(log_folder.folder(), entry.number, opening.to_bytes()).to_bytes()


def _tombstone(entry: LogEntry) -> int | None:
    """The number of the entry that says that this one was erased, and why."""
    numbers = Erasure.objects.filter(entry=entry).values_list("tombstone__number", flat=True)
    return numbers.first()


def _content(entry: LogEntry) -> dict[str, object] | None:
    version = Version.objects.filter(log_entry=entry).first()
    return _answered(entry) if version is None else signed_content(version)


def _answered(entry: LogEntry) -> dict[str, object] | None:
    """The words of an answer as they are now; None of an entry from before they were hashed."""
    said = entry.said()
    if entry.kind != "objection_answered" or "content_hash" not in said:
        return None
    if "note" in said:
        return listen.content(ObjectionNote.objects.get(pk=said["note"]).text)
    return listen.content(Objection.objects.get(pk=said["objection"]).answer)


def signed_content(version: Version) -> dict[str, object]:
    """What the signatures of a version cover: its text, evidence, who was asked, and the objections
    that it corrects.

    Its hash (kiemtin.bulletin.content_hash) is the version's `content_hash`.
    """
    beside: dict[str, object] = {
        "kind": version.kind,
        "evidence": version.evidence,
        "contacts": version.contacts,
    }
    corrects = sorted(one.pk for one in version.corrects.all())
    if corrects:
        beside["corrects"] = corrects
    return version.signed() | beside
