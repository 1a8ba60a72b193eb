"""Every channel with its peer, and somebody on each who asked for bulletins."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from kiemtin.channels.addresses import Reach
from kiemtin.channels.web_push.settings import new_keys
from kiemtin.desk import connectors
from tests.support.peers.mail import ADDRESS, Post
from tests.support.peers.messenger import MessengerPeer
from tests.support.peers.partner import PartnerPeer
from tests.support.peers.smpp import Smpp
from tests.support.peers.sms_gate import SmsGate
from tests.support.peers.telegram import Telegram
from tests.support.peers.web_push import PushPeer
from tests.support.peers.whatsapp import WhatsAppPeer
from tests.support.peers.zalo_bot import ZaloBot
from tests.support.peers.zalo_oa import ZaloOA

Texts = Callable[[], list[str]]


@dataclass(frozen=True)
class Everyone:
    """`addresses` by channel, and what arrived at each, as the person reads it."""

    channels: dict[str, Any]
    addresses: dict[str, str]
    arrived: dict[str, Texts]


@contextmanager
def everyone(folder: Path) -> Iterator[Everyone]:
    """Start every peer; what the desk needs to reach them is in `channels`."""
    with ExitStack() as stack:
        enter = stack.enter_context
        zalo, bot, telegram = enter(ZaloOA()), enter(ZaloBot()), enter(Telegram())
        gate, smpp = enter(SmsGate()), enter(Smpp())
        page, whatsapp = enter(MessengerPeer()), enter(WhatsAppPeer())
        push, partner, post = enter(PushPeer()), enter(PartnerPeer()), enter(Post())
        key, _public = new_keys()
        environ = {
            **zalo.environ(),
            **bot.environ(),
            **telegram.environ(),
            **gate.environ(),
            **smpp.environ(),
            **page.values,
            **whatsapp.values,
            **partner.values(folder),
            "KIEMTIN_WEB_PUSH_KEY": key,
            "KIEMTIN_WEB_PUSH_CONTACT": f"mailto:{ADDRESS}",
            "KIEMTIN_EMAIL_ADDRESS": ADDRESS,
            "KIEMTIN_EMAIL_NAME": "Bàn kiểm tin",
            "KIEMTIN_EMAIL_SMTP_HOST": "127.0.0.1",
            "KIEMTIN_EMAIL_SMTP_PORT": str(post.port),
            "KIEMTIN_EMAIL_SMTP_SECURITY": "none",
        }
        channels, problems = connectors.read(environ)
        assert not problems
        channels["web_push"] = replace(channels["web_push"], reach=Reach(loopback=True))
        yield Everyone(
            channels,
            {
                "zalo_oa": "246845883529197922",
                "zalo_bot": "6ede9afa66b88fe6d6a9",
                "telegram": "9007199254740993",
                "sms_gate": "+84900000001",
                "smpp": "+84900000002",
                "messenger": "24681357",
                "whatsapp": "+84900000003",
                "email": "nguoi-doc@thu.example",
                "web_push": push.subscription,
            },
            {
                "zalo_oa": lambda: [text for _who, text in zalo.sent],
                "zalo_bot": lambda: [text for _who, text in bot.sent],
                "telegram": lambda: [text for _who, text in telegram.sent],
                "sms_gate": lambda: [text for _who, text in gate.sent],
                "smpp": lambda: [text for _who, text in smpp.sent],
                "messenger": lambda: [text for _who, text in page.sent],
                "whatsapp": lambda: [text for _who, text in whatsapp.sent],
                "email": lambda: [_letter(mail) for _from, _to, mail in post.mails],
                "web_push": lambda: [one["body"] for one in push.shown],
                "partner": lambda: [str(one["text"]) for one in partner.had.values()],
            },
        )


def _letter(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())
