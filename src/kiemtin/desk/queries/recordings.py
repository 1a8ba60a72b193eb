"""What communicators recorded and the desk still has: not heard first, newest first."""

from collections.abc import Collection

from django.db.models import Q, QuerySet

from kiemtin.desk.models import Desk, Report


def recordings(desks: Collection[Desk]) -> QuerySet[Report]:
    """Every recording of the desks whose file is there."""
    rows = Report.objects.filter(communicator__desk__in=desks).exclude(file="")
    about = ("communicator", "broadcast__version__fact_check__current", "broadcast__holding_line")
    listed = rows.select_related(*about).annotate(waits=Q(heard_at=None))
    return listed.order_by("-waits", "-told_at", "-id")


def waiting(desks: Collection[Desk]) -> int:
    """How many nobody has heard yet."""
    return recordings(desks).filter(heard_at=None).count()
