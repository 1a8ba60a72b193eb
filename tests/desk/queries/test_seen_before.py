"""A picture finds where it was seen before, cut and pressed too, at the desks of who looks."""

from kiemtin.desk.flow import deliver, index, prints, triage
from kiemtin.desk.models import Account, Desk, Message, Picture, Reading, Rumour
from kiemtin.desk.queries import seen_before
from tests.desk.steps import ask, prove
from tests.media.alike.scenes import scene
from tests.media.pictures import encoded

ONE, OTHER = scene(1), scene(2)


def sent(desk: Desk, number: str, cut: int = 0, which: int = 1) -> Message:
    picture = ONE if which == 1 else OTHER
    width, height = picture.size
    data = encoded(picture.crop((cut, cut, width - cut, height - cut)), "JPEG", quality=40)
    message = ask(desk, number, pictures=(data,))
    deliver.run_due()
    return message


def test_a_cut_picture_finds_the_rumour_it_belonged_to(
    desk: Desk, author: Account, rumour: Rumour
) -> None:
    triage.attach(author, sent(desk, "1"), rumour)
    seen = seen_before.of_message(sent(desk, "2", cut=20), [desk])
    assert [one.rumour for one in seen] == [rumour]
    assert seen[0].percent >= 70
    assert seen[0].reasons


def test_another_picture_finds_nothing(desk: Desk, author: Account, rumour: Rumour) -> None:
    triage.attach(author, sent(desk, "1"), rumour)
    assert seen_before.of_message(sent(desk, "2", which=2), [desk]) == []


def test_pictures_in_evidence_are_found(desk: Desk, author: Account, rumour: Rumour) -> None:
    piece = prove(author, rumour, copy=encoded(ONE, "PNG"))
    deliver.run_due()
    seen = seen_before.of_message(sent(desk, "1"), [desk])
    assert [one.evidence for one in seen] == [piece]


def test_other_desks_see_nothing_of_it(
    desk: Desk, other_desk: Desk, author: Account, rumour: Rumour
) -> None:
    prove(author, rumour, copy=encoded(ONE, "PNG"))
    deliver.run_due()
    assert seen_before.of_message(sent(other_desk, "1"), [other_desk]) == []


def test_what_was_erased_is_found_no_more(desk: Desk) -> None:
    sent(desk, "1")
    second = sent(desk, "2")
    assert seen_before.of_message(second, [desk])
    Picture.objects.filter(message__external_id__isnull=False).exclude(message=second).delete()
    assert seen_before.of_message(second, [desk]) == []
    prints.forget()
    assert seen_before.of_message(second, [desk]) == []


def test_known_claims_are_found_by_the_words_in_a_picture(desk: Desk, rumour: Rumour) -> None:
    index.put(rumour)
    message = sent(desk, "1")
    found = Reading.objects.get(picture__message=message)
    assert seen_before.said_in(found) == []
    Reading.objects.filter(pk=found.pk).update(text="Đập thủy điện Nậm Mẫu bị vỡ")
    found.refresh_from_db()
    assert [one.rumour for one in seen_before.said_in(found, "15")] == [rumour]
