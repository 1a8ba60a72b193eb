"""Every state has a word and a shape of its own; the file of the ledger holds counts."""

from kiemtin.desk.models import Broadcast
from kiemtin.desk.queries.spread import Commune, Spread
from kiemtin.web.desk.spread_words import STATES, channel, csv_rows, shape, word
from kiemtin.web.templatetags.icons import icon


def test_states_are_told_apart_by_word_and_by_shape() -> None:
    assert len({word(state) for state in STATES}) == len(STATES)
    assert len({shape(state) for state in STATES}) == len(STATES)
    assert all("<svg" in icon(shape(state)) for state in STATES)


def test_a_channel_has_the_name_that_people_know() -> None:
    assert (channel("zalo_oa"), channel("sms_gate"), channel("new")) == ("Zalo", "SMS", "new")


def test_the_file_has_one_row_a_commune() -> None:
    communes = [Commune("02839", "Huyện Bắc Hà", []), Commune("02683", "Huyện Bát Xát", [])]
    head, *rows = csv_rows(Spread(Broadcast(), communes))
    assert {len(row) for row in rows} == {len(head)}
    assert [tuple(row[:5]) for row in rows] == [
        ("02839", "Xã Bắc Hà, Lào Cai", "Huyện Bắc Hà", "Chưa có người", 0),
        ("02683", "Xã Bát Xát, Lào Cai", "Huyện Bát Xát", "Chưa có người", 0),
    ]
