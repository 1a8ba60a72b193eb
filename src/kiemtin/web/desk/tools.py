"""Where the tools of a step are found; one whose page a desk does not have is not shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from django.urls import NoReverseMatch, reverse

from kiemtin.desk.checklists import Tool
from kiemtin.desk.models import Rumour
from kiemtin.desk.words import Role


@dataclass(frozen=True)
class Where:
    """A page by the name of its address: `of` the rumour or of nothing, at a place on it.

    `needs`: another address that has to exist, where the page only leads there; `role`: for whom it
    is there at all.
    """

    name: str
    anchor: str = ""
    of: str = "rumour"
    role: Role | None = None
    needs: str = ""


@dataclass(frozen=True)
class ToolLink:
    """A tool in the words of a link."""

    label: str
    url: str


NOTHING: Final = ""
WHERE: Final[Mapping[Tool, Where]] = {
    Tool.EVIDENCE: Where("desk:rumour", "h-evidence"),
    Tool.CONTACT: Where("desk:rumour", "h-contacts"),
    Tool.IDENTIFIER: Where("desk:rumour", "h-kept"),
    Tool.SEEN: Where("desk:rumour", "h-seen"),
    Tool.HOLDING: Where("desk:rumour", "h-holding", role=Role.SPOKESPERSON),
    Tool.PUBLISHED: Where("desk:fact_checks", of=NOTHING),
    Tool.LOG: Where("public:log", of=NOTHING),
    Tool.OFFICIAL: Where("desk:sources", of=NOTHING),
    Tool.PLACES: Where("desk:places", of=NOTHING),
    Tool.CAPTURE: Where("desk:rumour", "h-evidence", needs="desk:ask_capture"),
    Tool.APPEARED: Where("desk:rumour", "h-evidence", needs="desk:evidence"),
    Tool.OCR: Where("desk:rumour", "h-evidence", needs="desk:evidence"),
    Tool.METADATA: Where("desk:rumour", "h-evidence", needs="desk:evidence"),
    Tool.HINTS: Where("desk:rumour", "h-evidence", needs="desk:evidence"),
    Tool.LIBRARY: Where("desk:beside"),
    Tool.FOREIGN: Where("desk:beside"),
    Tool.DOMAINS: Where("desk:text_tools", of=NOTHING),
    Tool.PATTERNS: Where("desk:text_tools", of=NOTHING),
    Tool.UNITS: Where("desk:units", of=NOTHING),
}
"""Each tool's page."""


def links(
    tools: Iterable[Tool],
    rumour: Rumour,
    roles: frozenset[Role],
    where: Mapping[Tool, Where] = WHERE,
) -> list[ToolLink]:
    """The tools that this desk has and this colleague may use, in the order of the step."""
    found = [(tool, _address(where[tool], rumour, roles)) for tool in tools]
    return [ToolLink(str(tool.label), address) for tool, address in found if address]


def _address(where: Where, rumour: Rumour, roles: frozenset[Role]) -> str:
    if where.role and where.role not in roles:
        return ""
    try:
        page = reverse(where.name, args=[rumour.pk] if where.of else [])
        if where.needs:
            reverse(where.needs, args=[rumour.pk])
    except NoReverseMatch:
        return ""
    return f"{page}#{where.anchor}" if where.anchor else page
