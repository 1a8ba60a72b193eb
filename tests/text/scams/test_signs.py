"""The tables of signs can be found as they are written, and no sign stands for two things."""

from kiemtin.text.checkable.reader import Phrases, words_of
from kiemtin.text.scams.signs import DENIES, OFFICIAL, REPORTS, SIGNS


def test_each_sign_is_found_as_it_is_written() -> None:
    for group, some in (*SIGNS.items(), ("deny", DENIES), ("office", OFFICIAL), ("re", REPORTS)):
        table = Phrases({group: some})
        for phrase in some:
            words, bare = words_of(phrase)
            assert next(table.find(words, bare=bare), None), (group, phrase)


def test_hours_are_read_as_phones_shorten_them() -> None:
    table = Phrases({"press_time": SIGNS["press_time"]})
    for text in ("nộp trong 24h", "nộp trong vòng 30 phút", "trước 17h chiều nay", "truoc 9 gio"):
        words, bare = words_of(text)
        assert any(table.find(words, bare=bare)), text


def test_a_sign_stands_in_one_group() -> None:
    seen: dict[str, str] = {}
    for group, some in SIGNS.items():
        for phrase in some:
            assert seen.setdefault(phrase, group) == group, phrase
