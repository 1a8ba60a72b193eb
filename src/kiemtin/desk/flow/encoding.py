"""The sentence encoder and the decision model of this process, opened once, as the settings say.

What cannot be used leaves a desk that compares by words and suggests: it never answers by itself.
"""

import logging
import threading

from django.conf import settings

from kiemtin.matching.encoders.choice import Means, prepare

log = logging.getLogger(__name__)
_opening = threading.Lock()
_opened: list[Means] = []


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


def _prepared() -> Means:
    found = prepare(settings.ENCODER, settings.DECISION_MODEL)
    if found.trouble:
        code, words_only = found.trouble.code, found.encoder is None
        log.warning("encoding.only_suggests words_only=%s code=%s", words_only, code)
    return found
