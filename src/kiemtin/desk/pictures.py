"""The picture that goes round, fit to be drawn on a card with the verdict stamped across."""

from typing import Any

from kiemtin.desk.models import Evidence
from kiemtin.media import picture
from kiemtin.media.refusal import PictureRefused

__all__ = ["circulating"]


def circulating(evidence: list[dict[str, Any]]) -> bytes | None:
    """The first picture of the evidence, as a draft or a version shows it, that goes round.

    None where there is none, or where its copy can no longer be read.
    """
    marked = next((piece for piece in evidence if piece.get("circulates")), None)
    if marked is None:
        return None
    kept = Evidence.objects.filter(pk=marked["id"], copy_sha256=marked["copy_sha256"]).first()
    if kept is None or not kept.copy.storage.exists(str(kept.copy.name)):
        return None
    with kept.copy.open() as file:
        data = file.read()
    try:
        return picture.clean(data).data
    except PictureRefused:
        return None
