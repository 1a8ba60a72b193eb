"""Loads a package that only some encoders need, and says how to get it when it is not there."""

import os
from importlib import import_module
from typing import Any

from kiemtin.matching.encoders.errors import EncoderUnusable, why

_QUIET = {
    "TOKENIZERS_PARALLELISM": "false",
    "OMP_NUM_THREADS": "1",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "TRANSFORMERS_VERBOSITY": "error",
    "TQDM_DISABLE": "1",
}
"""One thread, as elsewhere: cores are shared out by processes. No question goes to a hub, and
nothing is printed between the lines of a command."""


def load(package: str, extra: str, name: str) -> Any:
    """Return the module `package` for the encoder `name`; raises EncoderUnusable."""
    for key, value in _QUIET.items():
        os.environ.setdefault(key, value)
    try:
        return import_module(package)
    except (ImportError, OSError) as error:
        told = {"name": name, "package": package.replace("_", "-"), "extra": extra}
        raise EncoderUnusable("package", told | {"why": why(error)}) from error
