"""The lists of steps of a rumour as they stand: what was noted, what is open, what else fits."""

from collections.abc import Iterable
from dataclasses import dataclass

from kiemtin.desk.checklists import LISTS, Step, Steps
from kiemtin.desk.flow import checking
from kiemtin.desk.models import CheckList, CheckStep, Rumour
from kiemtin.desk.words_evidence import CheckKind


@dataclass(frozen=True)
class Taken:
    """A list that was taken up: each step with what was noted (None: open).

    `former` are notes of steps that the list had in an earlier release: they are never lost.
    """

    row: CheckList
    steps: Steps
    rows: tuple[tuple[Step, CheckStep | None], ...]
    former: tuple[CheckStep, ...]

    @property
    def total(self) -> int:
        """How many steps the list has."""
        return len(self.rows)

    @property
    def done(self) -> int:
        """How many of them have been noted, with whatever result."""
        return self.total - len(self.waiting)

    @property
    def waiting(self) -> list[Step]:
        """The steps that nobody has noted yet."""
        return [step for step, noted in self.rows if noted is None]

    @property
    def noted(self) -> list[tuple[Step, CheckStep]]:
        """The steps that somebody noted, in the order of the list."""
        return [(step, noted) for step, noted in self.rows if noted is not None]

    @property
    def unused(self) -> bool:
        """True while nothing was noted in it."""
        return not self.noted and not self.former


@dataclass(frozen=True)
class Offered:
    """A list that can still be taken up; `reasons` say why it fits, none for the others."""

    kind: CheckKind
    reasons: tuple[str, ...]


def taken(rumour: Rumour) -> list[Taken]:
    """The lists of the rumour in the order in which they were taken up."""
    rows = CheckList.objects.filter(rumour=rumour).prefetch_related("steps__by")
    return [one(row, row.steps.all()) for row in rows]


def one(row: CheckList, steps: Iterable[CheckStep]) -> Taken:
    """One list with what was noted of it."""
    known = LISTS[CheckKind(row.kind)]
    noted = {step.step: step for step in steps}
    former = tuple(step for code, step in noted.items() if code not in known.codes)
    return Taken(row, known, tuple((step, noted.get(step.code)) for step in known.steps), former)


def offered(rumour: Rumour) -> list[Offered]:
    """The lists that were not taken up yet, those that fit first."""
    there = set(rumour.check_lists.values_list("kind", flat=True))
    why = {fit.kind: fit.reasons for fit in checking.suggested(rumour)}
    kinds = [*why, *(kind for kind in CheckKind if kind not in why)]
    return [Offered(kind, why.get(kind, ())) for kind in kinds if kind not in there]
