"""Every kind of act has a word, and a body is told in words without losing its codes."""

from kiemtin.record.entry import KINDS as ACTS
from kiemtin.web.public.log_words import KINDS, fields


def test_every_kind_of_act_has_its_word() -> None:
    assert tuple(KINDS) == ACTS


def test_a_body_is_told_in_a_steady_order_with_its_codes() -> None:
    body = {"zz": 1, "verdict": "false", "fact_check": 7, "kind": "?"}
    told = [(str(name), value) for name, value in fields(body)]
    assert told == [
        ("Bài số", 7),
        ("Loại", "?"),
        ("Kết luận", "Sai (false)"),
        ("zz", 1),
    ]
