"""A page that a checker names is kept whole, once, or says why not; evidence stands on it."""

from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from kiemtin.desk.errors import FlowError, NotAllowed
from kiemtin.desk.flow import capturing, deliver, drafts, investigate, publish, sightings
from kiemtin.desk.models import Account, Capture, Evidence, Job, Rumour
from kiemtin.desk.moment import at, now
from kiemtin.desk.words import EvidenceKind, JobState, RumourState, Stance
from kiemtin.desk.words_evidence import CaptureState
from kiemtin.media.archive import open_archive, replay
from kiemtin.media.fetch import FetchRefused, Network
from tests.desk.steps import assess, sign, write
from tests.media.fetch.site import means, named
from tests.support.peers.http import Reply
from tests.support.peers.tricks import TrickPeer
from tests.support.readers_busy import readers_busy
from tests.support.web_site import WebSite, reached


@pytest.fixture
def site(settings: Settings) -> Iterator[WebSite]:
    """A web site on this machine."""
    with reached(settings) as site:
        yield site


def captured(author: Account, rumour: Rumour, address: str) -> Capture:
    made = capturing.ask(author, rumour, address)
    assert deliver.run_due() == 1
    made.refresh_from_db()
    return made


def source(capture: Capture | None) -> investigate.Source:
    return investigate.Source(
        kind=EvidenceKind.PRIMARY,
        stance=Stance.AGAINST,
        source="Báo Suối Bạc",
        title="Hồ an toàn",
        origin="Ban quản lý hồ Suối Bạc",
        capture=capture,
    )


def test_a_page_is_kept_with_its_words_and_can_be_shown(
    author: Account, rumour: Rumour, site: WebSite
) -> None:
    made = captured(author, rumour, site.page)
    assert made.state == CaptureState.KEPT
    assert (made.title, made.site) == ("Hồ Suối Bạc an toàn", "Báo Suối Bạc")
    assert "36,2 mét" in made.text
    assert str(made.dated) == "2025-09-30"
    data = Path(made.file.path).read_bytes()
    assert sha256(data).hexdigest() == made.sha256
    document = replay(open_archive(data)).html
    assert b"36,2" in document
    assert b"<script" not in document


def test_asked_twice_it_is_kept_once(author: Account, rumour: Rumour, site: WebSite) -> None:
    first, second = (capturing.ask(author, rumour, site.page) for _ in range(2))
    assert first == second
    assert deliver.run_due() == 1
    assert [asked.path for asked in site.asked].count("/tin") == 1


def test_what_cannot_be_kept_says_why(author: Account, rumour: Rumour, site: WebSite) -> None:
    made = captured(author, rumour, site.page.replace("bao.example", "khong-co.example"))
    assert (made.state, made.refusal) == (CaptureState.REFUSED, "unknown")


def test_a_missing_page_is_kept_as_what_it_is(
    author: Account, rumour: Rumour, site: WebSite
) -> None:
    made = captured(author, rumour, site.page + "-khac")
    assert (made.state, made.status) == (CaptureState.KEPT, 404)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "https://a:b@bao.example/", "bao"])
def test_what_is_no_page_is_refused_at_once(
    author: Account, rumour: Rumour, site: WebSite, address: str
) -> None:
    with pytest.raises(FetchRefused):
        capturing.ask(author, rumour, address)
    assert not Capture.objects.exists()


def test_pages_of_persons_are_not_kept(author: Account, rumour: Rumour) -> None:
    with pytest.raises(FlowError) as refused:
        capturing.ask(author, rumour, "https://www.facebook.com/ai-do/posts/1")
    assert refused.value.code == "social"


def test_an_address_that_leads_to_a_person_is_not_kept(
    author: Account, rumour: Rumour, site: WebSite, settings: Settings
) -> None:
    here = Network(resolve=lambda host, port: ["127.0.0.1"], loopback=True)
    settings.FETCH_MEANS = means(network=here)
    away = site.page.replace("bao.example", "www.facebook.com")
    site.pages["/di"] = Reply(302, b"", {"Location": away})
    made = captured(author, rumour, site.page.replace("/tin", "/di"))
    assert (made.state, made.refusal) == (CaptureState.REFUSED, "social")
    assert not made.file


def test_too_many_at_once_wait_outside(
    author: Account, rumour: Rumour, site: WebSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(capturing, "WAITING", 2)
    for number in range(2):
        capturing.ask(author, rumour, f"{site.page}?{number}")
    with pytest.raises(FlowError) as refused:
        capturing.ask(author, rumour, f"{site.page}?2")
    assert refused.value.code == "many_captures"


def test_evidence_from_a_page_stands_on_its_archive(
    author: Account, rumour: Rumour, site: WebSite
) -> None:
    made = captured(author, rumour, site.page)
    piece = investigate.add_evidence(author, rumour, source(made))
    assert piece.copy_sha256 == made.sha256
    assert drafts.enough_evidence(rumour)
    with pytest.raises(FlowError) as refused:
        capturing.remove(author, made)
    assert refused.value.code == "is_evidence"
    investigate.remove_evidence(author, Evidence.objects.get(pk=piece.pk))
    assert Path(made.file.path).exists()


def test_a_page_of_another_rumour_or_one_that_waits_is_no_copy(
    author: Account, rumour: Rumour, site: WebSite
) -> None:
    waiting = capturing.ask(author, rumour, site.page)
    with pytest.raises(FlowError) as refused:
        investigate.add_evidence(author, rumour, source(waiting))
    assert refused.value.code == "no_capture"
    assert not Evidence.objects.exists()


def test_removed_it_takes_its_files_along(
    author: Account,
    rumour: Rumour,
    site: WebSite,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    made = captured(author, rumour, site.page)
    path = Path(made.file.path)
    with django_capture_on_commit_callbacks(execute=True):
        capturing.remove(author, made)
    assert not path.exists()
    assert not Capture.objects.exists()


def test_what_failed_as_often_as_it_is_tried_says_so(
    author: Account, rumour: Rumour, site: WebSite, settings: Settings
) -> None:
    made = capturing.ask(author, rumour, site.page)
    settings.FETCH_MEANS = "no means"
    Job.objects.update(attempts=deliver.ATTEMPTS - 1)
    assert deliver.run_once()
    made.refresh_from_db()
    assert Job.objects.get().state == JobState.FAILED
    assert (made.state, made.refusal) == (CaptureState.REFUSED, capturing.GIVEN_UP)


def test_strangers_keep_nothing(stranger: Account, rumour: Rumour, site: WebSite) -> None:
    with pytest.raises(NotAllowed):
        capturing.ask(stranger, rumour, site.page)


def test_an_open_draft_takes_the_page_in(author: Account, rumour: Rumour, site: WebSite) -> None:
    made = captured(author, rumour, site.page)
    draft = write(author, assess(author, rumour))
    before = draft.content_hash
    investigate.add_evidence(author, rumour, source(made))
    draft.refresh_from_db()
    assert draft.content_hash != before


@pytest.mark.parametrize("trick", ["bomb", "endless", "gzip-cut", "circle"])
def test_one_bad_page_stops_no_other(
    author: Account, rumour: Rumour, site: WebSite, trick: str
) -> None:
    with TrickPeer() as tricks:
        bad = capturing.ask(author, rumour, f"{named(tricks)}/{trick}")
        good = capturing.ask(author, rumour, site.page)
        assert deliver.run_due() == 2
    bad.refresh_from_db()
    good.refresh_from_db()
    assert (bad.state, good.state) == (CaptureState.REFUSED, CaptureState.KEPT)
    assert bad.refusal in FetchRefused.sentences


def test_a_rumour_with_a_page_is_not_empty(author: Account, rumour: Rumour, site: WebSite) -> None:
    rumour.state = RumourState.NEW
    rumour.save()
    assert sightings.is_empty(rumour)
    capturing.ask(author, rumour, site.page)
    assert not sightings.is_empty(rumour)


def test_a_page_that_ends_every_worker_says_so(
    author: Account, rumour: Rumour, site: WebSite
) -> None:
    made = capturing.ask(author, rumour, site.page)
    assert deliver.claim("lost")
    Job.objects.update(attempts=deliver.ATTEMPTS - 1)
    with at(now() + deliver.ABANDONED + timedelta(seconds=1)):
        assert deliver.claim("other") is None
    made.refresh_from_db()
    assert Job.objects.get().error == "abandoned"
    assert (made.state, made.refusal) == (CaptureState.REFUSED, capturing.GIVEN_UP)


def test_what_was_published_with_a_page_keeps_its_archive(
    author: Account, colleague: Account, rumour: Rumour, site: WebSite
) -> None:
    made = captured(author, rumour, site.page)
    piece = investigate.add_evidence(author, rumour, source(made))
    publish.publish(colleague, sign(colleague, write(author, assess(author, rumour))))
    investigate.remove_evidence(author, piece)
    with pytest.raises(FlowError) as refused:
        capturing.remove(author, made)
    assert refused.value.code == "was_published"
    assert Path(made.file.path).exists()


def test_a_page_is_tried_again_when_no_reader_has_time(
    author: Account, rumour: Rumour, site: WebSite
) -> None:
    made = capturing.ask(author, rumour, site.page)
    with readers_busy():
        assert deliver.run_once()
    made.refresh_from_db()
    assert made.state == CaptureState.WAITING
    with at(now() + timedelta(minutes=5)):
        assert deliver.run_once()
    made.refresh_from_db()
    assert made.state == CaptureState.KEPT
    assert made.text
