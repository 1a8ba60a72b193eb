"""The sentences that say why a passage seems to support or refute a claim, in both languages."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kiemtin.refusal import Say

TEMPLATES: dict[str, Say] = {
    "number_differs": Say(
        "con số khác: tin đồn nói {claim}, nguồn nói {passage}",
        "another number: the rumour says {claim}, the source {passage}",
    ),
    "money_differs": Say(
        "số tiền khác: tin đồn nói {claim}, nguồn nói {passage}",
        "another sum: the rumour says {claim}, the source {passage}",
    ),
    "date_differs": Say(
        "ngày khác: tin đồn nói {claim}, nguồn nói {passage}",
        "another date: the rumour says {claim}, the source {passage}",
    ),
    "time_differs": Say(
        "giờ khác: tin đồn nói {claim}, nguồn nói {passage}",
        "another time: the rumour says {claim}, the source {passage}",
    ),
    "place_differs": Say(
        "nơi khác: tin đồn nói {claim}, nguồn nói {passage}",
        "another place: the rumour says {claim}, the source {passage}",
    ),
    "direction_differs": Say(
        "ngược chiều: tin đồn nói {claim}, nguồn nói {passage}",
        "the opposite direction: the rumour says {claim}, the source {passage}",
    ),
    "quantifier_differs": Say(
        "phạm vi khác: tin đồn nói {claim}, nguồn nói {passage}",
        "another extent: the rumour says {claim}, the source {passage}",
    ),
    "actor_differs": Say(
        "tên khác: tin đồn nói {claim}, nguồn nói {passage}",
        "another name: the rumour says {claim}, the source {passage}",
    ),
    "noun_differs": Say(
        "nói về thứ khác: tin đồn nói {claim}, nguồn nói {passage}",
        "about another thing: the rumour says {claim}, the source {passage}",
    ),
    "word_differs": Say(
        "chỗ nguồn viết “{passage}”, tin đồn viết “{claim}”",
        "where the source has “{passage}”, the rumour has “{claim}”",
    ),
    "negated": Say(
        "một bên phủ định điều bên kia khẳng định ({claim} / {passage})",
        "one side denies what the other states ({claim} / {passage})",
    ),
    "denied": Say(
        "nguồn phủ định điều tin đồn nói (“{passage}”)",
        "the source denies what the rumour says (“{passage}”)",
    ),
    "denied_by_claim": Say(
        "tin đồn phủ định điều nguồn nói (“{claim}”)",
        "the rumour denies what the source says (“{claim}”)",
    ),
    "details_agree": Say("khớp các chi tiết: {claim}", "these details agree: {claim}"),
    "words_agree": Say(
        "đoạn này có gần như mọi từ của tin đồn",
        "this passage has nearly all words of the rumour",
    ),
    "words_missing": Say(
        "đoạn này không có “{claim}”",
        "this passage does not have “{claim}”",
    ),
    "little_shared": Say(
        "đoạn này có ít từ chung với tin đồn",
        "this passage shares few words with the rumour",
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
