"""Judge: what readers of different views make of each version, by the model; what only one side
finds helpful goes back for review. No judgement changes a verdict.

What the model infers about raters ends with the call; only an outcome a version is kept.
"""

import logging

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk.acts import Act
from kiemtin.desk.errors import FlowError, refuse
from kiemtin.desk.flow import audit
from kiemtin.desk.flow.rate import this_hour
from kiemtin.desk.models import (
    Account,
    ContestedReview,
    DraftAuthor,
    FactCheck,
    Judgement,
    Rating,
)
from kiemtin.desk.moment import now, today
from kiemtin.desk.permissions import require
from kiemtin.desk.words import Helpful, Reception, Role
from kiemtin.ratings.judge import judge
from kiemtin.ratings.outcome import Outcome

log = logging.getLogger(__name__)
VALUE = {Helpful.YES: 1.0, Helpful.SOMEWHAT: 0.5, Helpful.NO: 0.0}
RECEPTION = {
    Outcome.HELPFUL: Reception.HELPFUL,
    Outcome.NOT_HELPFUL: Reception.NOT_HELPFUL,
    Outcome.CONTESTED: Reception.CONTESTED,
    Outcome.TOO_FEW: Reception.TOO_FEW,
}


def judge_all() -> None:
    """Ask the model about every rated version and keep what it says; open the reviews that follow.

    Ratings whose rater is forgotten no longer say who agrees with whom and are left out.
    """
    with transaction.atomic():
        rows = Rating.objects.exclude(rater="").values_list("rater", "version_id", "value")
        raters, versions, values = zip(*rows, strict=True) if rows else ((), (), ())
        found = judge(raters, versions, [VALUE[Helpful(value)] for value in values])
        for version, outcome in found.outcomes.items():
            Judgement.objects.update_or_create(
                version_id=version,
                defaults={"reception": RECEPTION[outcome], "judged_on": today()},
            )
        gone = Judgement.objects.exclude(version__in=found.outcomes)
        gone.update(reception=Reception.TOO_FEW, judged_on=today())
        opened = _open_reviews([v for v, o in found.outcomes.items() if o is Outcome.CONTESTED])
    log.info(
        "ratings.judged gate=%s versions=%s opened=%s", found.gate, len(found.outcomes), opened
    )


def _open_reviews(versions: list[int]) -> int:
    current = FactCheck.objects.filter(current__in=versions).values_list("current_id", flat=True)
    opened = 0
    for version in current:
        _review, new = ContestedReview.objects.get_or_create(
            version_id=version, defaults={"opened_at": this_hour()}
        )
        opened += new
    return opened


def barred(actor: Account, review: ContestedReview) -> FlowError | None:
    """Why this person may not say that the version stands, or None."""
    if DraftAuthor.objects.filter(draft=review.version.draft_id, account=actor).exists():
        return refuse("author", _("Bạn đã viết bài này; người khác phải xem lại."))
    rumour = review.version.fact_check.rumour
    if rumour.conflicts.filter(account=actor).exists():
        return refuse("conflict", _("Bạn đã khai có lợi ích liên quan; người khác phải xem lại."))
    return None


def stands(actor: Account, review: ContestedReview, note: str) -> None:
    """A reviewer has looked again: the version stands, for this reason."""
    require(actor, review.version.fact_check.desk, Role.REVIEWER)
    problem = barred(actor, review)
    if problem:
        raise problem
    if not note.strip():
        raise refuse("no_reason", _("Hãy ghi đã xem lại điều gì và vì sao bài được giữ nguyên."))
    with transaction.atomic():
        closed = ContestedReview.objects.filter(pk=review.pk, note="").update(
            note=note.strip(), closed_by=actor, closed_at=now()
        )
        if not closed:
            raise refuse("already_closed", _("Bài này đã có người xem lại rồi."))
        desk = review.version.fact_check.desk
        audit.note(actor, desk, Act.CONTESTED_REVIEWED, review)
    log.info("contested.reviewed id=%s by=%s", review.pk, actor.pk)
