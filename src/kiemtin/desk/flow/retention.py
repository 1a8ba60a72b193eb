"""Retention: what was lent is given back; reply addresses end with the answer or after 30 days."""

import logging
from datetime import timedelta

from kiemtin.desk.models import Job, Remembered, ReplyAddress
from kiemtin.desk.moment import now
from kiemtin.desk.words import JobState

log = logging.getLogger(__name__)
JOBS_KEPT = timedelta(days=30)


def erase() -> None:
    """Erase reply addresses that are due; finished jobs, and remembered decisions that were taken
    back, when they are older than a month.
    """
    moment = now()
    addresses, _each = ReplyAddress.objects.filter(expires_at__lte=moment).delete()
    Job.objects.filter(state=JobState.DONE, done_at__lte=moment - JOBS_KEPT).delete()
    Remembered.objects.filter(undone_at__lte=moment - JOBS_KEPT).delete()
    log.info("retention.erased reply_addresses=%s", addresses)
