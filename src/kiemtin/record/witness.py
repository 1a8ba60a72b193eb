"""Asking a witness to cosign a checkpoint: the client of C2SP tlog-witness 1.0, add-checkpoint."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from kiemtin.record import merkle
from kiemtin.record.checkpoint import Checkpoint, read_checkpoint
from kiemtin.record.cosignature import WITNESS_FORM, WitnessKey, check_lines, read_witness
from kiemtin.record.fetch import Answer, Site, split_address
from kiemtin.record.merkle import Nodes
from kiemtin.record.notes import Signature, read_signatures, split_note
from kiemtin.record.strict import read_number, write_base64
from kiemtin.record.witness_refusal import WitnessRefused

ADD_CHECKPOINT = "add-checkpoint"
SIZE_TYPE = "text/x.tlog.size"
MAX_ANSWER_BYTES = 64_000
"""Some hundred signature lines; more is no answer to this question."""

MAX_ASKS = 3
"""The size may have changed once more between two questions; then it is another's turn."""

CLOCK_SLACK = timedelta(minutes=5)
SETTING_FORM = f"{WITNESS_FORM} https://… ORGANISATION"


@dataclass(frozen=True)
class Witness:
    """A witness: its key, where it is asked, and the organisation that answers for it."""

    key: WitnessKey
    address: str
    organisation: str


@dataclass(frozen=True)
class Ask:
    """What a witness is shown: a signed checkpoint and the `nodes` of its log."""

    note: bytes
    nodes: Nodes

    @property
    def text(self) -> str:
        """The checkpoint's text without its signatures."""
        return split_note(self.note)[0]

    @property
    def checkpoint(self) -> Checkpoint:
        """The checkpoint, believed because it is our own."""
        return read_checkpoint(self.text)

    def body(self, old: int) -> bytes:
        """What is sent: the old size, the proof from it, an empty line, the checkpoint."""
        proof: list[bytes] = []
        if old:
            proof = merkle.consistency_proof(self.nodes, old, self.checkpoint.size)
        lines = [f"old {old}", *map(write_base64, proof), ""]
        return "".join(f"{line}\n" for line in lines).encode() + self.note


def read_witnesses(text: str) -> list[Witness]:
    """Read `KEY ADDRESS ORGANISATION` separated by commas; the organisation may have spaces.

    Raises WitnessRefused (setting), NoteRefused (key_…), FetchRefused (address).
    """
    witnesses = [_witness(one) for one in text.split(",") if one.strip()]
    if len({one.key.public for one in witnesses}) != len(witnesses):
        raise WitnessRefused("setting", {"expected": SETTING_FORM, "got": "one key twice"})
    return witnesses


def _witness(text: str) -> Witness:
    words = text.split(maxsplit=2)
    if len(words) != 3:
        raise WitnessRefused("setting", {"expected": SETTING_FORM, "got": ascii(text.strip()[:60])})
    split_address(words[1])
    return Witness(read_witness(words[0]), words[1], words[2].strip())


def ask(site: Site, key: WitnessKey, asked: Ask, old: int, now: datetime) -> list[Signature]:
    """Return the cosignatures by `key` on the checkpoint, each of them checked.

    `old` is the size that the witness cosigned last as far as is known, 0 if nothing is: when it
    was another it says so and is asked again, MAX_ASKS times in all. `now` is aware. Raises
    WitnessRefused, NoteRefused (wrong_signature), FetchRefused.
    """
    for _ in range(MAX_ASKS):
        answer = site.post(ADD_CHECKPOINT, asked.body(old), MAX_ANSWER_BYTES)
        if answer.status == 200:
            return _cosignatures(answer, key, asked, now)
        if answer.status != 409:
            break
        old = _other_size(answer, key, asked, old)
    raise _refusal(answer, key, old)


def _cosignatures(answer: Answer, key: WitnessKey, asked: Ask, now: datetime) -> list[Signature]:
    try:
        lines = read_signatures(answer.body)
    except ValueError:
        raise _unreadable(answer, key) from None
    ours = [line for line in lines if (line.name, line.key_id) == (key.name, key.key_id)]
    found = check_lines(asked.text, ours, [key])
    if not found:
        raise WitnessRefused("no_cosignature", {"name": key.name})
    if found[0].time > now + CLOCK_SLACK:
        fields = {"name": key.name, "time": found[0].time.isoformat()}
        raise WitnessRefused("wrong_time", fields)
    return ours


def _other_size(answer: Answer, key: WitnessKey, asked: Ask, old: int) -> int:
    """The size that the witness has; raises WitnessRefused (ahead, inconsistent, answer_…)."""
    try:
        text = answer.body.decode("ascii")
        seen = read_number(text.removesuffix("\n"))
    except ValueError:
        raise _unreadable(answer, key) from None
    if answer.media_type != SIZE_TYPE:
        raise _unreadable(answer, key)
    size = asked.checkpoint.size
    if seen > size:
        raise WitnessRefused("ahead", {"name": key.name, "seen": seen, "size": size})
    if seen == old == size:
        raise WitnessRefused("inconsistent", {"name": key.name, "old": old})
    return seen


def _refusal(answer: Answer, key: WitnessKey, old: int) -> WitnessRefused:
    codes = {403: "key_not_trusted", 404: "unknown_log", 422: "inconsistent"}
    code = codes.get(answer.status, "not_cosigned")
    return WitnessRefused(code, {"name": key.name, "old": old, "status": answer.status})


def _unreadable(answer: Answer, key: WitnessKey) -> WitnessRefused:
    return WitnessRefused("answer_unreadable", {"name": key.name, "status": answer.status})


def organisations(witnesses: Sequence[Witness]) -> dict[WitnessKey, str]:
    """Who answers for which key."""
    return {one.key: one.organisation for one in witnesses}
