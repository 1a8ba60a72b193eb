"""The desk's secret keys: from the environment or from key files, read when they are needed, so
that a key that was changed is used without a restart.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from urllib.parse import urlsplit

from django.conf import settings

from kiemtin import private_file
from kiemtin.desk import log_folder
from kiemtin.desk.models import LogKey
from kiemtin.desk.words import KeyEnd
from kiemtin.record.keys import SignerKey, VerifierKey, new_signer, read_signer, read_verifier

FILES = "log-*.key"


def file_name(key: VerifierKey) -> str:
    """The name of the file with the secret half of a key, in settings.KEY_FOLDER."""
    return f"log-{key.key_id.hex()}.key"


def log_name() -> str:
    """The name of this desk's log, made of the address under which readers reach it."""
    return f"{urlsplit(settings.PUBLIC_URL).netloc}/log"


@contextmanager
def made(name: str) -> Iterator[SignerKey]:
    """A new secret key in a file of its own, which goes again when it is not taken."""
    key = new_signer(name)
    settings.KEY_FOLDER.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = settings.KEY_FOLDER / file_name(key.verifier)
    private_file.write_new(path, key.secret_text())
    try:
        yield key
    except BaseException:
        path.unlink()
        raise


def at_hand() -> dict[str, SignerKey]:
    """Every secret key that can be read, by its public text form.

    Raises KeyRefused when others may read a file too, NoteRefused when one holds no key.
    """
    texts = settings.LOG_KEYS or [
        private_file.read(path) for path in sorted(settings.KEY_FOLDER.glob(FILES))
    ]
    return {str(key.verifier): key for key in map(read_signer, texts)}


def signers() -> list[SignerKey]:
    """The key in force, then those it has just replaced and that can still sign beside it: until
    the change of key is itself in the signed log, and not after.

    Empty when the desk has no key, or its secret is not at hand.
    """
    key = signer()
    return [key, *_just_replaced()] if key else []


def signer() -> SignerKey | None:
    """The key in force, None when the desk has none or its secret is not at hand."""
    public = LogKey.objects.filter(ended_why="").values_list("public", flat=True).first()
    return at_hand().get(public) if public else None


def _just_replaced() -> list[SignerKey]:
    """Rotated keys whose successor's entry waits to be signed, the newest first.

    A secret that was left on the disk would else sign every checkpoint for ever.
    """
    keys = list(LogKey.objects.select_related("entry").order_by("-id"))
    rotated = [(after, key) for after, key in pairwise(keys) if key.ended_why == KeyEnd.ROTATED]
    if not rotated:
        return []
    size, secret = log_folder.size(), at_hand()
    waiting = [key.public for after, key in rotated if after.entry.number >= size]
    return [secret[public] for public in waiting if public in secret]


def verifiers() -> list[VerifierKey]:
    """Every public key that the desk ever had, the newest first."""
    public = LogKey.objects.order_by("-id").values_list("public", flat=True)
    return [read_verifier(text) for text in public]
