"""Build the fonts: Be Vietnam Pro cut down to the letters that Kiểm Tin writes with.

Writes one woff2 per weight for pages and one TTF per weight for posters and cards, the font's
licence beside both, and prints the metrics that the fallback face in tokens.css must carry. It
never fetches anything: the font comes from the development package `fontpkg-be-vietnam-pro` (SIL
Open Font License 1.1).

    python scripts/build_fonts.py            # write the fonts
    python scripts/build_fonts.py --check    # fail if what is committed differs
"""

import argparse
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from importlib.resources import files
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parents[1] / "src/kiemtin"
ON_PAGES, ON_PAPER = "web/static/kiemtin/fonts", "bulletin/fonts"
WEIGHTS = {400: "Regular", 600: "SemiBold"}
MAX_BYTES = 25_000
PAPER_WEIGHTS = WEIGHTS | {800: "ExtraBold"}

# Basic Latin, Latin-1, the Vietnamese letters outside Latin-1 (Ă Đ Ĩ Ũ Ơ Ư), the Vietnamese block,
# and the marks alone for text that arrives decomposed.
RANGES = ((0x20, 0x7E), (0xA0, 0xFF), (0x1EA0, 0x1EF9))
EXTRA = "ĂăĐđĨĩŨũƠơƯư\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323–—‘’‚“”„†•…‹›₫€≈≠≤≥−"
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "sups"]

# How often each letter comes in running Vietnamese decides how wide the fallback must look.
SAMPLE = (
    "Tin đồn rằng đập thủy điện bị vỡ là không đúng. Mực nước lúc sáu giờ sáng thấp hơn mức báo "
    "động. Người dân cứ ở yên trong nhà, theo dõi loa của xã và chỉ sơ tán khi có lệnh của chính "
    "quyền địa phương. Số tài khoản quyên góp đang được chia sẻ không phải của Hội Chữ thập đỏ."
)


def wanted() -> set[int]:
    """Give the code points that the cut font keeps."""
    ranged = (range(low, high + 1) for low, high in RANGES)
    return {point for span in ranged for point in span} | {ord(letter) for letter in EXTRA}


def source(style: str) -> Path:
    """Give the path of the full font of one style."""
    return Path(str(files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{style}.ttf"))


def cut(style: str) -> bytes:
    """Give one style as woff2 with only the wanted letters; the same bytes on every run."""
    options = subset.Options(flavor="woff2", hinting=False, layout_features=FEATURES)
    options.name_IDs = [0, 1, 2, 13, 14]
    options.recalc_timestamp = False
    font = subset.load_font(str(source(style)), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=wanted())
    cutter.subset(font)
    out = BytesIO()
    font.flavor = "woff2"
    font.save(out)
    font.close()
    return out.getvalue()


def cut_for_paper(style: str) -> bytes:
    """Give one style as TTF with every letter that it has, without hints and features.

    Posters and cards place letter by letter: they read no feature and are too large for hints.
    """
    options = subset.Options(hinting=False, layout_features=[], recalc_timestamp=False)
    options.name_IDs = [0, 1, 2, 4, 6, 13, 14]
    font = subset.load_font(str(source(style)), options)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=font.getBestCmap())
    cutter.subset(font)
    out = BytesIO()
    font.save(out)
    font.close()
    return out.getvalue()


def drawable(letter: str, names: Mapping[int, str]) -> str:
    """Give `letter`, or what is left of it without the marks that the font does not have."""
    while ord(letter) not in names:
        letter = chr(int(unicodedata.decomposition(letter).split()[0], 16))
    return letter


def mean_width(font: TTFont, text: str = SAMPLE) -> float:
    """Give the mean advance of `text` in ems."""
    names, widths = font.getBestCmap(), font["hmtx"]
    advances = [widths[names[ord(drawable(letter, names))]][0] for letter in text]
    return float(sum(advances)) / len(advances) / float(font["head"].unitsPerEm)


def fallback_metrics(fallback: Path) -> dict[str, float]:
    """Give the percentages with which `fallback` takes the room of Be Vietnam Pro."""
    with TTFont(source("Regular")) as ours, TTFont(fallback) as theirs:
        adjust = mean_width(ours) / mean_width(theirs)
        em = float(ours["head"].unitsPerEm)
        return {
            "size-adjust": 100 * adjust,
            "ascent-override": 100 * ours["hhea"].ascent / em / adjust,
            "descent-override": -100 * ours["hhea"].descent / em / adjust,
            "line-gap-override": 0.0,
        }


def built() -> dict[str, bytes]:
    """Give each file of both folders by its path in the package."""
    made = {f"{ON_PAGES}/{_name(weight)}.woff2": cut(WEIGHTS[weight]) for weight in WEIGHTS}
    for name, data in made.items():
        if len(data) > MAX_BYTES:
            raise SystemExit(f"{name} has {len(data)} bytes, {MAX_BYTES} allowed: drop letters")
    for weight, style in PAPER_WEIGHTS.items():
        made[f"{ON_PAPER}/{_name(weight)}.ttf"] = cut_for_paper(style)
    licence = Path(str(files("fontpkg_be_vietnam_pro") / "LICENSE")).read_bytes()
    return made | {f"{folder}/OFL.txt": licence for folder in (ON_PAGES, ON_PAPER)}


def _name(weight: int) -> str:
    return f"be-vietnam-pro-{weight}"


def stale(made: dict[str, bytes]) -> Iterable[str]:
    """Give the names of the committed files that differ from what is made now."""
    for name, data in made.items():
        path = TARGET / name
        if not path.is_file() or path.read_bytes() != data:
            yield name


def main(argv: list[str] | None = None) -> int:
    """Write or check the fonts; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only compare, write nothing")
    parser.add_argument("--fallback", type=Path, help="a .ttf to print the fallback metrics for")
    args = parser.parse_args(argv)
    made = built()
    if args.check:
        changed = list(stale(made))
        sys.stdout.write("".join(f"differs: {name}\n" for name in changed) or "fonts: current\n")
        return 1 if changed else 0
    for name, data in made.items():
        (TARGET / name).parent.mkdir(parents=True, exist_ok=True)
        (TARGET / name).write_bytes(data)
        sys.stdout.write(f"{name}: {len(data)} bytes\n")
    if args.fallback:
        lines = (f"{key}: {value:.1f}%;" for key, value in fallback_metrics(args.fallback).items())
        sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
