"""What of a message is compared."""

from kiemtin.matching.grouping.features import DATE, HOUR, NAME, OTHER, Archive, read
from kiemtin.matching.grouping.tokens import hash_of, tokenise


def details(archive: Archive, message: int) -> list[tuple[int, int]]:
    held = archive.features.details
    part = held.values[held.ends[message] : held.ends[message + 1]].tolist()
    return [(one >> 32, one & 0xFFFFFFFF) for one in part]


def test_numbers_have_their_role() -> None:
    archive = read([tokenise(["mất 30 nhà lúc 9h ngày 5/9"])])
    assert details(archive, 0) == [(DATE, 5), (DATE, 9), (HOUR, 9), (OTHER, 30)]


def test_a_name_is_known_where_others_write_it_in_small_letters() -> None:
    archive = read([tokenise(["lũ ở Nậm Sỏi", "tin ở Nậm Sỏi", "lu o nam soi", "lũ ở đâu đó"])])
    assert [[role for role, _ in details(archive, at)] for at in range(4)] == [[NAME]] * 3 + [[]]


def test_shouting_makes_no_names() -> None:
    archive = read([tokenise(["ĐẬP SẮP VỠ CHẠY NGAY", "ĐẬP SẮP VỠ CHẠY MAU", "đập sắp vỡ"])])
    assert details(archive, 2) == []


def test_rare_words_weigh_more_but_slips_little() -> None:
    texts = [f"tin {'vỡ' if at < 20 else 'mưa'}" for at in range(100)] + ["tin vởx"]
    archive = read([tokenise(texts)])
    weight = {word: archive.weights[hash_of(word) & archive.mask] for word in ("tin", "vo", "vox")}
    assert weight["tin"] < weight["vo"]
    assert weight["vox"] < weight["vo"]


def test_words_stand_once_in_ascending_order() -> None:
    words = read([tokenise(["vỡ đập vỡ đập", "mưa"])]).features.words
    first = words.values[: words.ends[1]].tolist()
    assert first == sorted({hash_of("vo"), hash_of("dap")})


def test_parts_read_apart_are_the_same_together() -> None:
    texts = ["lũ ở Nậm Sỏi 5/9", "", "tin ở Nậm Sỏi", "mất 30 nhà", "lu nam soi 9h"]
    whole, parted = read([tokenise(texts)]), read([tokenise(texts[:2]), tokenise(texts[2:])])
    for one, other in (
        (whole.features.words, parted.features.words),
        (whole.features.pairs, parted.features.pairs),
        (whole.features.details, parted.features.details),
    ):
        assert one.values.tolist() == other.values.tolist()
        assert one.ends.tolist() == other.ends.tolist()
    assert whole.weights.tolist() == parted.weights.tolist()


def test_usual_wordings_have_few_rare_pairs() -> None:
    archive = read([tokenise(["đập sắp vỡ"] * 3 + ["đập xắp vở"])])
    assert archive.unusual.tolist() == [0, 0, 0, 2]
