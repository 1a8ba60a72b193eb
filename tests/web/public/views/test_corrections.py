"""What the desk got wrong is in one list, each with what replaced it."""

from django.test import Client

from kiemtin.desk.models import Version
from kiemtin.desk.words import VersionKind
from tests.support.publishing import Staff
from tests.web.public.pages import text

WHERE = "/dinh-chinh/"


def test_none_yet(reader: Client, dam: Version) -> None:
    assert "Chưa có đính chính nào" in text(reader.get(WHERE))


def test_amendments_and_withdrawals_are_listed_and_updates_are_not(
    reader: Client, staff: Staff, dam: Version
) -> None:
    staff.again(dam.fact_check, VersionKind.UPDATE, fact="Đập vẫn nguyên vẹn sáng 10/9.")
    staff.again(dam.fact_check, VersionKind.AMENDMENT, what_was_wrong="Sai giờ kiểm tra.")
    staff.again(dam.fact_check, VersionKind.WITHDRAWAL, what_was_wrong="Nhầm đập khác.")
    page = reader.get(WHERE)
    said = text(page)
    assert said.index("Nhầm đập khác.") < said.index("Sai giờ kiểm tra.")
    assert said.count(dam.claim) == 2
    assert f"/kiem-chung/{dam.fact_check.slug}/ban/2/" in page.content.decode()
