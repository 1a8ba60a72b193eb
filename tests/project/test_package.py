"""The wheel is built without network and has all that a desk needs."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.tree import ROOT, tracked


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return next(folder.glob("*.whl"))


def test_every_file_of_the_package_is_in_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = set(archive.namelist())
    ours = {str(path.relative_to("src")) for path in tracked() if path.parts[0] == "src"}
    assert ours <= packed
    assert {name.rpartition("/")[2] for name in packed if "/licenses/" in name} == {
        "LICENSE",
        "NOTICE",
    }


def test_it_holds_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.partition("/")[0] for name in archive.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kiemtin"}


def test_a_desk_is_made_from_it_alone(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    environ = {name: value for name, value in os.environ.items() if "KIEMTIN" not in name}
    environ.pop("DJANGO_SETTINGS_MODULE", None)
    environ.pop("DATABASE_URL", None)
    environ |= {"PYTHONPATH": str(tmp_path / "site"), "KIEMTIN_HOME": str(tmp_path / "desk")}
    environ |= {"KIEMTIN_LANG": "en", "KIEMTIN_HTTPS": "false"}
    for words in (["migrate"], ["check"]):
        command = [sys.executable, "-m", "kiemtin", *words]
        done = subprocess.run(
            command, env=environ, cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    where = [sys.executable, "-c", "import kiemtin; print(kiemtin.__file__)"]
    found = subprocess.run(
        where, env=environ, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert found.stdout.startswith(str(tmp_path / "site"))
