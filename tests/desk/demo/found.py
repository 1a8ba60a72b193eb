"""Looks at a home in which the drill was told: run there, prints what it finds as JSON."""

import json
import sys
from typing import Any

from kiemtin.cli.start import load_desk


def main() -> None:
    """Load the desk, look, print."""
    load_desk()
    json.dump(found(), sys.stdout)


def found() -> dict[str, Any]:
    """What a told drill holds, then what telling it again changes."""
    from django.utils import timezone

    from kiemtin.desk.demo import accounts, load
    from kiemtin.desk.models import Delivery, FactCheck, HoldingLine, Job, Message, Rumour, Version
    from kiemtin.desk.words import JobState

    divided = Message.objects.get(state="divided")
    seen = {
        "accounts": [one.email for one in accounts.listed()],
        "fact_checks": FactCheck.objects.filter(current__isnull=False).count(),
        "messages": Message.objects.filter(part_of=None).count(),
        "divided": [one.deliveries.count() for one in divided.claims()],
        "holding": HoldingLine.objects.filter(expires_at__gt=timezone.now()).exists(),
        "automatic": Delivery.objects.filter(automatic=True).exists(),
        "wrong_answers": wrong_answers(),
        "days": {
            claim: published.isoformat()
            for claim, published in Version.objects.filter(number=1).values_list(
                "claim", "published_at"
            )
        },
        "rumours": dict(Rumour.objects.values_list("claim", "claimant")),
        "few_are_shown": few_are_shown(),
        "amended": Version.objects.filter(number=2).count(),
        "failed": Job.objects.filter(state=JobState.FAILED).count(),
        "counts": counts(),
    }
    seen["listed_again"] = [one.email for one in load.load()]
    return seen | {"counts_again": counts()}


def counts() -> list[int]:
    """How many desks, messages and versions there are."""
    from kiemtin.desk.models import Desk, Message, Version

    return [model.objects.count() for model in (Desk, Message, Version)]


def wrong_answers() -> list[str]:
    """Automatic answers to a message that tells another story, or none."""
    from kiemtin.desk import receipts
    from kiemtin.desk.demo import stories
    from kiemtin.desk.models import Delivery

    stories_of = {
        receipts.item(one["channel"], f"demo:{one['key']}"): {one["rumour"], one.get("also")}
        for one in stories.messages()
    }
    claims = {one["key"]: one["claim"] for one in stories.rumours()}
    given = Delivery.objects.filter(automatic=True).select_related("message__part_of")
    return [
        one.message.text
        for one in given.select_related("version__fact_check__rumour")
        if one.version.fact_check.rumour.claim
        not in {claims.get(key or "") for key in stories_of[one.message.whole.external_id]}
    ]


def few_are_shown() -> bool:
    """Whether the figures show a verdict of some kind of claimant."""
    from kiemtin.desk.few import How, Shown
    from kiemtin.desk.period import Period
    from kiemtin.desk.queries import transparency

    shown = [cell for row in transparency.by_claimant(Period("")).rows for cell in row.cells]
    return any(
        isinstance(one, Shown) and one.bounds != (0, 0) and one.how is not How.WITHHELD
        for one in shown
    )
