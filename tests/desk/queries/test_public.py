"""What the public pages read: only what is published, and what is in force now."""

from datetime import timedelta

import pytest

from kiemtin.desk import moment
from kiemtin.desk.flow import holding, listen, triage
from kiemtin.desk.models import Account, Desk, HoldingLine
from kiemtin.desk.queries import public
from kiemtin.desk.queries.stamp import stamp
from kiemtin.desk.words import NotCheckable, Subject, Verdict, VersionKind
from kiemtin.text.places import UnknownPlace, gazetteer
from tests.support.publishing import Staff


@pytest.fixture
def staff(desk: Desk, author: Account, colleague: Account) -> Staff:
    return Staff(desk, author, colleague)


def test_the_root_of_the_tree_speaks_for_the_site(desk: Desk) -> None:
    Desk.objects.create(slug="xa", name="Bàn xã", parent=desk)
    assert public.front_desk() == desk


def test_a_place_is_answered_by_its_own_desk_then_its_provinces_then_the_root(
    desk: Desk, other_desk: Desk
) -> None:
    commune = gazetteer().children("15")[0].code
    assert public.desk_for(commune) == desk
    own = Desk.objects.create(slug="xa", name="Bàn xã", parent=desk, place=commune)
    assert public.desk_for(commune) == own
    assert public.desk_for("14") == other_desk
    assert public.desk_for("") == desk
    assert public.desk_for("01") == desk
    assert public.desk_for("99999") == desk


def test_without_a_desk_there_is_none(db: None) -> None:
    assert public.front_desk() is None
    assert public.desk_for("15") is None


def line(staff: Staff) -> HoldingLine:
    return holding.publish_holding_line(
        staff.signer, staff.open(), safe_action="Lên cao.", checking="Đang gọi."
    )


def test_a_line_holds_until_it_expires(staff: Staff) -> None:
    one = line(staff)
    assert public.holding_lines() == [one]
    with moment.at(one.expires_at):
        assert public.holding_lines() == []
        assert public.ended_lines() == [one]
    with moment.at(one.published_at + public.ENDED_SHOWN + timedelta(hours=1)):
        assert public.ended_lines() == []


def test_a_rumour_found_not_checkable_has_no_line_in_force(staff: Staff) -> None:
    one = line(staff)
    triage.rumour_not_checkable(staff.author, one.rumour, NotCheckable.OPINION)
    assert public.holding_lines() == []


def test_only_published_fact_checks_are_listed_newest_first(staff: Staff) -> None:
    staff.open(claim="Chưa công bố")
    first = staff.publish().fact_check
    second = staff.publish(claim="Cầu Cốc Lếu bị sập").fact_check
    assert list(public.published()) == [second, first]
    staff.again(first, VersionKind.UPDATE, fact="Đập vẫn nguyên vẹn.")
    assert list(public.published()) == [first, second]


def test_what_was_withdrawn_is_listed_but_not_recommended(staff: Staff) -> None:
    gone = staff.publish().fact_check
    staff.again(gone, VersionKind.WITHDRAWAL, what_was_wrong="Nhầm.")
    assert list(public.published()) == [gone]
    assert public.latest(5) == []


def test_filters_combine(staff: Staff) -> None:
    dam = staff.publish().fact_check
    found = public.fact_checks
    assert list(found(Verdict.FALSE, Subject.DAM, "15")) == [dam]
    assert not found(Verdict.TRUE)
    assert not found(subject=Subject.BANK)
    assert not found(place="14")


def test_a_commune_is_spoken_of_by_its_own_and_its_provinces_pages() -> None:
    commune = gazetteer().children("15")[0].code
    assert public.places_about(commune) == [commune, "15"]
    assert commune in public.places_about("15")
    with pytest.raises(UnknownPlace):
        public.places_about("99999")


def test_corrections_are_amendments_and_withdrawals(staff: Staff) -> None:
    first = staff.publish().fact_check
    staff.again(first, VersionKind.UPDATE, fact="Đập vẫn nguyên vẹn.")
    amended = staff.again(first, VersionKind.AMENDMENT, what_was_wrong="Sai giờ.")
    assert list(public.corrections()) == [amended]


def test_a_page_shows_one_version_among_all(staff: Staff) -> None:
    first = staff.publish()
    slug = first.fact_check.slug
    second = staff.again(first.fact_check, VersionKind.UPDATE, fact="Đập vẫn nguyên vẹn.")
    now, before = public.page(slug), public.page(slug, 1)
    assert now is not None
    assert before is not None
    assert (now.version, now.is_current) == (second, True)
    assert (before.version, before.is_current) == (first, False)
    assert [one.number for one in now.versions] == [2, 1]
    assert public.page(slug, 3) is None
    assert public.page("khong-co") is None


def test_a_page_looks_for_nothing_that_its_stamp_says_is_not_there(staff: Staff) -> None:
    version = staff.publish()
    slug = version.fact_check.slug
    known = stamp(slug)
    listen.object_to(version.fact_check, "Ảnh ở nơi khác.", external_id="1")
    page = public.page(slug, known=known)
    assert page is not None
    assert page.waiting == 0
    page = public.page(slug, known=stamp(slug))
    assert page is not None
    assert page.waiting == 1
