"""Django itself finds nothing wrong: settings of a desk that serves people, models, migrations."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.fernet import Fernet


@pytest.mark.parametrize(
    "words",
    [
        ["check", "--deploy", "--fail-level", "WARNING"],
        ["makemigrations", "--check", "--dry-run"],
    ],
    ids=lambda words: str(words[0]),
)
def test_nothing_is_wrong(words: list[str], tmp_path: Path) -> None:
    environ = {name: value for name, value in os.environ.items() if "KIEMTIN" not in name}
    environ.pop("DATABASE_URL", None)
    environ |= {
        "DJANGO_SETTINGS_MODULE": "kiemtin.web.settings",
        "KIEMTIN_HOME": str(tmp_path),
        "KIEMTIN_SECRET_KEY": "a-long-secret-of-this-test-" + "".join(map(chr, range(65, 123))),
        "KIEMTIN_REPLY_KEYS": Fernet.generate_key().decode(),
        "KIEMTIN_PUBLIC_URL": "https://tin.example.vn",
        "KIEMTIN_HOSTS": "tin.example.vn",
        "PYTHONWARNINGS": "error::DeprecationWarning:kiemtin",
    }
    command = [sys.executable, "-m", "django", *words]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
