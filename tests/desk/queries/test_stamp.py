"""Stamps change with everything that their page shows, and with nothing else."""

import pytest

from kiemtin.desk.flow import erase, listen, translating
from kiemtin.desk.models import Account, Desk
from kiemtin.desk.queries.stamp import newest_version, objections, site_name, stamp
from kiemtin.desk.words import ObjectionOutcome, Role, VersionKind
from kiemtin.desk.words_reach import Language, Script
from tests.desk.conftest import Maker
from tests.support.publishing import Staff


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    return Staff(desk, author, colleague)


def test_the_site_is_named_after_the_root_of_the_tree(desk: Desk) -> None:
    Desk.objects.create(slug="xa", name="Bàn xã", parent=desk)
    assert site_name() == desk.name


def test_a_site_without_a_desk_has_no_name(db: None) -> None:
    assert site_name() == ""


def test_the_newest_version_changes_with_every_publication(staff: Staff) -> None:
    seen = [newest_version()]
    first = staff.publish()
    seen.append(newest_version())
    staff.again(first.fact_check, VersionKind.UPDATE, fact="Đập vẫn nguyên vẹn.")
    seen.append(newest_version())
    assert len(set(seen)) == len(seen)
    assert newest_version() == seen[-1]


def test_nothing_erased_is_shown_from_what_was_kept(staff: Staff) -> None:
    first = staff.publish()
    staff.again(first.fact_check, VersionKind.UPDATE, fact="Đập vẫn nguyên vẹn.")
    slug = first.fact_check.slug
    before = (newest_version(), stamp(slug), objections())
    erase.do(staff.signer, erase.ask(staff.author, first.log_entry, "có dữ liệu riêng tư"))
    after = (newest_version(), stamp(slug), objections())
    assert [one == other for one, other in zip(before, after, strict=True)] == [False] * 3


def test_a_stamp_changes_with_everything_that_its_page_shows(staff: Staff, person: Maker) -> None:
    second = person("second", staff.desk, Role.TRANSLATOR)
    version = staff.publish()
    slug = version.fact_check.slug
    seen = [stamp(slug)]
    objected = listen.object_to(version.fact_check, "Ảnh ở nơi khác.", external_id="1").objection
    seen.append(stamp(slug))
    listen.answer_objection(staff.signer, objected, ObjectionOutcome.REFUSED, "Đúng nơi.")
    seen.append(stamp(slug))
    wording = translating.Wording(Language.HMONG, Script.RPA, "Pas dej", "", "Nyob tsev")
    for _time in range(2):
        written = translating.write(staff.author, version.fact_check, wording)
        translating.check_back(second, written, "Đập không vỡ.")
        seen.append(stamp(slug))
    staff.again(version.fact_check, VersionKind.UPDATE, fact="Đập vẫn nguyên vẹn.")
    seen.append(stamp(slug))
    staff.desk.name = "Bàn khác"
    staff.desk.save()
    seen.append(stamp(slug))
    assert len(set(seen)) == len(seen)
    assert stamp("khong-co") is None


def test_a_stamp_stays_while_nothing_changes(staff: Staff) -> None:
    slug = staff.publish().fact_check.slug
    seen = stamp(slug)
    staff.publish(claim="Cầu Cốc Lếu bị sập")
    assert stamp(slug) == seen
    assert hash(stamp(slug)) == hash(seen)
