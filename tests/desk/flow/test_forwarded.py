"""Pictures that channels forward are had by the worker, each channel in its way, and taken in."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from django.test import Client
from pytest_django import Settings

from kiemtin.channels.inbound import Event, Sent
from kiemtin.desk.flow import forwarded, incoming, receive
from kiemtin.desk.models import Desk, Incoming, Message, Picture, Rumour, Sending, Version
from kiemtin.desk.moment import at
from kiemtin.desk.sealing import seal, unseal
from tests.desk import steps
from tests.media.fetch.site import named
from tests.media.pictures import SECRET
from tests.support.forwarded import PLAIN
from tests.support.peers import messenger, telegram, whatsapp, zalo_bot, zalo_oa
from tests.support.peers.http import HANG, Fault, Peer, Raw, Reply
from tests.support.reach import call, set_up, work
from tests.support.web_site import WebSite, reached

ASKED = "Nghe nói đập thủy điện Nậm Mẫu bị vỡ, có đúng không ạ?"
WHO = "246845883529197922"
Signed = tuple[dict[str, str], bytes]


@dataclass
class World:
    """A site with pictures, and the platforms."""

    site: WebSite
    zalo: zalo_oa.ZaloOA
    bot: zalo_bot.ZaloBot
    telegram: telegram.Telegram
    page: messenger.MessengerPeer
    whatsapp: whatsapp.WhatsAppPeer

    def put(self, body: bytes = PLAIN, path: str = "/anh.jpg") -> str:
        """Serve a picture and return its public address."""
        self.site.pages[path] = Reply(200, body, {"Content-Type": "image/jpeg"})
        return f"{named(self.site)}{path}"

    def said(self) -> list[str]:
        """What was answered, over whatever channel."""
        peers = (self.zalo, self.bot, self.telegram, self.page, self.whatsapp)
        return [text for peer in peers for _who, text in peer.sent]


@pytest.fixture
def world(settings: Settings, desk: Desk, noon: datetime) -> Iterator[World]:
    """Everything that brings pictures, set up at noon."""
    with ExitStack() as stack, reached(settings) as site:
        enter = stack.enter_context
        found = World(
            site,
            enter(zalo_oa.ZaloOA()),
            enter(zalo_bot.ZaloBot()),
            enter(telegram.Telegram()),
            enter(messenger.MessengerPeer()),
            enter(whatsapp.WhatsAppPeer()),
        )
        set_up(
            settings,
            found.zalo.environ(),
            found.bot.environ(),
            found.telegram.environ(),
            found.page.values,
            found.whatsapp.values,
        )
        yield found


def said(text: str, *pictures: Sent, number: str = "m1") -> Event:
    """Somebody wrote to the Official Account."""
    kinds = ("picture",) * len(pictures)
    return Event(
        "message", number, steps.NOON, WHO, text, attachments=kinds, pictures=tuple(pictures)
    )


def by_zalo(world: World, noon: datetime) -> Signed:
    held: list[zalo_oa.Event] = [{"type": "image", "payload": {"url": world.put()}}]
    name = "user_send_image"
    return zalo_oa.signed(zalo_oa.message(noon, ASKED, name=name, attachments=held))


def by_bot(world: World, noon: datetime) -> Signed:
    more: zalo_bot.Event = {"photo_url": world.put(), "caption": ASKED}
    return zalo_bot.signed(zalo_bot.message(noon, what="image", more=more))


def by_telegram(world: World, noon: datetime) -> Signed:
    world.telegram.photos["AgAC"] = PLAIN
    more = telegram.photo("small", "AgAC") | {"caption": ASKED}
    return telegram.signed(telegram.message(noon, "", more=more))


def by_messenger(world: World, noon: datetime) -> Signed:
    held = [{"type": "image", "payload": {"url": world.put()}}]
    content = {"message": {"mid": "m_1", "text": ASKED, "attachments": held}}
    body = messenger.page_body(messenger.item(content, at=int(noon.timestamp() * 1000)))
    return messenger.signed(body), body


def by_whatsapp(world: World, noon: datetime) -> Signed:
    world.whatsapp.media["136"] = PLAIN
    held = {"id": "136", "mime_type": "image/jpeg", "caption": ASKED}
    at_noon = str(int(noon.timestamp()))
    body = whatsapp.wa_body(whatsapp.wa_message("image", held, timestamp=at_noon))
    return messenger.signed(body, whatsapp.SECRET), body


BY = {
    "zalo_oa": by_zalo,
    "zalo_bot": by_bot,
    "telegram": by_telegram,
    "messenger": by_messenger,
    "whatsapp": by_whatsapp,
}


@pytest.mark.parametrize("channel", BY)
def test_a_picture_comes_with_its_words_and_nothing_of_its_sender(
    client: Client, world: World, noon: datetime, channel: str
) -> None:
    said_by = BY[channel](world, noon)
    assert call(client, channel, said_by) == 200
    peers: list[Peer] = [world.site, world.telegram, world.whatsapp]
    assert not any(peer.asked for peer in peers), "a webhook fetches nothing"
    for _again in range(2):
        work()
        call(client, channel, said_by)
    message = Message.objects.get()
    assert (message.channel, message.text) == (channel, ASKED)
    kept = Picture.objects.get()
    assert (kept.message, kept.width, kept.height) == (message, 320, 240)
    with kept.file.open("rb") as file:
        assert SECRET not in file.read()
    assert len(world.said()) == 1
    assert "đã nhận" in world.said()[0]
    assert all(one.sealed is None for one in Incoming.objects.all())


def test_no_token_goes_where_public_pictures_lie(
    client: Client, world: World, noon: datetime
) -> None:
    for channel in ("zalo_oa", "zalo_bot", "messenger"):
        call(client, channel, BY[channel](world, noon))
    work()
    assert len(world.site.asked) == 3
    secrets = (world.zalo.access, world.bot.token, messenger.TOKEN)
    for asked in world.site.asked:
        assert not any(one in asked.path + str(asked.headers) for one in secrets)


def test_a_known_claim_is_answered_by_its_words(world: World, published: Version) -> None:
    steps.told()
    incoming.store("zalo_oa", [said(ASKED, Sent(world.put()))])
    work()
    assert published.fact in world.said()[0]
    assert Picture.objects.exists()


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Reply(404, b"gone"), "chưa tới được"),
        (Reply(200, b"<html>no picture"), "không mở được"),
        (Reply(200, b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "không mở được"),
        (Reply(200, PLAIN[:200]), "không mở được"),
        (Reply(200, b"\xff\xd8\xff\xe0" + bytes(11 * 1024 * 1024)), "nặng quá"),
        (Reply(302, b"", {"Location": "/anh.jpg"}), "chưa tới được"),
    ],
)
def test_a_picture_that_cannot_be_had_does_not_cost_the_text(
    world: World, answer: Reply, sentence: str
) -> None:
    address = world.put()
    world.site.pages["/anh.jpg"] = answer
    incoming.store("zalo_oa", [said(ASKED, Sent(address))])
    work()
    assert Message.objects.get().text == ASKED
    assert not Picture.objects.exists()
    (text,) = world.said()
    assert "đã nhận" in text
    assert sentence in text


def test_an_answer_says_that_the_picture_was_not_seen(world: World, published: Version) -> None:
    steps.told()
    incoming.store("zalo_oa", [said(ASKED, Sent(f"{named(world.site)}/khong-co"))])
    work()
    assert len(world.said()) == 2
    assert any(published.fact in text for text in world.said())
    assert any("chỉ dựa vào phần chữ" in text for text in world.said())


@pytest.mark.parametrize(
    "address",
    ["http://khong-co.example/a.jpg", "file:///etc/passwd", "http://10.0.0.1/a", "not an address"],
)
def test_no_address_leads_to_the_network_within(world: World, address: str) -> None:
    incoming.store("zalo_oa", [said(ASKED, Sent(address))])
    with at(steps.NOON):
        work()
    for later in range(1, incoming.PICTURE_TRIES + 1):
        with at(steps.NOON + later * timedelta(hours=1)):
            work()
    assert "chưa tới được" in world.said()[0]
    assert Message.objects.count() == 1


def test_what_may_come_later_is_waited_for(world: World) -> None:
    address = world.put()
    world.site.fail(Reply(503))
    incoming.store("zalo_oa", [said(ASKED, Sent(address))])
    work()
    assert not Message.objects.exists()
    with at(steps.NOON + timedelta(seconds=incoming.PICTURES_WAIT)):
        work()
    assert Picture.objects.count() == 1
    assert len(world.said()) == 1


def test_three_pictures_are_taken_and_it_is_said_that_there_were_more(world: World) -> None:
    several = [Sent(world.put(path=f"/{number}.jpg")) for number in range(5)]
    incoming.store("zalo_oa", [said(ASKED, *several)])
    work()
    assert Picture.objects.count() == 3
    assert "3 ảnh đầu" in world.said()[0]


def test_one_bad_picture_leaves_the_others(world: World) -> None:
    good, bad = Sent(world.put()), Sent(world.put(b"no", "/bad.jpg"))
    incoming.store("zalo_oa", [said(ASKED, bad, good)])
    work()
    assert Picture.objects.count() == 1
    assert "không mở được" in world.said()[0]


def test_bytes_of_a_letter_are_sealed_until_they_are_taken_in(world: World) -> None:
    incoming.store("email", [said(ASKED, Sent(data=PLAIN))])
    held = Incoming.objects.get()
    assert PLAIN[:50] not in bytes(held.sealed or b"")
    assert b64encode(PLAIN).decode() in unseal(bytes(held.sealed or b""))
    work()
    assert Picture.objects.get().message.channel == "email"
    assert Incoming.objects.get().sealed is None


def test_a_slow_picture_stops_no_other_event(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forwarded, "ONE", 0.5)
    slow = Sent(world.put())
    drip = Raw([b"HTTP/1.1 200 OK\r\n", *[b"X: y\r\n"] * 500], seconds=0.1)
    faults: list[Raw | Fault] = [drip, HANG]
    world.site.fail(*faults)
    incoming.store("zalo_oa", [said(ASKED, slow, slow), said("Mai mưa to à?", number="m2")])
    assert incoming.step()
    assert not incoming.step(), "the one with pictures waits for its own thread"
    assert Message.objects.get().text == "Mai mưa to à?"
    assert incoming.step_with_pictures()
    assert not incoming.step_with_pictures(), "it is tried again later"


def test_the_time_for_all_pictures_of_a_message_is_bounded(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(forwarded, "SECONDS", 0.0)
    had = forwarded.have("zalo_oa", said(ASKED, Sent(world.put())))
    assert (had.taken, had.missing, had.may_pass) == ((), "gone", True)
    assert not world.site.asked


def test_a_command_with_a_picture_is_obeyed(world: World) -> None:
    incoming.store("zalo_oa", [said("Đăng ký xã Bát Xát, Lào Cai", Sent(world.put()))])
    work()
    assert "Đã đăng ký" in world.said()[0]
    assert not world.site.asked


def test_an_event_of_an_earlier_version_is_read(world: World) -> None:
    incoming.store("zalo_oa", [said(ASKED)])
    row = Incoming.objects.get()
    row.sealed = seal(unseal(bytes(row.sealed or b"")).replace(', "pictures": []', ""))
    row.save()
    work()
    assert Message.objects.get().text == ASKED


def test_killed_after_it_was_stored_it_is_not_fetched_or_stored_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    incoming.store("zalo_oa", [said(ASKED, Sent(world.put()))])
    killed: Callable[..., None] = _killed
    with monkeypatch.context() as patch:
        patch.setattr(incoming, "_answer", killed)
        work()
    assert Message.objects.count() == 1
    assert not Sending.objects.exists()
    del world.site.pages["/anh.jpg"]
    with at(steps.NOON + timedelta(hours=1)):
        work()
    assert (Message.objects.count(), Picture.objects.count()) == (1, 1)
    assert len(world.said()) == 1
    assert "chưa tới được" not in world.said()[0]
    assert Rumour.objects.count() == 1


def _killed(*_given: object) -> None:
    raise MemoryError


def test_taken_in_twice_is_the_same(desk: Desk) -> None:
    beside = receive.Beside((receive.take(PLAIN),))
    first, again = (receive.receive(steps.item("1"), desk, beside=beside) for _ in range(2))
    assert (first.message, again.created) == (again.message, False)
    assert Picture.objects.count() == 1
