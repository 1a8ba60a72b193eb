"""What a draft changes of what is public, in words."""

from datetime import date

from kiemtin.desk.flow import drafts
from kiemtin.desk.models import Draft, Version
from kiemtin.desk.words import VersionKind
from kiemtin.web.desk.changes import changes
from tests.support.publishing import Staff


def amended(staff: Staff, version: Version, **changed: object) -> Draft:
    """An amendment of the version with some fields changed."""
    draft = drafts.amend(staff.author, version.fact_check, VersionKind.AMENDMENT)
    return drafts.save(staff.author, draft, draft.content() | changed, based_on=draft.revision)


def test_an_untouched_amendment_changes_nothing(staff: Staff) -> None:
    version = staff.publish()
    draft = drafts.amend(staff.author, version.fact_check, VersionKind.AMENDMENT)
    assert changes(version, draft) == []


def test_texts_verdict_place_and_days_are_told_in_words_in_the_order_of_the_page(
    staff: Staff,
) -> None:
    version = staff.publish()
    draft = amended(
        staff,
        version,
        verdict="misleading",
        why="Hồ xả nhanh hơn quy trình.",
        place="",
        valid_until=date(2026, 11, 22),
        what_was_wrong="Bản trước bỏ sót giờ xả.",
    )
    told = [(one.label, one.old, one.new) for one in changes(version, draft)]
    assert told == [
        ("Kết luận", "Sai", "Gây hiểu lầm"),
        ("3. Vì sao, và điều gì đã thật sự xảy ra", version.why, "Hồ xả nhanh hơn quy trình."),
        ("Có hiệu lực ở đâu", "Tỉnh Lào Cai", "Cả nước"),
        ("Đến hết ngày", "", "22/11/2026"),
    ]
