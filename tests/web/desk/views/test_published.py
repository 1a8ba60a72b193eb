"""What stands in public, seen from the desk: ledger, callbacks."""

from django.urls import reverse

from kiemtin.desk.flow import deliver, triage
from kiemtin.desk.models import Account, ReplyAddress
from tests.support.publishing import Staff
from tests.web.desk.conftest import Arrives, Browser


def test_published_pieces_are_listed_and_found(
    browser: Browser, author: Account, stranger: Account, staff: Staff
) -> None:
    version = staff.publish()
    client = browser(author)
    assert version.fact in client.get(reverse("desk:fact_checks")).content.decode()
    missed = client.get(reverse("desk:fact_checks"), {"q": "ngân hàng"}).content.decode()
    assert version.fact not in missed
    address = reverse("desk:fact_check", args=[version.fact_check_id])
    assert version.fact in client.get(address).content.decode()
    assert browser(stranger).get(address).status_code == 404


def test_an_unknown_kind_of_change_is_refused(
    browser: Browser, author: Account, staff: Staff
) -> None:
    version = staff.publish()
    address = reverse("desk:amend", args=[version.fact_check_id])
    page = browser(author).post(address, {"kind": "xoa"}, follow=True).content.decode()
    assert "Hãy chọn: đính chính" in page


def test_callbacks_show_the_address_once_and_erase_it(
    browser: Browser, author: Account, stranger: Account, staff: Staff, arrives: Arrives
) -> None:
    rumour = staff.open()
    message = arrives("Đập Nậm Mẫu vỡ", reply_to="0900 000 001", channel="phone")
    triage.attach(author, message, rumour)
    staff.publish(rumour)
    deliver.run_due()
    client = browser(author)
    page = client.get(reverse("desk:callbacks"), {"xem": message.pk}).content.decode()
    assert "0900 000 001" in page
    strange = browser(stranger).get(reverse("desk:callbacks"), {"xem": message.pk})
    assert strange.status_code == 404
    client.post(reverse("desk:called_back", args=[message.pk]))
    assert not ReplyAddress.objects.exists()
    assert message.deliveries.get().seen_at is not None
