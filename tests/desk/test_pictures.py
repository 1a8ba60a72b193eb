"""The picture that goes round comes from the evidence marked so, and only while it is kept."""

import io

from PIL import Image

from kiemtin.desk.flow import drafts, investigate
from kiemtin.desk.models import Account, Evidence, Rumour
from kiemtin.desk.pictures import circulating
from tests.desk import steps


def picture() -> bytes:
    """A small picture with a comment that must not stay."""
    file = io.BytesIO()
    Image.new("RGB", (64, 48), "navy").save(file, "JPEG", comment=b"noi chup")
    return file.getvalue()


def marked(author: Account, rumour: Rumour) -> Evidence:
    """Evidence whose copy is the picture that goes round."""
    return steps.prove(author, rumour, picture(), circulates=True)


def test_it_is_found_and_cleaned(author: Account, rumour: Rumour) -> None:
    marked(author, rumour)
    found = circulating(drafts.evidence_shown(rumour))
    assert found
    assert b"noi chup" not in found


def test_what_is_not_marked_is_not_shown(author: Account, rumour: Rumour) -> None:
    steps.prove(author, rumour, picture())
    (shown,) = drafts.evidence_shown(rumour)
    assert "circulates" not in shown
    assert circulating([shown]) is None


def test_without_its_copy_there_is_none(author: Account, rumour: Rumour) -> None:
    kept = marked(author, rumour)
    shown = drafts.evidence_shown(rumour)
    kept.copy.storage.delete(str(kept.copy.name))
    assert circulating(shown) is None
    investigate.remove_evidence(author, kept)
    assert circulating(shown) is None
