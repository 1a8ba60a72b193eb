"""A statement of origin is shown as far as it holds: it fits or not; absence says nothing."""

import io
import wave

import pytest

from kiemtin.media.inside import Inside, Origin, look
from kiemtin.media.inside.origin import stated
from tests.media.inside.papers import pdf
from tests.media.inside.seals import MODEL, SIGNER, sealed
from tests.media.pictures import encoded, photo

JPEG = encoded(photo(200, 150), "JPEG")


def codes(inside: Inside) -> set[str]:
    return {one.code for one in inside.warnings if one.code.startswith(("origin", "machine"))}


def origin(inside: Inside) -> Origin:
    assert inside.origin is not None
    return inside.origin


def test_a_statement_that_fits_is_shown_and_its_signer_is_nobody_we_trust() -> None:
    inside = look(sealed(JPEG, "image/jpeg"), "a.jpg")
    said = origin(inside)
    assert (said.intact, said.trusted, said.issuer) == (True, False, SIGNER)
    assert (said.generator, said.title) == ("Phòng tối 1.2", "Cầu")
    assert said.actions == ("c2pa.created", "c2pa.edited")
    assert not said.machine_made
    assert codes(inside) == {"origin_untrusted"}


def test_a_picture_says_itself_that_a_model_made_it() -> None:
    inside = look(sealed(JPEG, "image/jpeg", source=MODEL), "a.jpg")
    assert origin(inside).machine_made
    assert codes(inside) == {"origin_untrusted", "machine_made"}


def test_a_file_changed_after_it_was_signed_no_longer_fits() -> None:
    changed = bytearray(sealed(JPEG, "image/jpeg"))
    changed[-40] ^= 1
    inside = look(bytes(changed), "a.jpg")
    assert not origin(inside).intact
    assert "assertion.dataHash.mismatch" in origin(inside).failures
    assert codes(inside) == {"origin_broken"}


def sound() -> bytes:
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(8000))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "kind", "media_type"),
    [
        (encoded(photo(200, 150), "PNG"), "png", "image/png"),
        (encoded(photo(200, 150), "WEBP"), "webp", "image/webp"),
        (encoded(photo(200, 150), "GIF"), "gif", "image/gif"),
        (sound(), "wav", "audio/wav"),
    ],
)
def test_statements_are_found_in_every_kind_that_can_hold_one(
    data: bytes, kind: str, media_type: str
) -> None:
    said = stated(sealed(data, media_type), kind).origin
    assert said is not None
    assert said.intact


@pytest.mark.parametrize(("data", "kind"), [(JPEG, "jpeg"), (pdf("A"), "pdf"), (sound(), "wav")])
def test_that_there_is_none_is_said_and_means_nothing(data: bytes, kind: str) -> None:
    found = stated(data, kind)
    assert found.origin is None
    assert [one.code for one in found.warnings] == ["origin_absent"]
    assert "không có nghĩa là giả" in found.warnings[0].vi()


def test_a_statement_kept_elsewhere_is_not_fetched() -> None:
    away = sealed(JPEG, "image/jpeg", remote="http://127.0.0.1:9/a.c2pa")
    assert [one.code for one in stated(away, "jpeg").warnings] == ["origin_remote"]


def test_a_torn_statement_is_no_error() -> None:
    whole = sealed(JPEG, "image/jpeg")
    at = whole.index(b"c2pa") + 200
    torn = whole[:at] + bytes(400) + whole[at + 400 :]
    found = stated(torn, "jpeg")
    assert found.origin is None or not found.origin.intact
