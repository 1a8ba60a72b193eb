"""Common nouns of which a rumour means exactly one: an illness, a school level, a utility, a paper.

Names tell one bank from another, but nothing in a name tells measles from diphtheria. Each table
lists what excludes each other; synonyms share a meaning. Written for this project from the kinds
of rumours that desks meet; what is not listed is not compared.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from kiemtin.matching.types import Row, Span, Verdict
from kiemtin.text.details.message import Message
from kiemtin.text.details.phrases import Phrases


def _table(lines: str) -> dict[str, str]:
    """Read lines "meaning: other form, …"; the meaning is a form of itself."""
    forms = {}
    for line in lines.strip().splitlines():
        meaning, _, others = line.strip().partition(":")
        for form in (meaning, *(one.strip() for one in others.split(",") if one.strip())):
            forms[form] = meaning
    return forms


_TABLES: Final = {
    "school": """
        mầm non: mẫu giáo, nhà trẻ, trường mầm
        tiểu học: cấp 1, cấp một, cấp i
        trung học cơ sở: thcs, cấp 2, cấp hai, cấp ii
        trung học phổ thông: thpt, cấp 3, cấp ba, cấp iii
        đại học: cao đẳng""",
    "utility": """
        cắt điện: mất điện, cúp điện, tắt điện, ngắt điện, lịch điện
        cắt nước: mất nước, cúp nước, ngắt nước, khóa nước
        mất mạng: đứt mạng, rớt mạng, mất sóng, mất internet
        hết xăng: thiếu xăng, khan xăng
        mất gas: hết gas""",
    "bill": """
        tiền điện: giá điện, hóa đơn điện
        tiền nước: giá nước, hóa đơn nước
        học phí: quỹ lớp, tiền học, tiền quỹ
        viện phí: tiền viện""",
    "illness": """
        bạch hầu
        sởi: bệnh sởi
        ho gà
        uốn ván
        thủy đậu: trái rạ
        sốt xuất huyết: sxh
        sốt rét
        tay chân miệng
        viêm não: viêm màng não
        bệnh dại: chó dại
        bệnh than
        bệnh tả: dịch tả
        thương hàn
        lao phổi: bệnh lao
        covid: corona, sars
        cúm gia cầm: cúm a h5n1, h5n1
        cúm a
        đậu mùa khỉ
        ung thư
        tiểu đường: đái tháo đường
        đột quỵ: tai biến
        ngộ độc""",
    "animal": """
        con bò: đàn bò, bò
        con trâu: đàn trâu, trâu
        con lợn: đàn lợn, lợn, heo
        con gà: đàn gà, gà
        con vịt: đàn vịt, vịt
        con dê: đàn dê
        con chó: đàn chó""",
    "paper": """
        thẻ bảo hiểm: bảo hiểm y tế, bhyt, thẻ khám bệnh
        căn cước: cccd, chứng minh nhân dân, cmnd
        giấy phép lái xe: bằng lái, gplx
        hộ chiếu
        thẻ thư viện
        thẻ học sinh: thẻ sinh viên
        thẻ ngân hàng: thẻ atm, thẻ tín dụng
        sổ đỏ: sổ hồng, giấy quyền sử dụng đất
        giấy khai sinh""",
    "money_house": """
        ngân hàng: nhà băng
        ví điện tử: ví momo
        công ty tài chính
        tiệm vàng: hiệu vàng""",
    "hazard": """
        vỡ đập: vỡ hồ, vỡ đê
        xả lũ: xả đáy
        lũ quét: lũ ống
        sạt lở: sụt lún, lở đất, lở núi
        động đất: rung lắc
        cháy rừng
        mưa đá
        lốc xoáy: vòi rồng
        sóng thần""",
}
_MARKED_ONLY: Final = {"bò", "gà", "heo", "lợn", "vịt", "trâu", "sởi"}
_PHRASES: Final = {
    sort: Phrases(_table(lines), marked_only=_MARKED_ONLY) for sort, lines in _TABLES.items()
}
_ANY_DAY: Final = dt.date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Noun:
    """A listed noun: what it means, as written, and where it stands."""

    meaning: str
    text: str
    span: Span


Nouns = Mapping[str, tuple[Noun, ...]]
"""The listed nouns of a text by table, in order; a table of which it has none is not there."""


def nouns(text: str) -> Nouns:
    """Return the listed nouns of `text`, typed with marks or wholly without."""
    message = Message(text, _ANY_DAY)
    found: dict[str, tuple[Noun, ...]] = {}
    for sort, phrases in _PHRASES.items():
        spans = [
            (hit.meaning, message.scan.span(hit.start, hit.end)) for hit in phrases.find(message)
        ]
        if spans:
            found[sort] = tuple(
                Noun(name, text[start:end], (start, end)) for name, (start, end) in spans
            )
    return found


def noun_rows(message: Nouns, claim: Nouns) -> list[Row]:
    """Return one row for each table of which both texts have a noun.

    They agree when anything is the same: who names two illnesses compares them.
    """
    rows = []
    for sort, claimed in claim.items():
        said = message.get(sort, ())
        same = [(a, b) for a in said for b in claimed if a.meaning == b.meaning]
        if said:
            one, other = same[0] if same else (said[0], claimed[0])
            verdict: Verdict = "agree" if same else "conflict"
            rows.append(Row("actor", one.text, other.text, verdict, one.span, other.span))
    return rows
