"""Library: which sources the desk reads, chosen by its editors and nobody else.

A source is a body that answers for what it says. Accounts of persons and social networks are none.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kiemtin.channels.addresses import AddressRefused, Reach, require_form
from kiemtin.channels.feeds import files, inbound
from kiemtin.channels.feeds import settings as chosen
from kiemtin.channels.outbound import client
from kiemtin.desk.acts import Act
from kiemtin.desk.connectors import connector
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import articles, audit, foreign
from kiemtin.desk.models import Account, Desk, Source
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require
from kiemtin.desk.words_evidence import SourceKind, SourceShape

log = logging.getLogger(__name__)
MOST = chosen.MAX_SOURCES


@dataclass(frozen=True)
class Choice:
    """A source as an editor describes it; `trust` says what it is believed about."""

    name: str
    kind: SourceKind
    shape: SourceShape
    address: str = ""
    place: str = ""
    trust: str = ""
    licence: str = ""
    whole_text: bool = False


@dataclass(frozen=True)
class Filed:
    """What a file brought: new and changed articles or fact-checks, and rows not read."""

    new: int
    changed: int
    refused: int
    bad: tuple[int, ...]


def add(actor: Account, desk: Desk, choice: Choice) -> Source:
    """Choose a source; it is read from now on."""
    require(actor, desk, *DESK_WORK)
    _check(choice)
    if Source.objects.filter(active=True).count() >= MOST:
        raise refuse("too_many", _("Bàn đã có %(most)s nguồn. Hãy dừng bớt một nguồn."), most=MOST)
    with _one_name(), transaction.atomic():
        source = Source(added_by=actor, added_at=now(), **vars(choice))
        source.save()
        audit.note(actor, desk, Act.SOURCE_ADDED, source)
    return source


def change(actor: Account, desk: Desk, source: Source, choice: Choice) -> Source:
    """Describe a source anew; what was read of it stays."""
    require(actor, desk, *DESK_WORK)
    _check(choice)
    with _one_name(), transaction.atomic():
        held = _held(source)
        if (
            held.articles.exists()
            and held.shape != choice.shape
            and "file"
            in (
                held.shape,
                choice.shape,
            )
        ):
            raise refuse("other_shape", _("Nguồn này đã có bài: hãy thêm một nguồn mới."))
        if (held.address, held.shape) != (choice.address, choice.shape):
            held.marks, held.looked_at, held.error = {}, None, ""
        for name, value in vars(choice).items():
            setattr(held, name, value)
        held.save()
        audit.note(actor, desk, Act.SOURCE_CHANGED, held)
    return held


def stop(actor: Account, desk: Desk, source: Source) -> None:
    """Read a source no more; what was read stays."""
    _set_active(actor, desk, source, active=False)


def resume(actor: Account, desk: Desk, source: Source) -> None:
    """Read a source again."""
    _set_active(actor, desk, source, active=True)


def _set_active(actor: Account, desk: Desk, source: Source, *, active: bool) -> None:
    require(actor, desk, *DESK_WORK)
    with transaction.atomic():
        held = _held(source)
        if held.active != active:
            held.active = active
            held.save(update_fields=["active"])
            act = Act.SOURCE_RESUMED if active else Act.SOURCE_STOPPED
            audit.note(actor, desk, act, held)


def put_file(actor: Account, desk: Desk, source: Source, data: bytes, name: str) -> Filed:
    """Take in a file of the source; raises FileRefused when nothing of it can be read."""
    require(actor, desk, *DESK_WORK)
    told = files.read_file(data, name, source.name)
    with transaction.atomic():
        held = _held(source)
        if held.shape != SourceShape.FILE:
            raise refuse("no_file", _("Nguồn này được đọc từ địa chỉ của nó, không nhận tệp."))
        items = articles.take(held, told.items)
        checks = foreign.take(held, told.checks)
        held.looked_at = now()
        held.save(update_fields=["looked_at"])
        new, changed = items.new + checks.new, items.changed + checks.changed
        audit.note(actor, desk, Act.SOURCE_FILED, held, new=new, changed=changed)
    return Filed(new, changed, told.refused, told.bad)


def _held(source: Source) -> Source:
    held = Source.objects.select_for_update().get(pk=source.pk)
    if held.set_by_file:
        raise refuse(
            "set_by_file", _("Nguồn này đặt trong tệp của máy chủ (KIEMTIN_FEEDS); sửa ở đó.")
        )
    return held


def try_out(choice: Choice) -> inbound.Fetched:
    """Read the source now and keep nothing; raises FetchFailed when that cannot be done."""
    _check(choice)
    with client() as http:
        return inbound.fetch(http, described(choice), reach=reach())


def described(source: Choice | Source) -> chosen.Source:
    """The source as the channel of feeds asks it."""
    return chosen.Source(
        name=source.name,
        address=source.address,
        kind=str(source.kind),
        licence=source.licence,
        shape=str(source.shape),
        place=source.place,
        trust=source.trust,
        whole_text=source.whole_text,
    )


def reach() -> Reach:
    """How far asking may go: public servers, unless a test leads to a peer of its own."""
    found = connector("feeds")
    known: Reach = found.settings.reach if found else inbound.PUBLIC
    return known


def _check(choice: Choice) -> None:
    if not choice.name.strip():
        raise refuse("no_name", _("Hãy ghi tên nguồn."))
    if choice.shape == SourceShape.FILE:
        if choice.address or choice.whole_text:
            raise refuse("no_address", _("Nguồn là tệp tải lên thì không có địa chỉ để đọc."))
        return
    try:
        require_form(choice.address, reach())
    except AddressRefused:
        raise refuse(
            "address", _("Hãy ghi một địa chỉ https://… công khai, không kèm mật khẩu hay cổng.")
        ) from None
    if chosen.is_social(choice.address):
        raise refuse(
            "social",
            _("Đây là mạng xã hội. Kiểm Tin không theo dõi tài khoản, nhóm hay thẻ của ai."),
        )


@contextmanager
def _one_name() -> Iterator[None]:
    """Raise FlowError where another source has the name."""
    try:
        yield
    except IntegrityError:
        raise refuse("name_taken", _("Đã có một nguồn mang tên này.")) from None


def follow_file() -> None:
    """Let the sources be as the file of KIEMTIN_FEEDS has them; one that left it is read no more.

    A source that an editor chose under the same name stays theirs.
    """
    found = connector("feeds")
    wanted = {one.name: one for one in found.settings.sources} if found else {}
    rows = {one.name: one for one in Source.objects.all()}
    for name, one in wanted.items():
        row = rows.get(name)
        if row is None or row.set_by_file:
            _set_by_file(row, one)
    gone = [one.pk for name, one in rows.items() if one.set_by_file and name not in wanted]
    Source.objects.filter(pk__in=gone, active=True).update(active=False)


def _set_by_file(row: Source | None, one: chosen.Source) -> None:
    told = {
        "kind": one.kind,
        "shape": one.shape,
        "address": one.address,
        "place": one.place,
        "trust": one.trust,
        "licence": one.licence,
        "whole_text": one.whole_text,
        "active": True,
    }
    if row is None:
        Source.objects.get_or_create(
            name=one.name, defaults={"set_by_file": True, "added_at": now(), **told}
        )
    elif any(getattr(row, name) != value for name, value in told.items()):
        if (row.address, row.shape) != (one.address, one.shape):
            told |= {"marks": {}, "looked_at": None, "error": ""}
        Source.objects.filter(pk=row.pk).update(**told)
