"""`kiemtin verify` of a proof: that an entry is in the log, which act it is, and what was said by
it. A proof from a desk carries its entry, and the text that was published with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kiemtin.bulletin.content_hash import content_hash
from kiemtin.bulletin.verdicts import VERDICTS
from kiemtin.cli.say import language, out, sentence
from kiemtin.cli.verify_input import CannotVerify
from kiemtin.cli.verify_words import KINDS, LIMIT, RIGHT, say_signed
from kiemtin.record.entry import Entry, read_entry
from kiemtin.record.keys import VerifierKey
from kiemtin.record.log_refusal import LogRefused
from kiemtin.record.opening import Opening, read_opening
from kiemtin.record.proof import Proof, check_proof, read_proof
from kiemtin.record.refusal import RecordRefused
from kiemtin.refusal import Refusal, Say

PROVEN = Say("mục số {index} có trong nhật ký", "entry number {index} is in the log")
ACT = Say("mục này: {kind}, lúc {made_at}", "the entry: {kind}, at {made_at}")
ABOUT = Say(
    "mục này nói về bài số {fact_check}, bản {version}",
    "the entry is about fact-check number {fact_check}, version {version}",
)
CONTENT = Say(
    "nội dung đã công bố khớp với mục này:", "the text that was published fits the entry:"
)
LINE = Say("    {name}: {value}", "    {name}: {value}")
ERASED = Say(
    "bằng chứng này không kèm nội dung của mục; máy chủ của nhật ký nói nội dung đã được xoá",
    "what this entry was about is not shown with this proof; the log's server says it was erased",
)
ERASED_BY = Say(
    "bằng chứng này không kèm nội dung của mục; máy chủ của nhật ký nói mục số {number} ghi rằng "
    "nội dung đã được xoá: hãy lấy bằng chứng của mục số {number} để biết vì sao",
    "what this entry was about is not shown with this proof; the log's server says it was erased "
    "by entry number {number}: fetch the proof of entry {number} to see that it was, and why",
)
TOMBSTONE = Say(
    "mục này ghi rằng nội dung của mục số {entry} đã được xoá, vì: {reason}",
    "the entry says that what entry number {entry} was about was erased, because: {reason}",
)
SHOWN = {
    "claim": Say("điều được đồn", "claim"),
    "verdict": Say("kết luận", "verdict"),
    "fact": Say("sự thật", "fact"),
    "todo": Say("nên làm", "what to do"),
    "valid_until": Say("đúng đến ngày", "holds until"),
    "what_was_wrong": Say("đã sai ở đâu", "what was wrong"),
    "answer": Say("câu trả lời", "answer"),
}


class ProofRefused(Refusal):
    """A proof holds, but not what it is shown with."""

    sentences: ClassVar = {
        "content_differs": Say(
            "Chữ kèm theo bằng chứng không phải chữ đã ký: mã nội dung phải là {expected}, nhưng "
            "là {got}. Đừng tin bản này.",
            "The text beside the proof is not the one that was signed: its hash must be "
            "{expected}, but is {got}. Do not trust this copy.",
        ),
        "other_entry": Say(
            "Mục trong --entry khác mục kèm trong bằng chứng. Hãy dùng đúng tệp.",
            "The entry of --entry is not the one that the proof carries. Use the right file.",
        ),
    }


@dataclass(frozen=True)
class Proven:
    """What a proof shows: the entry, and what it opens to where that was not erased."""

    proof: Proof
    entry: bytes
    opening: Opening | None

    @property
    def content(self) -> Mapping[str, object] | None:
        """The text that was published, if the proof carries it."""
        return self.opening.content if self.opening else None


def prove(
    data: bytes, keys: Sequence[VerifierKey], origin: str | None, entry: bytes | None = None
) -> Proven:
    """Check a proof and say what holds; raises RecordRefused, ProofRefused,
    CannotVerify.
    """
    proof = read_proof(data)
    opening = _opening(proof)
    if entry is None and opening is None:
        raise CannotVerify("needs_entry")
    if entry is not None and opening is not None and entry != opening.entry:
        raise ProofRefused("other_entry")
    leaf = entry if entry is not None else opening.entry if opening else b""
    say_signed(check_proof(proof, leaf, keys, origin))
    out(RIGHT, what=sentence(PROVEN, index=proof.index))
    _say_act(leaf)
    if opening:
        _say_opening(opening)
    return Proven(proof, leaf, opening)


def _opening(proof: Proof) -> Opening | None:
    """What the proof carries; None in that of another kind of log."""
    try:
        return None if proof.extra is None else read_opening(proof.extra)
    except LogRefused:
        return None


def _say_act(leaf: bytes) -> None:
    act = _act(leaf)
    if act:
        when = act.made_at.isoformat(timespec="seconds")
        out(RIGHT, what=sentence(ACT, kind=sentence(KINDS[act.kind]), made_at=when))


def _act(entry: bytes) -> Entry | None:
    """The entry of a desk, or None for that of another kind of log."""
    try:
        return read_entry(entry)
    except RecordRefused:
        return None


def _say_opening(opening: Opening) -> None:
    act = opening.act()
    if opening.body is None:
        said = ERASED if opening.erased_by is None else ERASED_BY
        out(LIMIT, what=sentence(said, number=opening.erased_by))
        return
    if act.kind == "erasure":
        named = {name: _plain(name, opening.body.get(name, "")) for name in ("entry", "reason")}
        out(RIGHT, what=sentence(TOMBSTONE, **named))
    if "fact_check" in opening.body and "version" in opening.body:
        named = {name: _plain(name, opening.body[name]) for name in ("fact_check", "version")}
        out(RIGHT, what=sentence(ABOUT, **named))
    if opening.content is not None:
        _require_signed(opening.content, opening.body)
        out(RIGHT, what=sentence(CONTENT))
        for name, label in SHOWN.items():
            if value := opening.content.get(name):
                out(LINE, name=sentence(label), value=_plain(name, value))


def _require_signed(content: Mapping[str, object], body: Mapping[str, object]) -> None:
    got = content_hash(content)
    if got != body.get("content_hash"):
        expected = str(body.get("content_hash", "-"))[:64]
        raise ProofRefused("content_differs", {"expected": expected, "got": got})


def _plain(name: str, value: object) -> str:
    if name == "verdict" and value in VERDICTS:
        return VERDICTS[str(value)].word(language())
    # A forged proof shall not speak to the terminal itself.
    return "".join(one if one.isprintable() else " " for one in str(value))
