"""The drill's picture is found again where it was kept, cut and pressed as it is."""

from kiemtin.desk.demo import pictures
from kiemtin.desk.flow import deliver
from kiemtin.desk.models import Account, Desk, Message, Rumour
from kiemtin.desk.queries import seen_before


def test_the_picture_that_is_sent_in_finds_its_case(
    desk: Desk, author: Account, rumour: Rumour
) -> None:
    pictures.keep(pictures.KEY, rumour, author)
    deliver.run_due()
    pictures.send(desk)
    seen = seen_before.of_message(Message.objects.get(external_id__isnull=False), [desk])
    assert [one.rumour for one in seen] == [rumour]


def test_other_cases_have_no_picture(author: Account, rumour: Rumour) -> None:
    pictures.keep("nam-pung-vo-dap", rumour, author)
    assert not rumour.evidence.exists()
