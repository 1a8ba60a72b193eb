import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.matching.terms import MAX_SYLLABLES, bag, pair_hashes, syllable_hashes


def test_tone_marks_case_and_d_with_stroke_make_no_difference() -> None:
    assert np.array_equal(bag("Đập Cốc Ly vỡ").hashes, bag("dap coc ly vo").hashes)


def test_order_matters_through_pairs() -> None:
    forward, backward = bag("Hà Nội Lào Cai"), bag("Lào Cai Hà Nội")
    assert len(np.intersect1d(forward.hashes, backward.hashes)) == 4 + 2
    assert not np.array_equal(forward.hashes, backward.hashes)


def test_a_pair_is_not_its_reverse_nor_a_single_doubled() -> None:
    singles = syllable_hashes(["lao", "cai", "lao", "lao"])
    pairs = pair_hashes(singles)
    assert len(set(pairs.tolist()) | set(singles.tolist())) == 3 + 2


def test_repetitions_are_counted() -> None:
    counted = bag("mưa mưa mưa to")
    assert counted.length == 4 + 3
    assert sorted(counted.counts.tolist()) == [1, 1, 2, 3]


def test_a_letter_is_read_only_to_the_cap() -> None:
    long = " ".join(f"tu{number}" for number in range(3 * MAX_SYLLABLES))
    assert bag(long).length == MAX_SYLLABLES + MAX_SYLLABLES - 1
    assert bag("a " * 50_000).counts.max() == 255


@given(st.text(max_size=60))
def test_any_text_gives_ascending_distinct_terms(text: str) -> None:
    found = bag(text)
    assert (np.diff(found.hashes.astype(object)) > 0).all()
    assert len(found.counts) == len(found.hashes)


def test_hashes_are_fixed_because_indexes_on_disk_hold_them() -> None:
    assert syllable_hashes(["nuoc"]).tolist() == [10_792_583_655_824_938_704]
