"""What a bulletin says of a version, and the signed list that goes with it."""

from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import Settings

from kiemtin.desk import moment
from kiemtin.desk.flow import keys
from kiemtin.desk.models import Account, Desk, Version
from kiemtin.desk.queries import bulletins
from kiemtin.desk.words import KeyEnd, VersionKind
from kiemtin.record.judge import judge
from kiemtin.record.keys import SignerKey
from kiemtin.record.known_list import Newest, open_list
from kiemtin.record.statement_code import sign_fitting, to_code
from tests.support.bulletins import KEY, OLD, SITE
from tests.support.publishing import Staff

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 23)


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    return Staff(desk, author, colleague)


@pytest.fixture
def dam(staff: Staff) -> Version:
    """A published fact-check about a dam."""
    return staff.publish(valid_until=date(2026, 12, 31))


@pytest.fixture(autouse=True)
def at_hand(settings: Settings) -> list[str]:
    """The secret keys that the desk can use."""
    settings.LOG_KEYS = [OLD.secret_text(), KEY.secret_text()]
    return [OLD.secret_text()]


def found(version: Version, day: date = DAY) -> str:
    """The state of a version's code by the desk's own list."""
    signed = bulletins.signed(version, SITE)
    known = bulletins.known()
    assert signed
    assert known
    return judge(to_code(signed), known.keys, known, day).state


def test_without_a_key_nothing_is_signed(dam: Version) -> None:
    assert bulletins.signed(dam, SITE) is None
    assert bulletins.signed_list() is None
    assert bulletins.known() is None
    assert bulletins.keys() == []


def test_a_statement_says_what_the_version_says(dam: Version) -> None:
    keys.begin(OLD)
    signed = bulletins.signed(dam, SITE)
    assert signed is not None
    said = signed.statement
    assert (said.number, said.version) == (dam.fact_check.pk, 1)
    assert (said.verdict, said.kind) == (dam.verdict, dam.kind)
    assert said.published_at == dam.published_at.replace(second=0, microsecond=0)
    assert said.valid_until == date(2026, 12, 31)
    assert said.log_index == dam.log_entry.number
    assert (said.desk, said.claim) == (dam.fact_check.desk.name, dam.claim)
    assert signed.holds(OLD.verifier)
    assert found(dam) == "holds"


def test_the_list_names_what_has_a_newer_version(staff: Staff, dam: Version) -> None:
    keys.begin(OLD)
    other = staff.publish(claim="Cầu Khe Mây bị cuốn trôi sáng nay")
    known = bulletins.known()
    assert known
    assert not known.newest
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Sai giờ.")
    staff.again(other.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Sai nơi.")
    note = bulletins.signed_list()
    assert note is not None
    assert open_list(note, [OLD.verifier]).newest == {
        dam.fact_check.pk: Newest(2, "amendment"),
        other.fact_check.pk: Newest(2, "withdrawal"),
    }
    assert (found(dam), found(other)) == ("superseded", "withdrawn")
    newest = bulletins.version(dam.fact_check.slug)
    assert newest is not None
    assert found(newest) == "holds"
    assert bulletins.version(dam.fact_check.slug, 1) == dam
    assert bulletins.version("khong-co") is None


def test_what_a_rotated_key_signed_stays_good_and_phones_follow(dam: Version) -> None:
    keys.begin(OLD)
    printed = bulletins.signed(dam, SITE)
    keys.rotate(OLD, KEY)
    note = bulletins.signed_list()
    assert printed
    assert note
    known = open_list(note, [OLD.verifier])
    assert [key.ended_why for key in known.keys] == ["rotated", ""]
    assert judge(to_code(printed), known.keys, known, DAY).state == "holds"


@pytest.mark.parametrize("why", [KeyEnd.LOST, KeyEnd.REVOKED])
def test_what_a_lost_key_signed_is_doubtful_and_later_is_not_the_desks(
    staff: Staff, dam: Version, why: KeyEnd
) -> None:
    keys.begin(OLD)
    printed = bulletins.signed(dam, SITE)
    with moment.at(dam.published_at + timedelta(hours=1)):
        keys.give_up(KEY, why)
    known = bulletins.known()
    assert printed
    assert known
    assert judge(to_code(printed), known.keys, known, DAY).state == "key_doubtful"
    with moment.at(dam.published_at + timedelta(hours=2)):
        later = staff.again(dam.fact_check, VersionKind.UPDATE)
    stolen = sign_fitting(SITE, bulletins.statement(later), OLD)
    assert judge(to_code(stolen), known.keys, known, DAY).state == "key_ended"
    assert judge(to_code(printed), known.keys, known, DAY).key == known.keys[0]


def test_the_list_is_the_same_bytes_for_five_minutes(dam: Version) -> None:
    keys.begin(SignerKey(OLD.name, OLD.seed))
    start = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
    notes = []
    for seconds in (0, 299, 300):
        with moment.at(start + timedelta(seconds=seconds)):
            notes.append(bulletins.signed_list())
    assert notes[0] == notes[1] != notes[2]
