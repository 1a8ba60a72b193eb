"""A list of steps as its page shows it: each step with its tools and its own form."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from kiemtin.desk.checklists import Step
from kiemtin.desk.errors import StaleEdit
from kiemtin.desk.flow.checking import stamp
from kiemtin.desk.models import CheckList, CheckStep
from kiemtin.desk.queries.checking import Taken
from kiemtin.desk.words import Role
from kiemtin.desk.words_evidence import StepState
from kiemtin.web.desk.forms_checking import StepForm
from kiemtin.web.desk.tools import ToolLink, links

ICONS: Final[Mapping[str, str]] = {
    "": "dash",
    StepState.DONE: "check",
    StepState.NOTHING: "search",
    StepState.IMPOSSIBLE: "exclamation",
    StepState.NOT_NEEDED: "arrow",
}


@dataclass(frozen=True)
class Theirs:
    """What a colleague did with the step since the page was opened."""

    by: str
    state: str
    note: str


@dataclass(frozen=True)
class ShownStep:
    """A step, what was noted of it, and the form to note it; `open` unfolds it."""

    step: Step
    noted: CheckStep | None
    form: StepForm
    tools: list[ToolLink]
    theirs: Theirs | None = None
    open: bool = False
    saved: bool = False

    @property
    def icon(self) -> str:
        """The shape that goes with what was noted."""
        return ICONS[self.noted.state if self.noted else ""]


@dataclass(frozen=True)
class Attempt:
    """What became of noting a step: the form as it was sent, and the edit that came between."""

    code: str
    form: StepForm | None = None
    stale: StaleEdit | None = None


def shown(taken: Taken, roles: frozenset[Role], attempt: Attempt | None = None) -> list[ShownStep]:
    """The steps of a list; the one of `attempt` is unfolded and keeps what was typed."""
    return [_step(taken, step, noted, roles, attempt) for step, noted in taken.rows]


def form_of(row: CheckList, code: str, data: Mapping[str, str]) -> StepForm:
    """The form of a step as it was sent."""
    return StepForm(data, auto_id=_ids(row, code))


def _ids(row: CheckList, code: str) -> str:
    return f"step-{row.pk}-{code}-%s"


def _step(
    taken: Taken,
    step: Step,
    noted: CheckStep | None,
    roles: frozenset[Role],
    attempt: Attempt | None,
) -> ShownStep:
    mine = attempt if attempt and attempt.code == step.code else None
    form = (mine and mine.form) or StepForm(
        initial=_initial(noted), auto_id=_ids(taken.row, step.code)
    )
    tools = links(step.tools, taken.row.rumour, roles)
    theirs = _theirs(mine.stale) if mine and mine.stale else None
    saved = bool(mine and not mine.form)
    return ShownStep(step, noted, form, tools, theirs, bool(mine), saved)


def _initial(noted: CheckStep | None) -> dict[str, object]:
    said = {"state": noted.state, "note": noted.note} if noted else {}
    return said | {"seen": stamp(noted)}


def _theirs(stale: StaleEdit) -> Theirs:
    said = stale.params["theirs"]
    if not said["state"]:
        return Theirs("", "", _("Đồng nghiệp vừa bỏ điều đã ghi ở bước này."))
    return Theirs(said["by"], str(StepState(said["state"]).label), said["note"])


def both(data: Mapping[str, str], stale: StaleEdit) -> dict[str, str]:
    """What was typed with the colleague's words before it: saving it again loses neither."""
    theirs, yours = stale.params["theirs"]["note"], data.get("note", "").strip()
    words = [one for one in dict.fromkeys((theirs, yours)) if one]
    return {**data, "note": "\n".join(words), "seen": str(stale.params["revision"])}
