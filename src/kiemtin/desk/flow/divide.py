"""Divide: a person says that a message makes several claims, or that they are one after all."""

import logging
from collections.abc import Collection
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, by_picture, index, match, parts, remembered, sightings
from kiemtin.desk.models import Account, Delivery, MatchRecord, Message
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words import Decision, MessageState
from kiemtin.matching.several import Part
from kiemtin.text.sentences import Span

log = logging.getLogger(__name__)


def divide(actor: Account, message: Message, starts: Collection[int]) -> None:
    """Cut a message of the inbox where other claims begin (`starts`, in characters of its text);
    each part is matched and goes its own way.

    Parts of what the asker has said was answered wrongly, and of words that a machine read in a
    picture, all wait for a person.
    """
    require(actor, message.desk, *DESK_WORK)
    if message.part_of_id is not None:
        raise refuse("part", _("Đây đã là một phần. Hãy gộp các phần lại rồi tách lại cả tin."))
    found = [_matched(message, span) for span in parts.spans(message.text, starts)]
    with transaction.atomic():
        parts.hold(message)
        if message.state != MessageState.INBOX:
            raise refuse(
                "not_waiting", _("Chỉ tách được tin đang chờ. Hãy đưa tin về hộp thư đến.")
            )
        refused = MatchRecord.objects.filter(message=message, by_asker=True).exists()
        if refused or by_picture.is_left(message):
            found = [replace(one, match=replace(one.match, decision="maybe")) for one in found]
        match.record_person(message, None, Decision.MAYBE, actor)
        judged = match.judge_each(message, found)
        match.follow(judged)
        audit.note(actor, message.desk, Act.MESSAGE_DIVIDED, message, parts=len(judged))
    match.index_opened(judged)
    log.info("message.divided id=%s claims=%s by=%s", message.pk, len(judged), actor.pk)


def _matched(message: Message, span: Span) -> Part:
    query = replace(match.query(message), text=message.text[slice(*span)])
    return Part(span, index.library().refresh().match(query))


def put_together(actor: Account, message: Message) -> None:
    """Undo the cut of a message, given itself or one of its parts: it waits in the inbox whole.

    Raises FlowError when an answer to one of its claims has been read.
    """
    whole = message.whole
    require(actor, whole.desk, *DESK_WORK)
    with transaction.atomic():
        sightings.hold(whole)
        if whole.state != MessageState.DIVIDED:
            raise refuse("not_divided", _("Tin này không có phần nào để gộp lại."))
        divided = list(whole.parts.select_for_update(no_key=True).order_by("pk"))
        if Delivery.objects.filter(message__in=divided, seen_at__isnull=False).exists():
            raise refuse(
                "already_read", _("Người hỏi đã đọc câu trả lời; không hoàn tác được nữa.")
            )
        for part in divided:
            remembered.take_back(part)
        left = parts.put_together(whole, divided)
        match.suggest_again(whole)
        audit.note(actor, whole.desk, Act.MESSAGE_PUT_TOGETHER, whole)
    index.put_changed(left)
    log.info("message.put_together id=%s by=%s", whole.pk, actor.pk)
