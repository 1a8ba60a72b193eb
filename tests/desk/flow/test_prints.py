"""A process follows the fingerprints by number, and forgets those that were erased."""

import numpy as np

from kiemtin.desk.flow import prints, reading
from kiemtin.desk.models import Account, Evidence, Print, Rumour
from kiemtin.desk.seen_in import METHOD
from kiemtin.desk.words_evidence import PrintKind
from kiemtin.media.alike import fingerprint
from kiemtin.media.inside import sound
from tests.desk.steps import prove
from tests.media.alike.scenes import pixels, scene
from tests.media.recordings import sound_file, tune


def keep(author: Account, rumour: Rumour, data: bytes, kind: PrintKind) -> Print:
    piece: Evidence = prove(author, rumour)
    row = reading.ask(evidence=piece)
    return Print.objects.create(reading=row, kind=kind, method=METHOD, data=data)


def listen(author: Account, rumour: Rumour, samples: np.ndarray) -> Print:
    row = reading.ask(evidence=prove(author, rumour))
    found = sound.facts(sound_file(samples.astype(np.int16)), "wav")
    for one in found.prints:
        data = bytes.fromhex(one.value)
        Print.objects.create(reading=row, kind=PrintKind.SOUND, method=one.method, data=data)
    return row.prints.get(method=sound.METHOD)


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


def test_sounds_are_looked_for_among_sounds_at_other_speeds_too(
    author: Account, rumour: Rumour
) -> None:
    samples = tune(1)
    at = np.arange(int(len(samples) / 1.02)) * 1.02
    first = listen(author, rumour, samples)
    keep(author, rumour, drawn(1), PrintKind.PICTURE)
    faster = listen(author, rumour, np.interp(at, np.arange(len(samples)), samples))
    assert {hit.found for hit in prints.search(first)} == {first, faster}
    assert {hit.found for hit in prints.search(faster)} == {first, faster}
