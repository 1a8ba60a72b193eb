"""What `kiemtin verify` is given: keys, small files, witnesses, certificates; each from the command
line or from a file.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar, NamedTuple

from cryptography.x509 import Certificate

from kiemtin.record.cosignature import WitnessKey, read_witness
from kiemtin.record.handover import KnownKey
from kiemtin.record.keys import VerifierKey, read_verifier
from kiemtin.record.notes import MAX_BYTES
from kiemtin.record.timestamp import read_certificates
from kiemtin.refusal import Refusal, Say

COMMENT = "#"
REVOKED = re.compile(r"# revoked (\d{4}-\d\d-\d\d): (\S+)")
EVER = datetime.min.replace(tzinfo=UTC)


class CannotVerify(Refusal):
    """What was given cannot be checked; the sentence says what is missing."""

    sentences: ClassVar = {
        "unreadable": Say(
            "Không đọc được {path}: {problem}. Hãy kiểm tra đường dẫn.",
            "Cannot read {path}: {problem}. Check the path.",
        ),
        "too_long": Say(
            "{path} dài hơn {limit} byte nên không phải mốc hay bằng chứng. Hãy chọn đúng tệp.",
            "{path} is longer than {limit} bytes, so it is no checkpoint or proof. Choose the "
            "right file.",
        ),
        "needs_entry": Say(
            "Bằng chứng này không kèm mục của nó: hãy thêm --entry TỆP với tệp của mục đó.",
            "This proof does not carry its entry: add --entry FILE with the file of that entry.",
        ),
        "no_key": Say(
            "{path} không có khoá nào. Mỗi dòng một khoá, dạng TÊN+MÃ+BASE64.",
            "{path} holds no key. One key a line, as NAME+ID+BASE64.",
        ),
        "key_revoked": Say(
            "Khoá {id} được ghi là đã bị bàn bỏ vì có thể đã lộ, nhưng cũng được đưa vào làm khoá "
            "để tin. Hãy bỏ nó ra khỏi --key.",
            "The key {id} is named as revoked, because others may have it, and also given to be "
            "believed. Leave it out of --key.",
        ),
        "entry_unused": Say(
            "--entry chỉ dùng với tệp bằng chứng, nhưng {path} không phải. Hãy bỏ --entry.",
            "--entry goes with a proof file only, but {path} is none. Leave --entry out.",
        ),
        "known_unused": Say(
            "--known chỉ dùng với thư mục hay địa chỉ của nhật ký, nhưng {path} không phải. Hãy bỏ "
            "--known.",
            "--known goes with the folder or the address of a log only, but {path} is none. Leave "
            "--known out.",
        ),
    }


class GivenKeys(NamedTuple):
    """The keys to believe, and those that are named as revoked, with the day."""

    believed: list[VerifierKey]
    revoked: list[KnownKey]

    def history(self) -> list[KnownKey]:
        """What is known of the keys without the desk's signed list."""
        return [*(KnownKey(key, EVER) for key in self.believed), *self.revoked]


def read_keys(given: Sequence[str]) -> GivenKeys:
    """The keys themselves, or those in files of that name, one a line; `#` begins a comment, and
    `# revoked 2026-11-23: KEY` names a key that nobody may believe any more.

    Raises NoteRefused (key_…), CannotVerify.
    """
    lines = list(_lines(given))
    believed = [read_verifier(line) for line in lines if not line.startswith(COMMENT)]
    revoked = [_revoked(*found.groups()) for found in map(REVOKED.fullmatch, lines) if found]
    for key in revoked:
        if key.verifier in believed:
            name = f"{key.verifier.name}+{key.verifier.key_id.hex()}"
            raise CannotVerify("key_revoked", {"id": name})
    if not believed:
        raise CannotVerify("no_key", {"path": ", ".join(given)})
    return GivenKeys(believed, revoked)


def _revoked(day: str, key: str) -> KnownKey:
    try:
        ended = datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        # The day only says since when; the key is named all the same.
        ended = EVER
    return KnownKey(read_verifier(key), EVER, ended, "revoked")


def read_witnesses(given: Sequence[str]) -> dict[WitnessKey, str]:
    """Witnesses as `KEY ORGANISATION`, or files of such lines: who answers for which key.

    Raises NoteRefused (key_…), CannotVerify.
    """
    words = [line.split(maxsplit=1) for line in _lines(given)]
    return {read_witness(word[0]): "".join(word[1:]) for word in words}


def read_roots(paths: Sequence[Path]) -> list[Certificate]:
    """The certificates in some files; raises AnchorRefused (certificates), CannotVerify."""
    return [one for path in paths for one in read_certificates(read_small(path), str(path))]


def _lines(given: Sequence[str]) -> Iterator[str]:
    """What was given, with a file's lines in its place."""
    for one in given:
        text = one
        if "+" not in one or _is_file(one):
            text = read_small(Path(one)).decode(errors="replace")
        yield from (line.strip() for line in text.splitlines() if line.strip())


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except OSError:
        # A key may be longer than any name of a file.
        return False


def read_small(path: Path) -> bytes:
    """The bytes of a key, note, proof or entry; raises CannotVerify."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise CannotVerify("unreadable", {"path": path, "problem": error.strerror}) from None
    if len(data) > MAX_BYTES:
        raise CannotVerify("too_long", {"path": path, "limit": MAX_BYTES})
    return data
