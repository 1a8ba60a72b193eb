"""Suggested: what the library holds beside a rumour is looked at by a person, who can lay it aside.

Laying aside is about one rumour only, and is undone by taking it back.
"""

from django.db import transaction

from kiemtin.desk.acts import Act
from kiemtin.desk.flow import audit
from kiemtin.desk.models import Account, Article, ForeignCheck, LeftAside, Rumour
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import DESK_WORK, require

Thing = Article | ForeignCheck


def leave(actor: Account, rumour: Rumour, thing: Thing) -> None:
    """Say that it has nothing to do with the rumour; a second time changes nothing."""
    require(actor, rumour.desk, *DESK_WORK)
    with transaction.atomic():
        _row, made = LeftAside.objects.get_or_create(
            rumour=rumour, **_named(thing), defaults={"by": actor, "at": now()}
        )
        if made:
            audit.note(actor, rumour.desk, Act.SUGGESTION_LEFT, thing, rumour=rumour.pk)


def take_back(actor: Account, rumour: Rumour, thing: Thing) -> None:
    """Show it beside the rumour again."""
    require(actor, rumour.desk, *DESK_WORK)
    with transaction.atomic():
        gone, _each = LeftAside.objects.filter(rumour=rumour, **_named(thing)).delete()
        if gone:
            audit.note(actor, rumour.desk, Act.SUGGESTION_BACK, thing, rumour=rumour.pk)


def _named(thing: Thing) -> dict[str, Thing]:
    return {"article" if isinstance(thing, Article) else "check_of": thing}
