"""The sentence encoder and the decision model of this process, opened once, as the settings say.

What cannot be used leaves a desk that compares by words and suggests: it never answers by itself.
"""

import logging
import threading
from functools import lru_cache

from django.conf import settings

from kiemtin.matching.encoder import Matrix
from kiemtin.matching.encoders.choice import Means, prepare

log = logging.getLogger(__name__)
_opening = threading.Lock()
_opened: list[Means] = []
_CLAIMS = 1_000
"""Claims of rumours whose vectors are kept: 1.5 kB each, and about 30 ms of one core to make."""


def means() -> Means:
    """What this process compares with; the first call takes a moment."""
    if not _opened:
        with _opening:
            if not _opened:
                _opened.append(_prepared())
    return _opened[0]


def forget() -> None:
    """Let the next look open them anew; used when other settings take the place of these."""
    _opened.clear()
    asked.cache_clear()


@lru_cache(maxsize=_CLAIMS)
def asked(claim: str) -> Matrix | None:
    """The vector (1, dim) with which a rumour's claim is looked for, None without an encoder.

    The same claim is looked for on each opening of its page, among passages and among claims.
    """
    encoder = means().encoder
    return None if encoder is None else encoder.query([claim])


def _prepared() -> Means:
    found = prepare(settings.ENCODER, settings.DECISION_MODEL)
    if found.trouble:
        code, words_only = found.trouble.code, found.encoder is None
        log.warning("encoding.only_suggests words_only=%s code=%s", words_only, code)
    return found
