"""Retention: what was lent is given back; reply addresses end with the answer or after 30 days, and
after a year nobody can tell any more which ratings came from one device; what was heard is erased a
month later.
"""

import logging
from datetime import timedelta

from kiemtin.desk.flow import articles, hearing, subscriptions
from kiemtin.desk.models import (
    Incoming,
    Job,
    Rating,
    Remembered,
    ReplyAddress,
    Sending,
    SpentForm,
)
from kiemtin.desk.moment import now
from kiemtin.desk.words import JobState
from kiemtin.desk.words_reach import SendingKind

log = logging.getLogger(__name__)
JOBS_KEPT = timedelta(days=30)
RATERS_KEPT = timedelta(days=365)
FORMS_KEPT = timedelta(days=1)  # longer than a form is good for


def erase() -> None:
    """Erase reply addresses that are due; finished jobs, and remembered decisions that were taken
    back, when they are older than a month; which device rated, after a year: the rating stays a
    count.
    """
    moment = now()
    addresses, _each = ReplyAddress.objects.filter(expires_at__lte=moment).delete()
    Job.objects.filter(state=JobState.DONE, done_at__lte=moment - JOBS_KEPT).delete()
    Remembered.objects.filter(undone_at__lte=moment - JOBS_KEPT).delete()
    SpentForm.objects.filter(spent_at__lte=moment - FORMS_KEPT).delete()
    Incoming.objects.filter(done_at__lte=moment - JOBS_KEPT).delete()
    # Those too that wait for a channel which was switched off: they hold addresses.
    Sending.objects.filter(kind=SendingKind.REPLY, run_at__lte=moment - JOBS_KEPT).delete()
    subscriptions.erase_unconfirmed()
    articles.erase_old()
    hearing.erase_old()
    Rating.objects.filter(rated_at__lte=moment - RATERS_KEPT).exclude(rater="").update(rater="")
    log.info("retention.erased reply_addresses=%s", addresses)
