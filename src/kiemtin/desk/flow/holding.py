"""Holding lines: what to do now, what is being checked, when the next word comes; then it
expires.
"""

import logging
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from kiemtin.desk import jobs
from kiemtin.desk.acts import Act
from kiemtin.desk.errors import refuse
from kiemtin.desk.flow import audit, record, sightings
from kiemtin.desk.models import Account, HoldingLine, Rumour
from kiemtin.desk.moment import now
from kiemtin.desk.permissions import require
from kiemtin.desk.words import Role, RumourState, Subject

log = logging.getLogger(__name__)
NEXT_UPDATE = timedelta(minutes=60)
GRACE = timedelta(minutes=60)


def suggestion(rumour: Rumour) -> dict[str, str]:
    """A first wording by subject, so that two clicks are enough; the speaker may change it."""
    safe = {
        Subject.DAM: _("Nếu bạn ở ven suối, hạ lưu: lên chỗ cao ngay, đừng chờ xác minh."),
        Subject.FLOOD: _("Nếu nước đang lên: lên chỗ cao, không qua ngầm, suối."),
        Subject.LANDSLIDE: _("Tránh xa sườn dốc, taluy; nghe hướng dẫn của xã."),
        Subject.STORM: _("Ở trong nhà chắc chắn; theo dõi bản tin chính thức."),
    }.get(Subject(rumour.subject), _("Chưa làm theo, chưa chuyển tiền, chưa chia sẻ tin này."))
    checking = _("Chúng tôi đang kiểm tra tin: %(claim)s") % {"claim": rumour.claim}
    return {"safe_action": safe, "checking": checking}


def publish_holding_line(
    actor: Account,
    rumour: Rumour,
    *,
    safe_action: str,
    checking: str,
    next_update_at: datetime | None = None,
) -> HoldingLine:
    """Publish a holding line under the speaker's name, with its log entry; it ends an hour after
    the promised update. Needs a spokesperson; raises FlowError otherwise."""
    require(actor, rumour.desk, Role.SPOKESPERSON)
    moment = now()
    update = next_update_at or moment + NEXT_UPDATE
    with transaction.atomic():
        sightings.hold(rumour)
        _check(rumour, safe_action, checking, update > moment)
        body = {"rumour": rumour.pk, "safe_action": safe_action, "checking": checking}
        entry = record.append("holding_line", body | {"next_update_at": update.isoformat()})
        line = HoldingLine.objects.create(
            rumour=rumour,
            safe_action=safe_action.strip(),
            checking=checking.strip(),
            place=rumour.place,
            published_at=moment,
            next_update_at=update,
            expires_at=update + GRACE,
            published_by=actor,
            log_entry=entry,
        )
        sightings.set_clock(rumour)
        jobs.enqueue("announce_line", f"announce_line:{line.pk}", line=line.pk)
        jobs.enqueue("forms", f"forms:line:{line.pk}", line=line.pk)
        audit.note(actor, rumour.desk, Act.HOLDING_PUBLISHED, line, rumour=rumour.pk)
    log.info("holding_line.published id=%s rumour=%s by=%s", line.pk, rumour.pk, actor.pk)
    return line


def _check(rumour: Rumour, safe_action: str, checking: str, in_future: bool) -> None:
    if rumour.state not in (RumourState.NEW, RumourState.CHECKING):
        raise refuse("not_open", _("Chỉ tin đồn đang mở mới có thông báo tạm thời."))
    if not safe_action.strip() or not checking.strip():
        raise refuse("empty_holding", _("Cần cả hai: việc nên làm ngay và điều đang kiểm tra."))
    if not in_future:
        raise refuse("update_past", _("Giờ cập nhật tiếp theo phải ở phía trước."))


def in_force(rumour: Rumour) -> HoldingLine | None:
    """The line that still holds; None once it expired or the fact-check is out."""
    if rumour.state not in (RumourState.NEW, RumourState.CHECKING):
        return None
    return rumour.holding_lines.filter(expires_at__gt=now()).first()
