"""The desk's own settings in a home made for this test process; no desk of the machine is read.

Changed for speed only: passwords are hashed cheaply, static files keep their names, and nothing is
spoken where no test listens. The SQLite
test database is a file, as in real life, not memory.
"""

import atexit
import os
import shutil
import tempfile
from importlib import import_module
from pathlib import Path

from cryptography.fernet import Fernet

HOME = Path(tempfile.mkdtemp(prefix="kiemtin-tests-"))
(HOME / "static").mkdir()  # whitenoise warns of a missing one, and a warning is an error here
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
for _name in [name for name in os.environ if name.startswith("KIEMTIN_")]:
    del os.environ[_name]
os.environ |= {
    "KIEMTIN_HOME": str(HOME),
    "KIEMTIN_SECRET_KEY": "only-for-tests-" + "x" * 50,
    "KIEMTIN_REPLY_KEYS": Fernet.generate_key().decode(),
    "KIEMTIN_HTTPS": "false",
    "KIEMTIN_VOICES": "none",
    "KIEMTIN_CHROMIUM": "none",
}

_real = import_module("kiemtin.web.settings")
globals().update({name: getattr(_real, name) for name in dir(_real) if name.isupper()})

if "sqlite3" in _real.DATABASES["default"]["ENGINE"]:
    _real.DATABASES["default"]["TEST"] = {"NAME": str(HOME / "test.sqlite3")}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **_real.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
