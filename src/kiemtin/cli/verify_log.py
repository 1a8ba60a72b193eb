"""A whole log for `kiemtin verify`, from a folder or an address, and what lies beside its
signature: the lines of witnesses and the time-stamps.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from cryptography.x509 import Certificate

from kiemtin.cli.verify_input import GivenKeys
from kiemtin.record.anchor import Anchor, anchors
from kiemtin.record.cosignature import Cosignature, WitnessKey, witnessed
from kiemtin.record.keys import VerifierKey
from kiemtin.record.notes import split_note
from kiemtin.record.reader import LogFolder
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.remote import RemoteLog
from kiemtin.record.shown import Statement, statements
from kiemtin.record.verify_folder import Report, verify_folder


class Beside:
    """Which witnesses and authorities are believed, and what was found of them so far."""

    def __init__(
        self,
        keys: Sequence[VerifierKey],
        organisations: Mapping[WitnessKey, str],
        roots: Sequence[Certificate],
    ) -> None:
        self.organisations, self.roots = organisations, roots
        self._known = {(one.name, one.key_id) for one in keys}
        self._known |= {(one.name, one.key_id) for one in organisations}
        self._unchecked = 0
        self._cosignatures: list[Cosignature] = []
        self._anchors: list[Anchor] = []

    def look_at(self, note: bytes) -> None:
        """Take the cosignatures of a checkpoint; raises NoteRefused (wrong_signature)."""
        lines = split_note(note)[1]
        self._unchecked = sum((line.name, line.key_id) not in self._known for line in lines)
        self._cosignatures = witnessed(note, list(self.organisations))

    def look_for_anchors(self, folder: LogFolder, report: Report) -> list[RecordRefused]:
        """Take the time-stamps in a log's folder and return what is wrong with them."""
        wrong: list[RecordRefused] = []
        for found in anchors(folder, report.text_at, self.roots):
            if isinstance(found, Anchor):
                self._anchors.append(found)
            else:
                wrong.append(found)
        return wrong

    def statements(self) -> list[Statement]:
        """What it all shows, and what it does not."""
        found = self._cosignatures
        return statements(found, self.organisations, self._anchors, self._unchecked)


def is_address(path: str) -> bool:
    """Whether a log is asked for at an address; whether it may be is for RemoteLog to say."""
    return path.startswith(("https://", "http://"))


def verify_log(
    path: str,
    keys: GivenKeys,
    origin: str | None,
    known: Mapping[str, bytes],
    beside: Beside,
) -> Report:
    """Check a whole log and what lies beside it; raises FetchRefused (address)."""
    revoked = [key.verifier for key in keys.revoked]
    if is_address(path):
        with RemoteLog(path) as remote:
            report = verify_folder(remote, keys.believed, origin, known, revoked)
    else:
        folder = LogFolder(Path(path))
        report = verify_folder(folder, keys.believed, origin, known, revoked)
        if report.holds:
            report.findings += beside.look_for_anchors(folder, report)
    if report.checkpoint:
        try:
            beside.look_at(report.note)
        except RecordRefused as refused:
            report.findings.append(refused)
    return report
