"""What a check of a log shows, and what it cannot show: the same sentences for the command and for
the desk's page.

Without witnesses of two organisations nothing here says that everyone is shown the same log.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kiemtin.record.anchor import Anchor
from kiemtin.record.cosignature import Cosignature, WitnessKey
from kiemtin.refusal import Say

ENOUGH = 2
"""How many organisations must have cosigned before a split view is said to be excluded."""

COSIGNED = Say(
    "nhân chứng {name} đã thấy đúng nhật ký này lúc {time}",
    "the witness {name} saw this very log at {time}",
)
OF = Say("{name} ({organisation})", "{name} ({organisation})")
NO_SPLIT = Say(
    "nhân chứng của {count} tổ chức đã ký ({names}): ai đòi các chữ ký này đều được xem cùng một "
    "nhật ký, trừ khi mọi tổ chức đó cùng gian dối",
    "witnesses of {count} organisations cosigned ({names}): whoever asks for these cosignatures is "
    "shown the same log, unless all of them cheat together",
)
ONE_ORGANISATION = Say(
    "Không chứng minh được: mọi người đều thấy cùng một nhật ký. Mới có nhân chứng của một tổ chức "
    "ký ({names}); cần ít nhất hai.",
    "Not shown by this: that everyone is shown the same log. Only witnesses of one organisation "
    "cosigned ({names}); it takes two or more.",
)
NO_WITNESS = Say(
    "Không chứng minh được: mọi người đều thấy cùng một nhật ký (cần chữ ký của nhân chứng bên "
    "ngoài). Hãy giữ lại mốc này và so với mốc của người khác.",
    "Not shown by this: that everyone is shown the same log (that takes the signatures of outside "
    "witnesses). Keep this checkpoint and compare it with those of others.",
)
UNCHECKED_LINES = Say(
    "Chưa kiểm tra: mốc còn {count} chữ ký nữa, có thể của nhân chứng. Cần khoá của họ "
    "(--witness).",
    "Not checked: the checkpoint has {count} more signatures, of witnesses perhaps. It takes their "
    "keys (--witness).",
)
ANCHORED = Say(
    "{size} mục đầu đã có từ trước {time}: {authority} đóng dấu thời gian ({path})",
    "the first {size} entries existed before {time}: time-stamped by {authority} ({path})",
)
UNCHECKED_ANCHOR = Say(
    "Chưa kiểm tra: dấu thời gian {path} ghi {time} cho {size} mục đầu. Cần chứng thư gốc của nơi "
    "cấp (--anchor-ca).",
    "Not checked: the time-stamp {path} names {time} for the first {size} entries. It takes the "
    "authority's root certificate (--anchor-ca).",
)
NO_ANCHOR = Say(
    "Không chứng minh được: các mục có từ lúc nào. Giờ ghi trong mục là lời của bàn.",
    "Not shown by this: since when the entries exist. The time in an entry is the desk's own word.",
)
NOT_RIGHT = Say(
    "Không chứng minh được: điều bàn viết là đúng.",
    "Not shown by this: that what the desk wrote is right.",
)


@dataclass(frozen=True)
class Statement:
    """A sentence in both languages; `proven` says whether it is one of what is shown."""

    proven: bool
    vi: str
    en: str


def statements(
    cosignatures: Sequence[Cosignature],
    organisations: Mapping[WitnessKey, str],
    anchors: Sequence[Anchor] = (),
    unchecked: int = 0,
) -> list[Statement]:
    """Say what cosignatures and anchors that have been checked show; then what is not shown.

    `organisations` names who answers for a witness's key; a witness of nobody counts for nobody.
    `unchecked` is how many signature lines nobody could check.
    """
    said = [*_witnesses(cosignatures, organisations), *_anchors(anchors), _limit(NOT_RIGHT)]
    if unchecked:
        said.append(_limit(UNCHECKED_LINES, count=unchecked))
    return sorted(said, key=lambda one: not one.proven)


def different(names: Sequence[str]) -> list[str]:
    """The organisations, each once: told apart by their words, however they are spaced or cased."""
    found: dict[str, str] = {}
    for name in names:
        tidy = " ".join(name.split())
        if tidy:
            found.setdefault(tidy.casefold(), tidy)
    return list(found.values())


def _witnesses(
    cosignatures: Sequence[Cosignature], organisations: Mapping[WitnessKey, str]
) -> Iterator[Statement]:
    # One key under two names is one witness.
    one_each = {one.key.public: one for one in cosignatures}.values()
    for one in one_each:
        yield _proven(COSIGNED, name=_name(one.key, organisations), time=one.time.isoformat())
    found = different([organisations.get(one.key, "") for one in one_each])
    names = ", ".join(found)
    if len(found) >= ENOUGH:
        yield _proven(NO_SPLIT, count=len(found), names=names)
    elif found:
        yield _limit(ONE_ORGANISATION, names=names)
    else:
        yield _limit(NO_WITNESS)


def _anchors(anchors: Sequence[Anchor]) -> Iterator[Statement]:
    checked = [one for one in anchors if one.stamp.authority]
    for one in anchors:
        fields = {"size": one.size, "path": one.path, "time": one.stamp.time.isoformat()}
        if one.stamp.authority:
            yield _proven(ANCHORED, authority=one.stamp.authority, **fields)
        else:
            yield _limit(UNCHECKED_ANCHOR, **fields)
    if not checked:
        yield _limit(NO_ANCHOR)


def _name(key: WitnessKey, organisations: Mapping[WitnessKey, str]) -> str:
    organisation = " ".join(organisations.get(key, "").split())
    return OF.vi.format(name=key.name, organisation=organisation) if organisation else key.name


def _proven(say: Say, **fields: object) -> Statement:
    return Statement(True, say.vi.format(**fields), say.en.format(**fields))


def _limit(say: Say, **fields: object) -> Statement:
    return Statement(False, say.vi.format(**fields), say.en.format(**fields))
