"""A package that is not there is named with the line that installs it."""

import os

import pytest

from kiemtin.matching.encoders import packages
from kiemtin.matching.encoders.errors import EncoderUnusable


def test_what_is_missing_says_how_to_get_it() -> None:
    with pytest.raises(EncoderUnusable) as missing:
        packages.load("no_such_package", "onnx", "model")
    assert "no-such-package" in missing.value.vi()
    assert "pip install 'kiemtin[onnx]'" in str(missing.value)


def test_no_hub_is_asked_and_no_thread_is_added(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in packages._QUIET:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OMP_NUM_THREADS", "2")
    assert packages.load("json", "onnx", "model").dumps
    assert os.environ["HF_HUB_OFFLINE"] == "1"
    assert os.environ["OMP_NUM_THREADS"] == "2"
