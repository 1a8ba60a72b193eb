"""The matcher that a file of claims makes: from the kept index as far as it still holds."""

from pathlib import Path

from kiemtin.cli.match_input import Input, Report
from kiemtin.cli.partial import cannot_write
from kiemtin.cli.say import complain, told
from kiemtin.matching import library
from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import Encoder
from kiemtin.matching.encoders.choice import Means, prepare
from kiemtin.matching.index import Index
from kiemtin.matching.model import read_model
from kiemtin.matching.rows import entries
from kiemtin.refusal import Refusal, Say

WORDS_ONLY = Say(
    "{why}\nCác tin chỉ được so theo từ; không tin nào được coi là trùng.",
    "{why}\nMessages are compared by words only, and none is called the same.",
)
SUGGESTS = Say(
    "{why}\nKhông tin nào được tự coi là trùng.",
    "{why}\nNo message is called the same by itself.",
)
REBUILT = Say(
    "Chỉ mục trong {folder} không dùng được nên được dựng lại từ thư viện ({why})",
    "The index in {folder} cannot be used and is built anew from the library ({why})",
)
ENCODING = Say(
    "... mã hoá {done}/{total} tin đã kiểm chứng ({rate}/giây)",
    "... {done}/{total} claims encoded ({rate} a second)",
)


def means(encoder: str, decision: Path | None) -> Means:
    """What this run compares with, after saying what keeps it from answering, if anything does.

    Raises ModelBroken for a decision file that cannot be read: it was asked for by name.
    """
    if decision:
        read_model(decision)
    found = prepare(encoder, decision)
    if found.trouble:
        tell_trouble(found.trouble, words_only=found.encoder is None)
    return found


def tell_trouble(trouble: Refusal, *, words_only: bool) -> None:
    """Say what is amiss with the encoder or its decision model, and what that means."""
    complain(WORDS_ONLY if words_only else SUGGESTS, why=told(trouble))


def matcher(
    source: Input,
    means: Means,
    folder: str | None,
    jobs: int,
    report: Report,
) -> Matcher:
    """The matcher of the rows of `source`. Raises CannotWrite when `folder` cannot be written.

    Without an encoder the folder is left as it is: its vectors are worth more than its words.
    """
    encoder = means.encoder
    kept = Path(folder) if folder and encoder else None
    try:
        index = _opened(kept, encoder)
        known = len(index)
        lacking = library.missing(index, report.good(source.name, entries(source.stream)))
        if lacking or len(index) != known:
            report.progress.begin(ENCODING, len(lacking))
            library.put_all(index, lacking, jobs, report.progress.at if encoder else _silent, kept)
            report.progress.clear()
            index = _kept(index, kept)
    except OSError as error:
        raise cannot_write(str(folder), error) from None
    return Matcher(index, means.model)


def _kept(index: Index, folder: Path | None) -> Index:
    """Mapped from the disk when it can be, which memory is spared."""
    if folder is None:
        return index
    index.save(folder)
    return Index.load(folder, index.encoder)


def _silent(done: int) -> None:
    """Words alone are read in no time."""


def _opened(folder: Path | None, encoder: Encoder | None) -> Index:
    if folder is None:
        return Index(encoder)
    folder.mkdir(parents=True, exist_ok=True)
    index, refused = library.open_index(folder, encoder)
    if refused and refused.code != "absent":
        complain(REBUILT, folder=folder, why=told(refused))
    return index
