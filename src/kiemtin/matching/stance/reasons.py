"""The sentences that say why a passage seems to support or refute a claim, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiemtin.refusal import Say

TEMPLATES: dict[str, Say] = {
    "number_differs": Say(
        "con số khác: câu tin nói {claim}, đoạn trích nói {passage}",
        "another number: the claim says {claim}, the passage {passage}",
    ),
    "money_differs": Say(
        "số tiền khác: câu tin nói {claim}, đoạn trích nói {passage}",
        "another sum: the claim says {claim}, the passage {passage}",
    ),
    "date_differs": Say(
        "ngày khác: câu tin nói {claim}, đoạn trích nói {passage}",
        "another date: the claim says {claim}, the passage {passage}",
    ),
    "time_differs": Say(
        "giờ khác: câu tin nói {claim}, đoạn trích nói {passage}",
        "another time: the claim says {claim}, the passage {passage}",
    ),
    "place_differs": Say(
        "nơi khác: câu tin nói {claim}, đoạn trích nói {passage}",
        "another place: the claim says {claim}, the passage {passage}",
    ),
    "direction_differs": Say(
        "ngược chiều: câu tin nói {claim}, đoạn trích nói {passage}",
        "the opposite direction: the claim says {claim}, the passage {passage}",
    ),
    "quantifier_differs": Say(
        "phạm vi khác: câu tin nói {claim}, đoạn trích nói {passage}",
        "another extent: the claim says {claim}, the passage {passage}",
    ),
    "actor_differs": Say(
        "tên khác: câu tin nói {claim}, đoạn trích nói {passage}",
        "another name: the claim says {claim}, the passage {passage}",
    ),
    "noun_differs": Say(
        "nói về thứ khác: câu tin nói {claim}, đoạn trích nói {passage}",
        "about another thing: the claim says {claim}, the passage {passage}",
    ),
    "word_differs": Say(
        "chỗ đoạn trích viết “{passage}”, câu tin viết “{claim}”",
        "where the passage has “{passage}”, the claim has “{claim}”",
    ),
    "negated": Say(
        "một bên phủ định điều bên kia khẳng định ({claim} / {passage})",
        "one side denies what the other states ({claim} / {passage})",
    ),
    "details_agree": Say("khớp các chi tiết: {claim}", "these details agree: {claim}"),
    "words_agree": Say(
        "đoạn trích có gần như mọi từ của câu tin",
        "the passage has nearly all words of the claim",
    ),
    "words_missing": Say(
        "đoạn trích không có “{claim}”",
        "the passage does not have “{claim}”",
    ),
    "little_shared": Say(
        "đoạn trích có ít từ chung với câu tin",
        "the passage shares few words with the claim",
    ),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a suggestion is as it is: a code of TEMPLATES and its parameters."""

    code: str
    params: Mapping[str, str] = field(default_factory=dict)

    def vi(self) -> str:
        """Return the reason as a Vietnamese sentence without a full stop."""
        return TEMPLATES[self.code].vi.format(**self.params)

    def en(self) -> str:
        """Return the reason as an English sentence without a full stop."""
        return TEMPLATES[self.code].en.format(**self.params)
