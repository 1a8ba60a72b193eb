"""The drill's pages are archived whole without any network; one has changed since."""

from pathlib import Path

from kiemtin.desk.demo import pages
from kiemtin.desk.models import Account, Capture, Job, Rumour
from kiemtin.desk.words import JobState
from kiemtin.desk.words_evidence import CaptureState, Link
from kiemtin.media.archive import open_archive, replay


def test_each_page_is_evidence_with_its_archive(author: Account, rumour: Rumour) -> None:
    for made in pages.PAGES:
        pages.keep(made.key, rumour, author)
    assert {one.state for one in Capture.objects.all()} == {CaptureState.KEPT}
    for one in rumour.evidence.all():
        assert one.capture
        data = Path(one.copy.path).read_bytes()
        assert one.quote in one.capture.text
        assert b"0062a3" in replay(open_archive(data)).html
    assert not Job.objects.exclude(state=JobState.DONE).exists()


def test_one_page_has_changed_since(author: Account, rumour: Rumour) -> None:
    for made in pages.PAGES:
        pages.keep(made.key, rumour, author)
    changed = Capture.objects.get(link=Link.CHANGED)
    assert pages.CHANGED in changed.text_now
    assert pages.FIRST in changed.text


def test_pages_say_that_they_are_not_real() -> None:
    for made in pages.PAGES:
        assert "không có thật" in (pages.FOLDER / made.file).read_text(encoding="utf-8")
        assert made.host.endswith(".example")
