"""The words and signs of a verdict, the same in every form; no form relies on colour."""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Verdict:
    """A code, its word in Vietnamese and English, its sign, and its rating from 1 (false) to 5
    (true) for exchange with other fact-checkers; None where no rating may be given."""

    code: str
    vi: str
    en: str
    mark: str
    rating: int | None

    def word(self, language: str) -> str:
        """The word in "vi" or "en"."""
        return self.en if language == "en" else self.vi


_ALL = (
    Verdict("true", "Đúng", "True", "✓", 5),
    Verdict("mostly_true", "Đúng phần lớn", "Mostly true", "◔", 4),
    Verdict("misleading", "Gây hiểu lầm", "Misleading", "!", 2),
    Verdict("false", "Sai", "False", "✕", 1),
    Verdict("unproven", "Chưa đủ căn cứ", "Unproven", "?", None),
    Verdict("checking", "Đang kiểm tra", "Being checked", "◷", None),
)
VERDICTS = MappingProxyType({verdict.code: verdict for verdict in _ALL})
"""By code. "checking" is that of a holding line and stands in no fact-check. 3, halfway, is not
used: a claim is then misleading or unproven."""
