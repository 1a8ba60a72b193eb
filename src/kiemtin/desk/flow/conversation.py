"""What somebody writes over a channel: a question for the desk, or one of a few commands.

Commands are plain words, with or without marks, so that they work by SMS too. Whatever is no
command is a question.
"""

import re
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from kiemtin.desk import receipts
from kiemtin.desk.errors import FlowError
from kiemtin.desk.flow import joining, leaving, subscriptions
from kiemtin.desk.flow.subscriptions import Wish
from kiemtin.desk.models import FactCheck, Message
from kiemtin.desk.place_names import place_name
from kiemtin.text.fold import fold
from kiemtin.text.places import written as places
from kiemtin.text.places.written import PlaceRefused

Verb = Literal["leave", "subscribe", "follow", "join", "help"]
VERBS: dict[str, Verb] = {
    **dict.fromkeys(("dung", "stop", "huy", "huy dang ky", "unsubscribe", "/stop"), "leave"),
    **dict.fromkeys(("dang ky", "dang ki", "subscribe", "/dangky"), "subscribe"),
    **dict.fromkeys(("theo doi", "follow", "/theodoi"), "follow"),
    **dict.fromkeys(joining.VERBS, "join"),
    **dict.fromkeys(("tro giup", "help", "huong dan", "/help", "/start"), "help"),
}
WITH_MORE = ("subscribe", "follow")
"""Only these take anything behind them: "dừng lại đi, đập vỡ rồi" is a message, not STOP. Behind
"join" stands a code and nothing else.
"""

_CODE = re.compile(r"[0-9A-Za-z]{4}[- ]?[0-9A-Za-z]{4}[- ]?[0-9A-Za-z]{4}")
_LONGEST = 80


@dataclass(frozen=True)
class Said:
    """A reply of the desk: the code of its wording and what stands in it."""

    text: str
    params: dict[str, str]


NOTHING = Said("", {})
"""Said to an address that guesses, and where a letter with a link goes instead."""

FORGED = {"email"}
"""Anyone can write in another's name: its owner has to say yes."""


def command(text: str) -> tuple[Verb, str] | None:
    """The command and what stands behind it; None for anything else."""
    words = " ".join(text.replace(":", " ").split())
    if not words or len(words) > _LONGEST:
        return None
    plain = fold(words).strip(" .!")
    for name in sorted(VERBS, key=len, reverse=True):
        if plain == name:
            return VERBS[name], ""
        if VERBS[name] in WITH_MORE and plain.startswith(name + " "):
            # By words, not by letters: a mark may be a letter of its own (NFD).
            return VERBS[name], _behind(name, words)
        if VERBS[name] == "join" and plain.startswith(name + " "):
            code = joining.code_alone(_behind(name, words))
            return ("join", code) if code else None
    return None


def _behind(name: str, words: str) -> str:
    return " ".join(words.split()[len(name.split()) :]).strip(" .!")


def names_somebody(text: str) -> tuple[Verb, str] | None:
    """The command to join, in a short text with more words around a good code."""
    code = joining.names_somebody(text)
    return ("join", code) if code else None


def obey(channel: str, address: str, verb: Verb, rest: str) -> Said:
    """Do what the command says for this address and return the reply."""
    if verb == "leave":
        leaving.leave_all(channel, address)
        return Said("left", {})
    if verb == "subscribe":
        return _subscribe(channel, address, rest)
    if verb == "follow":
        return _follow(channel, address, rest)
    if verb == "join":
        return _join(channel, address, rest)
    return Said("help", {})


def _join(channel: str, address: str, code: str) -> Said:
    if not joining.can_join(channel):
        why = _(
            "Kênh này chỉ cho trả lời trong 24 giờ nên bản tin không tới được. Hãy chọn kênh khác."
        )
        return Said("refused", {"why": why})
    if joining.wrong_today(channel, address) >= joining.MOST_WRONG:
        return NOTHING
    who = joining.join(channel, address, code)
    return Said("joined", {"where": place_name(who.place)}) if who else Said(joining.WRONG, {})


def _subscribe(channel: str, address: str, typed: str) -> Said:
    try:
        place = _place(typed)
        sure = _ask(channel, address, Wish(place))
    except PlaceRefused:
        return Said("no_place", {})
    except FlowError as refused:
        return Said("refused", {"why": str(refused)})
    return Said("subscribed", {"what": place_name(place) or _("mọi nơi")}) if sure else NOTHING


def _ask(channel: str, address: str, wish: Wish) -> bool:
    """Enter a wish; whether it holds, or its owner is asked first. Raises FlowError."""
    one = subscriptions.ask(channel, address, wish, confirmed=channel not in FORGED)
    if one.confirmed_at is None:
        subscriptions.ask_to_confirm(one)
    return one.confirmed_at is not None


def _place(typed: str) -> str:
    """The code of a place, "" for everywhere; many write commune and province without a comma.
    Raises PlaceRefused.
    """
    try:
        return places.read_place(typed) or ""
    except PlaceRefused:
        words = typed.split()
        parts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        found = {code for one in parts if (code := _known(", ".join(one)))}
        if len(found) != 1:
            raise
        return found.pop()


def _known(typed: str) -> str:
    try:
        return places.read_place(typed) or ""
    except PlaceRefused:
        return ""


def _follow(channel: str, address: str, typed: str) -> Said:
    found = _CODE.search(typed)
    message = Message.objects.filter(receipt=receipts.lookup(found[0])).first() if found else None
    if message is None:
        return Said("no_receipt", {})
    answered = list(FactCheck.objects.filter(versions__deliveries__message__in=message.claims()))
    if not answered:
        return Said("not_yet", {})
    try:
        each = {one.pk: one for one in answered}.values()
        held = [_ask(channel, address, Wish(fact_check=one)) for one in each]
    except FlowError as refused:
        return Said("refused", {"why": str(refused)})
    return Said("subscribed", {"what": _("thay đổi của câu trả lời này")}) if all(held) else NOTHING
