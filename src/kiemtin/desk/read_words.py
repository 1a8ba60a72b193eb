"""Words that a machine read in a picture, made fit to be redacted: in a number it takes digits for
letters, and a telephone number that is half letters would be kept.
"""

import re

_ALIKE = "OoQ°†Il|SB"
_TO_DIGITS = str.maketrans(_ALIKE, "0000011158")
_RUN = re.compile(rf"(?<!\w)[0-9{_ALIKE}](?:[ .-]?[0-9{_ALIKE}]){{7,18}}(?!\w)")
SURE = 4
"""So many characters have to be digits: fewer are a word."""


def digits_back(text: str) -> str:
    """Return the text with numbers of eight digits and more written in digits alone."""
    return _RUN.sub(_in_digits, text)


def _in_digits(run: re.Match[str]) -> str:
    sure = sum(one.isdecimal() for one in run[0])
    return run[0].translate(_TO_DIGITS) if sure >= SURE else run[0]
