"""A server that is ready has read every claim, and the trial left no trace."""

import gc

from kiemtin.desk.flow import index, passages, ready, shelf
from kiemtin.desk.models import IndexedClaim, MatchRecord, Message, Version
from tests.desk import library


def test_the_claims_are_loaded_and_nothing_is_stored(published: Version) -> None:
    index.forget()
    library.article()
    try:
        ready.make_ready()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
    newest = IndexedClaim.objects.order_by("sequence").last()
    assert newest is not None
    assert index.library().index.sequence == newest.sequence
    assert shelf.shelf().sequence == passages.newest() > 0
    assert not MatchRecord.objects.exists()
    assert Message.objects.count() == published.fact_check.rumour.sightings.count()
