import datetime as dt
from collections.abc import Iterator, Sequence

import pytest

from kiemtin.matching.batch import BATCH, match_all
from kiemtin.matching.decide import Matcher
from kiemtin.matching.encoder import Encoder, Matrix
from kiemtin.matching.index import Index
from kiemtin.matching.rows import QueryRow
from kiemtin.matching.several import match_each
from kiemtin.matching.types import Entry, Query
from tests.matching.samples import CLAIMS, BagEncoder

_DAY = dt.date(2025, 11, 5)
_ROWS = [
    QueryRow(str(number), Query(f"{claim} {number}", _DAY))
    for number, claim in enumerate(list(CLAIMS.values()) * 9)
]


def matcher(encoder: Encoder | None) -> Matcher:
    index = Index(encoder)
    index.put([Entry(name, claim) for name, claim in CLAIMS.items()])
    return Matcher(index)


@pytest.mark.parametrize("encoder", [BagEncoder(), None], ids=["encoder", "words only"])
@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_every_message_has_its_own_answer_in_order(encoder: Encoder | None, jobs: int) -> None:
    asked = matcher(encoder)
    expected = [(row, asked.match(row.query), match_each(asked, row.query)) for row in _ROWS]
    assert list(match_all(asked, _ROWS, jobs)) == expected


def test_few_messages_are_read_ahead() -> None:
    read: list[str] = []

    def rows() -> Iterator[QueryRow]:
        for row in _ROWS:
            read.append(row.id)
            yield row

    answers = match_all(matcher(BagEncoder()), rows(), 1)
    next(answers)
    assert len(read) == 1
    read.clear()
    ahead = match_all(matcher(BagEncoder()), rows(), 2)
    next(ahead)
    assert len(read) == BATCH * 5


def test_what_an_encoder_refuses_reaches_the_caller() -> None:
    class Broken(BagEncoder):
        def query(self, texts: Sequence[str]) -> Matrix:
            raise RuntimeError("no")

    asked = matcher(BagEncoder())
    asked.index.encoder = Broken()
    with pytest.raises(RuntimeError, match="no"):
        list(match_all(asked, _ROWS, 2))
