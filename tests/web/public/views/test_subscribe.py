"""Subscribing, confirming and leaving: by the owner of the address, and told to nobody else."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import fromstring

import pytest
from django.test import Client
from pytest_django import Settings

from kiemtin.channels.addresses import Reach
from kiemtin.channels.web_push import settings as web_push
from kiemtin.desk.flow import sending, subscriptions
from kiemtin.desk.flow.subscriptions import Wish
from kiemtin.desk.models import Sending, Subscription, Version
from kiemtin.desk.moment import at
from tests.support.peers.mail import Post
from tests.support.peers.telegram import Telegram
from tests.support.peers.web_push import PushPeer
from tests.support.publishing import Staff
from tests.support.reach import set_up
from tests.web.public.pages import Page, fields, send, text

PAGE, WHO = "/dang-ky/", "lan@nguoi.example"
CODE = re.compile(r"/dang-ky/(?:xac-nhan|bo)/[^\s<\"]+")
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def post(settings: Settings) -> Iterator[Post]:
    """The desk can send e-mail."""
    with Post() as server:
        set_up(settings, mail_environ(server))
        yield server


def mail_environ(server: Post) -> dict[str, str]:
    return {
        "KIEMTIN_EMAIL_ADDRESS": "ban@tin.example",
        "KIEMTIN_EMAIL_NAME": "Bàn kiểm tin",
        "KIEMTIN_EMAIL_SMTP_HOST": "127.0.0.1",
        "KIEMTIN_EMAIL_SMTP_PORT": str(server.port),
        "KIEMTIN_EMAIL_SMTP_SECURITY": "none",
    }


@pytest.fixture
def browser(settings: Settings) -> Iterator[PushPeer]:
    """The desk can send notices to browsers."""
    secret, _public = web_push.new_keys()
    contact = {"KIEMTIN_WEB_PUSH_CONTACT": "mailto:ban@tin.example"}
    with PushPeer() as peer:
        set_up(settings, {"KIEMTIN_WEB_PUSH_KEY": secret} | contact)
        near = replace(settings.CHANNELS["web_push"], reach=Reach(loopback=True))
        settings.CHANNELS = {"web_push": near}
        yield peer


def by_mail(reader: Client, **said: str) -> Page:
    return send(reader, PAGE, {"how": "email", "email": WHO} | said)


def link(post: Post, which: str = "xac-nhan") -> str:
    """The address in the newest letter."""
    sending.send_due()
    body = post.mails[-1][2].get_body(("plain",))
    assert body is not None
    found = [one for one in CODE.findall(body.get_content()) if which in one]
    return str(found[0])


def test_a_letter_is_confirmed_by_its_owner_only(reader: Client, post: Post) -> None:
    answer = by_mail(reader, place="Xã Bát Xát, Lào Cai", subject="dam")
    assert answer.status_code == 302, text(answer)
    assert "Hãy xem hộp thư" in text(reader.get(answer["Location"]))
    one = Subscription.objects.get()
    assert (one.subject, one.confirmed_at) == ("dam", None)
    assert WHO not in str(vars(one))
    where = link(post)
    assert "Bát Xát" in text(reader.get(where))
    one.refresh_from_db()
    assert one.confirmed_at is None, "mail scanners open links"
    assert "Đã xác nhận" in text(Client().post(where))
    one.refresh_from_db()
    assert one.confirmed_at is not None


def test_nobody_learns_whether_an_address_is_subscribed(reader: Client, post: Post) -> None:
    first = by_mail(reader)
    subscriptions.confirm(Subscription.objects.get())
    second = by_mail(reader)
    for number in range(subscriptions.MOST_AN_ADDRESS):
        Subscription.objects.create(
            channel="email",
            lookup=Subscription.objects.all()[0].lookup,
            sealed=b"x",
            place=f"{number:05}",
            asked_at=Subscription.objects.all()[0].asked_at,
        )
    third = by_mail(reader, place="Lào Cai")
    answers = {(one.status_code, one["Location"]) for one in (first, second, third)}
    assert len(answers) == 1


def test_a_stranger_cannot_fill_somebodys_mailbox(reader: Client, post: Post) -> None:
    for subject in ("dam", "flood", "health", "scam", "weather"):
        by_mail(reader, subject=subject)
    sending.send_due()
    assert len(post.mails) <= subscriptions.MOST_TO_CONFIRM


@pytest.mark.parametrize("bad", ["", "lan", "lan@", "a@b.vn\nBcc: c@d.vn", "lân@nguoi.example"])
def test_what_is_no_mailbox_is_said_and_nothing_lost(reader: Client, post: Post, bad: str) -> None:
    answer = by_mail(reader, email=bad, place="Bát Xát")
    assert answer.status_code == 422
    assert "Cần một địa chỉ thư" in text(answer)
    assert 'value="Bát Xát"' in answer.content.decode()
    assert not Subscription.objects.exists()


def test_a_place_that_is_unclear_is_asked_about(reader: Client, post: Post) -> None:
    answer = by_mail(reader, place="Xã không có ở đâu")
    assert answer.status_code == 422
    assert not Subscription.objects.exists()


def test_a_forged_form_enters_nothing(reader: Client, post: Post) -> None:
    assert reader.post(PAGE, {"how": "email", "email": WHO}).status_code == 403
    assert not Subscription.objects.exists()


def wished(**wish: Any) -> Subscription:
    return subscriptions.ask("email", WHO, Wish(**wish), confirmed=True)


def leave_address(one: Subscription) -> str:
    return f"/dang-ky/bo/{subscriptions.code(one, subscriptions.LEAVE)}/"


def test_leaving_takes_one_tap_and_says_the_same_afterwards(reader: Client, post: Post) -> None:
    where = leave_address(wished())
    assert "Thôi nhận tất cả" in text(reader.get(where))
    assert Subscription.objects.exists()
    first = reader.post(where)
    assert "Đã thôi nhận" in text(first)
    assert not Subscription.objects.exists()
    assert text(reader.post(where)) == text(first)
    assert text(reader.post("/dang-ky/bo/made-up/")) == text(first)
    assert "Thôi nhận tất cả" in text(reader.get(where))


def test_a_mail_program_leaves_for_its_reader(post: Post, reader: Client) -> None:
    one = wished()
    body = "List-Unsubscribe=One-Click"
    kind = "application/x-www-form-urlencoded"
    assert reader.post(leave_address(one), body, content_type=kind).status_code == 200
    assert not Subscription.objects.exists()


def test_many_readers_of_one_mail_service_can_leave(settings: Settings, reader: Client) -> None:
    settings.POSTS_A_MINUTE = 5
    answers = {reader.post("/dang-ky/bo/made-up/").status_code for _one in range(60)}
    assert answers == {200}


def test_one_wish_of_several_can_be_left(reader: Client, post: Post) -> None:
    first, second = wished(subject="dam"), wished(subject="health")
    where = leave_address(first)
    assert "Chỉ bỏ phần này" in text(reader.get(where))
    reader.post(where, {"only": "1"})
    assert list(Subscription.objects.all()) == [second]
    third = wished(subject="scam")
    reader.post(leave_address(third))
    assert not Subscription.objects.exists()


def test_a_code_for_leaving_confirms_nothing(reader: Client, post: Post) -> None:
    one = subscriptions.ask("email", WHO, Wish())
    code = subscriptions.code(one, subscriptions.LEAVE)
    assert "không còn dùng được" in text(reader.post(f"/dang-ky/xac-nhan/{code}/"))
    one.refresh_from_db()
    assert one.confirmed_at is None


def test_the_page_offers_only_what_is_set_up(reader: Client, settings: Settings) -> None:
    settings.CHANNELS = {}
    bare = text(reader.get(PAGE))
    assert "Nguồn tin Atom" in bare
    for word in ("Thư điện tử", "Thông báo trên máy này", "Nhắn tin cho bàn"):
        assert word not in bare
    with Telegram() as peer:
        set_up(settings, peer.environ())
        settings.WRITE_TO = {"telegram": "https://t.me/kiemtin_thu_bot"}
        shown = text(reader.get(PAGE))
    assert "ĐĂNG KÝ" in shown
    assert "https://t.me/kiemtin_thu_bot" in shown


def test_a_browser_asks_for_itself_and_gives_up(reader: Client, browser: PushPeer) -> None:
    said = {"how": "web_push", "browser": browser.subscription}
    answer = send(reader, PAGE, said)
    assert "Đã đăng ký trên máy này" in text(reader.get(answer["Location"]))
    one = Subscription.objects.get()
    assert one.confirmed_at is not None
    spaced = json.dumps(json.loads(browser.subscription) | {"more": 1}, indent=2)
    send(reader, PAGE, said | {"browser": spaced})
    assert Subscription.objects.count() == 1
    send(reader, PAGE, said | {"how": "web_push_leave"})
    assert not Subscription.objects.exists()


def test_a_browsers_address_is_judged(reader: Client, browser: PushPeer) -> None:
    elsewhere = json.loads(browser.subscription) | {"endpoint": "ftp://dau.example/x"}
    for bad in ("", "{}", "[" * 4000, json.dumps(elsewhere)):
        answer = send(reader, PAGE, {"how": "web_push", "browser": bad})
        assert answer.status_code == 422
    assert not Subscription.objects.exists()


def test_a_notice_reaches_the_browser(reader: Client, browser: PushPeer, staff: Staff) -> None:
    from kiemtin.desk.flow import deliver

    send(reader, PAGE, {"how": "web_push", "browser": browser.subscription})
    version = staff.publish()
    deliver.run_due()
    with at(Sending.objects.get(kind="subscribed").run_at):  # by night it waits for the morning
        sending.send_due()
    (shown,) = browser.shown
    assert version.fact in shown["title"] + shown["body"]
    assert shown["url"].endswith(f"/kiem-chung/{version.fact_check.slug}/")


def test_changes_of_one_fact_check(reader: Client, post: Post, dam: Version) -> None:
    where = f"/dang-ky/?bai={dam.fact_check.slug}"
    assert where in reader.get(f"/kiem-chung/{dam.fact_check.slug}/").content.decode()
    opened = reader.get(where)
    assert dam.fact in text(opened)
    said = fields(opened, PAGE) | {"how": "email", "email": WHO}
    assert reader.post(PAGE, said).status_code == 302
    assert Subscription.objects.get().fact_check == dam.fact_check
    assert reader.get("/dang-ky/?bai=khong-co").status_code == 404


def test_the_feed_of_a_place_and_subject(reader: Client, dam: Version) -> None:
    answer = send(reader, PAGE, {"how": "feed", "place": "Lào Cai", "subject": dam.subject})
    found = re.search(r'href="[^"]*(/feed\.atom\?[^"]+)"', answer.content.decode())
    assert found
    address = found[1].replace("&amp;", "&")
    assert f"loai={dam.subject}" in address
    assert len(fromstring(reader.get(address).content).findall(f"{ATOM}entry")) == 1
    assert fromstring(reader.get("/feed.atom?loai=scam").content).find(f"{ATOM}entry") is None
    assert reader.get("/feed.atom?noi=99999").status_code == 404
    assert reader.get("/feed.atom?loai=nothing").status_code == 404


def test_the_worker_has_its_own_rooms_and_stays_on_the_site(reader: Client) -> None:
    answer = reader.get("/dang-ky/bao.js")
    assert answer["Content-Type"].startswith("text/javascript")
    script = answer.content.decode()
    assert "{{" not in script
    assert "{%" not in script
    assert 'const PAGE = "/dang-ky/";' in script
    assert "self.location.origin" in script


@pytest.mark.parametrize("where", [PAGE, "/dang-ky/xong/email/", "/dang-ky/bo/x/"])
def test_these_pages_are_kept_nowhere(reader: Client, where: str) -> None:
    answer = reader.get(where)
    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
