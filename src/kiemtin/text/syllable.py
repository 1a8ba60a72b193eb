"""Knows how a written Vietnamese syllable is built, and where its tone mark belongs.

Only spelling is judged, never meaning: "ngoẻng" is a syllable, "hello" is none.
Source of the rime list: the syllable table of modern Vietnamese orthography (quốc ngữ).
"""

from itertools import repeat

from kiemtin.text.words import words

TONES = ("huyền", "sắc", "hỏi", "ngã", "nặng")
_TONED = {
    "a": "àáảãạ", "ă": "ằắẳẵặ", "â": "ầấẩẫậ", "e": "èéẻẽẹ", "ê": "ềếểễệ", "i": "ìíỉĩị",
    "o": "òóỏõọ", "ô": "ồốổỗộ", "ơ": "ờớởỡợ", "u": "ùúủũụ", "ư": "ừứửữự", "y": "ỳýỷỹỵ",
}  # fmt: skip
VOWELS = "".join(base + toned for base, toned in _TONED.items())
_PLAIN = {ord(toned): base for base, row in _TONED.items() for toned in row}
_TONE_OF = {toned: row.index(toned) for row in _TONED.values() for toned in row}
_ACUTE, _DOT = 1, 4
_NO_MARKS = str.maketrans("ăâêôơưđ", "aaeooud")


ONSETS = words("ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p q r s t v x")
RIMES = words(
    """a ac ach ai ak am an ang anh ao ap at au ay ăc ăk ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec ek em en eng eo ep et ê êch êk êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên
    iêng iêp iêt iêu yêm yên yêng yêt yêu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc
    oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm
    ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uôc uôi uôm uôn uông uôt
    uy uya uych uyên uyêt uyn uynh uyp uyt uyu ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp
    ươt ươu y yn ynh yt ych"""
)
# "gi" before i is written once (gì, gìn), and q stands only before u.
_SYLLABLES = RIMES | {
    onset + rime for onset in ONSETS - {"q"} for rime in RIMES if onset != "gi" or rime[0] != "i"
}
_BARE_SYLLABLES = frozenset(map(str.translate, _SYLLABLES, repeat(_NO_MARKS)))


def toneless(word: str) -> str:
    """Take the tone marks off, keep ă â ê ô ơ ư đ: "thuỷ" → "thuy"."""
    return word.translate(_PLAIN)


def is_syllable(word: str) -> bool:
    """Say whether a lower-case NFC word is spelled as one Vietnamese syllable."""
    if toneless(word) not in _SYLLABLES:
        return False
    tones = [_TONE_OF[letter] for letter in word if letter in _TONE_OF]
    stopped = word.endswith(("c", "ch", "k", "p", "t"))
    return len(tones) <= 1 and not (stopped and tones and tones[0] not in (_ACUTE, _DOT))


def is_bare_syllable(word: str) -> bool:
    """Say whether a folded word could be a Vietnamese syllable without its marks."""
    return word in _BARE_SYLLABLES


def tone_index(rime: str) -> int:
    """Index of the letter that carries the mark in a toneless rime, in the style of newspapers.

    Old style, which most Vietnamese newspapers print: hòa, khỏe, thủy, but hoàn, quý, già.
    """
    marked = [i for i, letter in enumerate(rime) if letter in "ăâêôơư"]
    if marked:
        return marked[-1]
    vowels = sum(letter in "aeiouy" for letter in rime)
    closed = len(rime) > vowels
    return 1 if vowels == 3 or (vowels == 2 and closed) else 0


def with_tone(rime: str, index: int, tone: int) -> str:
    """Put tone 0–4 (order of `TONES`) on the letter at `index` of a toneless rime."""
    return rime[:index] + _TONED[rime[index]][tone] + rime[index + 1 :]
