"""Turns the desk's records into what the API says."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from kiemtin.desk import models
from kiemtin.desk.place_names import place_name
from kiemtin.desk.queries import objections, public, search
from kiemtin.matching.types import Reason
from kiemtin.web.api import schemas
from kiemtin.web.public import bulletins


def place(code: str) -> schemas.Place:
    """A place with its name."""
    return schemas.Place(code=code, name=place_name(code))


def row(fact_check: models.FactCheck, version: models.Version) -> schemas.FactCheckRow:
    """A fact-check in short."""
    return schemas.FactCheckRow(
        slug=fact_check.slug,
        url=settings.PUBLIC_URL + reverse("public:fact_check", args=[fact_check.slug]),
        verdict=version.verdict,
        claim=version.claim,
        fact=version.fact,
        todo=version.todo,
        subject=version.subject,
        place=place(version.place),
        valid_from=version.valid_from,
        valid_until=version.valid_until,
        version=version.number,
        kind=version.kind,
        published_at=version.published_at,
        first_published_at=fact_check.first_published_at,
        desk=fact_check.desk.name,
    )


def full(page: public.Page) -> schemas.FactCheck:
    """A fact-check as its page shows it."""
    version = page.version
    return schemas.FactCheck(
        **row(page.fact_check, version).model_dump(),
        said=version.said,
        why=version.why,
        english=version.english,
        what_was_wrong=version.what_was_wrong,
        reviewer=page.signed.reviewer,
        spokesperson=page.signed.spokesperson,
        bulletin=bulletins.code(version),
        about=version.about,
        about_body=version.about_body,
        not_asked=version.not_asked,
        not_asked_why=version.not_asked_why,
        asked=[schemas.Asked(**vars(one)) for one in page.heard.asked],
        objections=[objection(one) for one in page.answered],
        evidence=[schemas.Evidence.model_validate(piece) for piece in version.evidence],
        versions=[version_row(one) for one in page.versions],
    )


def objection(shown: objections.Shown) -> schemas.Objection:
    """An answered objection as its page shows it."""
    one, corrected = shown.objection, shown.objection.corrected_in
    assert one.answered_by is not None
    assert one.answered_at is not None
    return schemas.Objection(
        kind=one.kind,
        version=one.version.number,
        received_at=one.received_at,
        text="" if one.held_back else one.text,
        link="" if one.held_back else one.link,
        with_file=bool(one.copy_sha256),
        held_back=one.held_back,
        outcome=one.outcome,
        answer=one.answer,
        answered_by=one.answered_by.name,
        answered_at=one.answered_at,
        in_time=shown.in_time,
        notes=[note(said) for said in shown.notes],
        state=shown.state,
        correction_due=shown.due,
        corrected_in=corrected.number if corrected else None,
    )


def note(said: models.ObjectionNote) -> schemas.Note:
    """What the desk added to an answer."""
    return schemas.Note(text=said.text, outcome=said.outcome, by=said.by.name, made_at=said.made_at)


def version_row(version: models.Version) -> schemas.VersionRow:
    """One version of the history."""
    return schemas.VersionRow(
        number=version.number,
        kind=version.kind,
        verdict=version.verdict,
        published_at=version.published_at,
        what_was_wrong=version.what_was_wrong,
        content_hash=version.content_hash,
        log_entry=version.log_entry.number,
    )


def found(one: search.Found) -> schemas.Found:
    """A match with its reasons."""
    return schemas.Found(
        fact_check=row(one.fact_check, one.version),
        probability=round(one.probability, 4),
        reasons=[why(reason) for reason in one.reasons],
        details=[
            schemas.Detail(
                kind=line.kind,
                query_value=line.query_value,
                entry_value=line.entry_value,
                verdict=line.verdict,
            )
            for line in one.rows
        ],
    )


def why(reason: Reason) -> schemas.Why:
    """A reason in both languages."""
    return schemas.Why(code=reason.code, params=dict(reason.params), vi=reason.vi(), en=reason.en())


def holding_line(line: models.HoldingLine | None) -> schemas.HoldingLine | None:
    """A holding line, if there is one."""
    if line is None:
        return None
    return schemas.HoldingLine(
        safe_action=line.safe_action,
        checking=line.checking,
        place=place(line.place),
        published_at=line.published_at,
        next_update_at=line.next_update_at,
        expires_at=line.expires_at,
    )


def checked(answer: search.Answer) -> schemas.CheckOut:
    """What is known of a text, and of each of its claims."""
    claims = [schemas.ClaimOut(text=one.text, **_known(one)) for one in answer.parts]
    return schemas.CheckOut(claims=claims, **_known(answer))


def _known(answer: search.Answer) -> dict[str, Any]:
    return {
        "decision": answer.decision,
        "found": [found(one) for one in answer.found],
        "holding_line": holding_line(answer.holding),
        "being_checked": answer.being_checked,
    }
