"""A process follows the fingerprints by number, and forgets those that were erased."""

import numpy as np

from kiemtin.desk.flow import prints, reading
from kiemtin.desk.models import Account, Evidence, Print, Rumour
from kiemtin.desk.seen_in import METHOD
from kiemtin.desk.words_evidence import PrintKind
from kiemtin.media.alike import fingerprint
from kiemtin.media.heard import sound_print
from tests.desk.steps import prove
from tests.media.alike.scenes import pixels, scene


def keep(author: Account, rumour: Rumour, data: bytes, kind: PrintKind) -> Print:
    piece: Evidence = prove(author, rumour)
    row = reading.ask(evidence=piece)
    return Print.objects.create(reading=row, kind=kind, method=METHOD, data=data)


def drawn(seed: int) -> bytes:
    return bytes(fingerprint(pixels(scene(seed))))


def test_what_came_later_is_found(author: Account, rumour: Rumour) -> None:
    first = keep(author, rumour, drawn(1), PrintKind.PICTURE)
    assert [hit.found for hit in prints.search(first)] == [first]
    second = keep(author, rumour, drawn(1), PrintKind.FRAME)
    assert {hit.found for hit in prints.search(first)} == {first, second}


def test_what_was_erased_is_found_no_more(author: Account, rumour: Rumour) -> None:
    first = keep(author, rumour, drawn(1), PrintKind.PICTURE)
    second = keep(author, rumour, drawn(1), PrintKind.PICTURE)
    assert len(prints.search(first)) == 2
    second.delete()
    assert [hit.found for hit in prints.search(first)] == [first]


def test_sounds_are_looked_for_among_sounds(author: Account, rumour: Rumour) -> None:
    samples = np.random.default_rng(1).integers(-9_000, 9_000, 80_000).astype(np.int16)
    sound = bytes(sound_print(samples))
    first = keep(author, rumour, sound, PrintKind.SOUND)
    keep(author, rumour, drawn(1), PrintKind.PICTURE)
    second = keep(author, rumour, sound, PrintKind.SOUND)
    assert {hit.found for hit in prints.search(first)} == {first, second}
