"""The desk's records, one noun a module; the principles stand in their constraints and triggers."""

from kiemtin.desk.models.answering import Delivery, Job
from kiemtin.desk.models.audit import AuditEntry
from kiemtin.desk.models.bulletins import FormFile, Translation
from kiemtin.desk.models.captures import Capture
from kiemtin.desk.models.channels import (
    ChannelState,
    Incoming,
    Sending,
    Subscription,
)
from kiemtin.desk.models.checklists import CheckList, CheckStep
from kiemtin.desk.models.communicators import (
    Acknowledgement,
    Broadcast,
    Communicator,
    Device,
    Hours,
    Report,
    Way,
)
from kiemtin.desk.models.drafts import Approval, ConflictOfInterest, Draft, DraftAuthor
from kiemtin.desk.models.erasure import Erasure
from kiemtin.desk.models.evidence import ContactAttempt, Evidence
from kiemtin.desk.models.keys import LogKey
from kiemtin.desk.models.library import (
    Article,
    ArticleText,
    ForeignCheck,
    LeftAside,
    Passage,
    Source,
)
from kiemtin.desk.models.matches import IndexedClaim, MatchRecord
from kiemtin.desk.models.messages import Message, Picture, ReplyAddress
from kiemtin.desk.models.objections import Objection, ObjectionNote
from kiemtin.desk.models.people import Account, Desk, Membership
from kiemtin.desk.models.published import FactCheck, LogEntry, Version
from kiemtin.desk.models.ratings import (
    ContestedReview,
    Judgement,
    Rating,
    RatingTag,
    SpentForm,
)
from kiemtin.desk.models.readings import Print, Reading
from kiemtin.desk.models.remembered import Merge, Remembered
from kiemtin.desk.models.rumours import HoldingLine, Identifier, Rumour, Sighting

__all__ = [
    "Account",
    "Acknowledgement",
    "Approval",
    "Article",
    "ArticleText",
    "AuditEntry",
    "Broadcast",
    "Capture",
    "ChannelState",
    "CheckList",
    "CheckStep",
    "Communicator",
    "ConflictOfInterest",
    "ContactAttempt",
    "ContestedReview",
    "Delivery",
    "Desk",
    "Device",
    "Draft",
    "DraftAuthor",
    "Erasure",
    "Evidence",
    "FactCheck",
    "ForeignCheck",
    "FormFile",
    "HoldingLine",
    "Hours",
    "Identifier",
    "Incoming",
    "IndexedClaim",
    "Job",
    "Judgement",
    "LeftAside",
    "LogEntry",
    "LogKey",
    "MatchRecord",
    "Membership",
    "Merge",
    "Message",
    "Objection",
    "ObjectionNote",
    "Passage",
    "Picture",
    "Print",
    "Rating",
    "RatingTag",
    "Reading",
    "Remembered",
    "ReplyAddress",
    "Report",
    "Rumour",
    "Sending",
    "Sighting",
    "Source",
    "SpentForm",
    "Subscription",
    "Translation",
    "Version",
    "Way",
]
