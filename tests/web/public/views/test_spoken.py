"""Readers hear and read what a second speaker has said back, and never what is stale."""

import pytest
from django.test import Client

from kiemtin.desk.flow import translating
from kiemtin.desk.flow.translating import Wording
from kiemtin.desk.models import Account, Desk, Translation, Version
from kiemtin.desk.words import Role, VersionKind
from kiemtin.desk.words_reach import Language, Script
from tests.desk.conftest import Maker
from tests.support.publishing import Staff

WAV = b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(28)
MONG = Wording(Language.HMONG, Script.RPA, "Pas dej tsis tawg.", "", "Nyob hauv tsev.")


@pytest.fixture
def second(person: Maker, desk: Desk) -> Account:
    """Another speaker of the language."""
    return person("second", desk, Role.TRANSLATOR)


@pytest.fixture
def spoken(staff: Staff, dam: Version, second: Account) -> Translation:
    """A translation that may go out."""
    written = translating.write(staff.author, dam.fact_check, MONG, WAV)
    return translating.check_back(second, written, "Đập không vỡ.")


def where(version: Version) -> str:
    return f"/kiem-chung/{version.fact_check.slug}/"


def sound(version: Version, translation: Translation) -> str:
    return f"{where(version)}nghe/{translation.pk}/"


def page(reader: Client, version: Version) -> str:
    return reader.get(where(version)).content.decode()


def test_it_appears_when_it_has_been_said_back_and_goes_when_it_is_returned(
    reader: Client, staff: Staff, dam: Version, second: Account
) -> None:
    written = translating.write(staff.author, dam.fact_check, MONG, WAV)
    assert "Pas dej" not in page(reader, dam)
    assert reader.get(sound(dam, written)).status_code == 404
    translating.check_back(second, written, "Đập không vỡ.")
    shown = page(reader, dam)
    assert 'lang="hmn-Latn"' in shown
    assert "Pas dej tsis tawg." in shown
    assert f'src="{sound(dam, written)}"' in shown
    assert "Đập không vỡ." not in shown  # said back for the desk
    translating.send_back(second, written, "sai chữ")
    assert "Pas dej" not in page(reader, dam)


def test_the_recording_is_given_whole_and_in_part(
    reader: Client, dam: Version, spoken: Translation
) -> None:
    whole = reader.get(sound(dam, spoken))
    assert (whole.status_code, whole["Content-Type"], whole.content) == (200, "audio/wav", WAV)
    part = reader.get(sound(dam, spoken), headers={"range": "bytes=0-3"})
    assert (part.status_code, part.content) == (206, WAV[:4])


@pytest.mark.parametrize(
    ("kind", "changes"),
    [
        (VersionKind.UPDATE, {"todo": "Về nhà được rồi."}),
        (VersionKind.WITHDRAWAL, {"what_was_wrong": "Chúng tôi đã sai."}),
    ],
)
def test_nothing_stale_is_shown_or_played(
    reader: Client,
    staff: Staff,
    dam: Version,
    spoken: Translation,
    kind: VersionKind,
    changes: dict[str, str],
) -> None:
    assert "Pas dej" in page(reader, dam)
    staff.again(dam.fact_check, kind, **changes)
    assert "Pas dej" not in page(reader, dam)
    assert reader.get(sound(dam, spoken)).status_code == 404
    assert "Pas dej" not in reader.get(f"{where(dam)}ban/1/").content.decode()


def test_another_fact_checks_address_gives_nothing(
    reader: Client, staff: Staff, dam: Version, spoken: Translation
) -> None:
    other = staff.publish(claim="Cầu sập ở Bát Xát", fact="Cầu không sập.")
    assert reader.get(sound(other, spoken)).status_code == 404
    assert reader.get(f"/kiem-chung/khong-co/nghe/{spoken.pk}/").status_code == 404


def test_the_browser_may_play_only_our_own(reader: Client, dam: Version) -> None:
    policy = reader.get(where(dam))["Content-Security-Policy"]
    assert "media-src 'self'" in policy
