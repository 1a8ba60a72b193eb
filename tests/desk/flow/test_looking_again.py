"""An address is looked at again: what changed, moved or went is told, and since when."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from pytest_django import Settings

from kiemtin.desk.errors import NotAllowed
from kiemtin.desk.flow import capturing, deliver, investigate, looking_again
from kiemtin.desk.models import Account, Capture, Job, Rumour
from kiemtin.desk.moment import at, now
from kiemtin.desk.words_evidence import Link
from kiemtin.media.fetch import Network
from tests.desk.flow.test_capturing import source
from tests.media.fetch.site import means
from tests.support.peers.http import CLOSED, Reply
from tests.support.web_site import WebSite, reached

MORE = """<p>Sửa lại: mực nước lúc chín giờ tối qua là 39,9 mét chứ không phải con số đã đăng, và
hai cửa xả đã mở từ nửa đêm theo lệnh của ban chỉ huy phòng chống thiên tai tỉnh.</p><p>Người dân
các xã phía dưới được yêu cầu rời bờ suối cho đến khi có thông báo mới của ban quản lý.</p>"""
TEXT = {"Content-Type": "text/plain"}


@pytest.fixture
def site(settings: Settings) -> Iterator[WebSite]:
    """A web site on this machine."""
    with reached(settings) as site:
        yield site


@pytest.fixture
def kept(author: Account, rumour: Rumour, site: WebSite) -> Capture:
    """Its page, kept, with evidence that stands on it."""
    made = capturing.ask(author, rumour, site.page)
    deliver.run_due()
    made.refresh_from_db()
    investigate.add_evidence(author, rumour, source(made))
    return made


def look(kept: Capture) -> Capture:
    looking_again.look(kept.pk, asked=1)
    kept.refresh_from_db()
    return kept


def test_a_page_that_stayed_is_the_same(kept: Capture) -> None:
    assert look(kept).link == Link.SAME


def test_a_changed_page_is_told_with_what_it_says_now(kept: Capture, site: WebSite) -> None:
    site.say(MORE)
    assert look(kept).link == Link.CHANGED
    assert "39,9 mét" in kept.text_now
    assert "39,9" not in kept.text


def test_since_when_is_kept_while_it_stays_so(kept: Capture, site: WebSite) -> None:
    del site.pages["/tin"]
    first = look(kept).link_since
    with at(now() + timedelta(days=9)):
        again = look(kept)
    assert (again.link, again.link_since) == (Link.GONE, first)
    assert again.looked_at != first


@pytest.mark.parametrize(("status", "state"), [(403, Link.HIDDEN), (500, Link.SILENT)])
def test_what_is_not_shown_is_told_apart(
    kept: Capture, site: WebSite, status: int, state: Link
) -> None:
    site.pages["/tin"] = Reply(status, b"-")
    assert look(kept).link == state


def test_a_server_that_hangs_up_is_silent(kept: Capture, site: WebSite) -> None:
    site.fail(CLOSED, CLOSED, CLOSED)
    assert look(kept).link == Link.SILENT


def test_once_a_week_what_evidence_stands_on_is_looked_at(kept: Capture, site: WebSite) -> None:
    looking_again.plan(day=1)
    assert not Job.objects.filter(kind="look_again").exists()
    with at(now() + timedelta(days=8)):
        looking_again.plan(day=9)
        looking_again.plan(day=9)
        assert Job.objects.filter(kind="look_again").count() == 1
        site.pages["/robots.txt"] = Reply(
            200, b"User-agent: *\nAllow: /", {"Content-Type": "text/plain"}
        )
        assert deliver.run_due() == 1
        looking_again.plan(day=10)
    assert Capture.objects.get().link == Link.SAME
    assert Job.objects.filter(kind="look_again").count() == 1


def test_a_site_that_keeps_machines_out_is_left_alone(kept: Capture, site: WebSite) -> None:
    site.pages["/robots.txt"] = Reply(
        200, b"User-agent: *\nDisallow: /", {"Content-Type": "text/plain"}
    )
    looking_again.look(kept.pk, asked=0)
    kept.refresh_from_db()
    assert kept.looked_at is None


def test_asked_twice_it_is_looked_at_once(author: Account, kept: Capture) -> None:
    looking_again.ask(author, kept)
    looking_again.ask(author, kept)
    assert Job.objects.filter(kind="look_again").count() == 1


def test_of_a_page_that_leads_to_a_person_no_word_is_kept(
    kept: Capture, site: WebSite, settings: Settings
) -> None:
    here = Network(resolve=lambda host, port: ["127.0.0.1"], loopback=True)
    settings.FETCH_MEANS = means(network=here)
    away = site.page.replace("bao.example", "www.facebook.com").replace("/tin", "/ai-do")
    site.pages["/ai-do"] = Reply(200, b"Toi la ai do, toi song o day.", TEXT)
    site.pages["/tin"] = Reply(302, b"", {"Location": away})
    again = look(kept)
    assert (again.link, again.text_now) == (Link.MOVED, "")


def test_a_site_that_keeps_machines_out_waits_its_week(kept: Capture, site: WebSite) -> None:
    site.pages["/robots.txt"] = Reply(200, b"User-agent: *\nDisallow: /", TEXT)
    with at(now() + timedelta(days=8)):
        looking_again.plan(day=9)
        assert deliver.run_due() == 1
        looking_again.plan(day=10)
    assert Job.objects.filter(kind="look_again").count() == 1, "others get the next turn"
    kept.refresh_from_db()
    assert (kept.link, kept.link_since) == ("", None)


def test_what_was_never_looked_at_comes_first(
    author: Account, rumour: Rumour, kept: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_again, "A_DAY", 1)
    kept.pk = None
    kept.looked_at = now()
    kept.save()
    investigate.add_evidence(author, rumour, source(kept))
    with at(now() + timedelta(days=8)):
        looking_again.plan(day=9)
    first = Capture.objects.get(looked_at=None)
    assert [one.payload["capture"] for one in Job.objects.filter(kind="look_again")] == [first.pk]


def test_what_is_planned_is_spread_over_the_day(
    author: Account, rumour: Rumour, kept: Capture
) -> None:
    kept.pk = None
    kept.save()
    investigate.add_evidence(author, rumour, source(kept))
    with at(now() + timedelta(days=8)):
        looking_again.plan(day=9)
        due = Job.objects.filter(kind="look_again", run_at__lte=now())
        assert due.count() == 1, "a page that a checker names does not wait behind hundreds"
    assert Job.objects.filter(kind="look_again").count() == 2


def test_strangers_have_nothing_looked_at(stranger: Account, kept: Capture) -> None:
    with pytest.raises(NotAllowed):
        looking_again.ask(stranger, kept)
    assert not Job.objects.filter(kind="look_again").exists()
