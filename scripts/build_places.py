"""Build the gazetteer: each commune and province of after July 2025, and what old names became.

Reads a folder with the administrative units (provinces.jsonl, wards.jsonl, province_merge.jsonl,
ward_merge.jsonl, ward_divided.jsonl, old_units_63.jsonl) and the two hand tables in
scripts/places/; writes one compressed table into the package. The same input gives the same bytes.

    python scripts/build_places.py ../shared/data/vn_admin_2025
    python scripts/build_places.py ../shared/data/vn_admin_2025 --check   # fail if it differs
"""

import argparse
import gzip
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiemtin.text.canonical import canonical

HAND = Path(__file__).parent / "places"
TARGET = Path(__file__).parents[1] / "src/kiemtin/text/places/data/places.tsv.gz"

SPELLINGS = {"Mù Căng Chải": "Mù Cang Chải"}  # as the decree of 2025 and everybody else writes
# Huế became a city under the government on 1 January 2025, between the two trees.
RENAMED_PROVINCES = {"tinhthuathienhue": "thanhphohue"}
KINDS = ("thanhpho", "thixa", "thitran", "dackhu", "phuong", "huyen", "quan", "tinh", "xa")

Row = dict[str, Any]


@dataclass
class Old:
    """One unit of before July 2025 and the codes it went into, the default first."""

    full_name: str
    district: str
    province: str
    codes: list[str] = field(default_factory=list)


@dataclass
class Source:
    """The six files of the folder and the two hand tables, as read."""

    provinces: list[Row]
    wards: list[Row]
    province_merge: list[Row]
    ward_merge: list[Row]
    ward_divided: list[Row]
    old_units_63: list[Row]
    later: list[list[str]]
    earlier: list[list[str]]


def lines(path: Path) -> list[str]:
    """Give the lines of a UTF-8 file that are neither empty nor comments."""
    text = path.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read(folder: Path) -> Source:
    """Read the folder; raises FileNotFoundError that names the missing file."""
    names = ("provinces", "wards", "province_merge", "ward_merge", "ward_divided", "old_units_63")
    tables = [[json.loads(line) for line in lines(folder / f"{name}.jsonl")] for name in names]
    hand = [
        [line.split("\t") for line in lines(HAND / f"{name}.tsv")]
        for name in ("later_communes", "earlier_communes")
    ]
    return Source(*tables, *hand)


def name_key(name: str) -> str:
    """Give the key of the merge maps: no marks, no spaces, no leading zeros ("Phường 05")."""
    bare = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]", "", re.sub(r"\b0+(?=\d)", "", bare))


def marked_key(name: str) -> str:
    """Give the key that the maps use where two names differ in their marks alone."""
    return unicodedata.normalize("NFC", name).lower().replace(" ", "")


def province_key(full_name: str) -> str:
    """Give the merge maps' key of an old province."""
    key = name_key(full_name)
    return RENAMED_PROVINCES.get(key, key)


def without_kind(key: str) -> str:
    """Drop the kind of unit from a key: "xadaugiay" and "phuongdaugiay" give "daugiay"."""
    return next((key.removeprefix(kind) for kind in KINDS if key.startswith(kind)), key)


class NewCommunes:
    """Finds the code of a new commune by the keys of the merge maps."""

    def __init__(self, source: Source) -> None:
        self.provinces = {name_key(row["Name"]): row["Code"] for row in source.provinces}
        self.by_key: dict[tuple[str, str], list[str]] = defaultdict(list)
        for row in source.wards:
            for key in self._keys(row["FullName"]):
                self.by_key[row["ProvinceCode"], key].append(row["Code"])

    @staticmethod
    def _keys(full_name: str) -> Iterable[str]:
        plain = name_key(full_name)
        # dict, not set: a fixed order keeps the output the same on every run
        return dict.fromkeys((marked_key(full_name), plain, "*" + without_kind(plain)))

    def province(self, key: str) -> str:
        """Give the province's code; a province may have become a city since the map was made."""
        code: str = self.provinces[without_kind(key)]
        return code

    def code(self, province: str, key: str) -> str:
        """Give the one commune of that key; raises KeyError when there is none or several."""
        for wanted in (key, "*" + without_kind(key)):
            found = self.by_key.get((self.province(province), wanted), [])
            if len(found) == 1:
                return found[0]
        raise KeyError((province, key))


def successors(source: Source, new: NewCommunes) -> dict[str, list[str]]:
    """Map each key of an old commune to the codes it went into, the default first."""
    codes: dict[str, list[str]] = {}
    for row in source.ward_merge:
        for old in row["old_units"]:
            codes[old] = [new.code(row["province"], row["new_ward"])]
    for row in source.ward_divided:
        parts = sorted(row["new_wards"], key=lambda part: not part["isDefaultNewWard"])
        codes[row["old_unit"]] = [new.code(row["province"], part["newWardKey"]) for part in parts]
    return codes


class OldTree:
    """Collects old provinces, districts and communes with what they became."""

    def __init__(self, source: Source, new: NewCommunes) -> None:
        self.codes = successors(source, new)
        self.units = {(row["level"], row["code"]): row for row in source.old_units_63}
        self.merged = {old: row["new"] for row in source.province_merge for old in row["old"]}
        self.new = new
        self.communes: list[Old] = []
        self._take_old_tree(source)
        self._take_later(source)

    def _take_old_tree(self, source: Source) -> None:
        earlier = {row[0]: row[1].split() for row in source.earlier}
        for unit in source.old_units_63:
            if unit["level"] != "ward":
                continue
            district = self.units["district", unit["parent"]]
            province = self.units["province", district["parent"]]
            names = [written(row["name_with_type"]) for row in (unit, district, province)]
            old = Old(names[0], names[1], names[2])
            keys = earlier.get(unit["code"]) or [self._key(old)]
            old.codes = list(dict.fromkeys(code for key in keys for code in self.codes[key]))
            self.communes.append(old)

    def _take_later(self, source: Source) -> None:
        for key, *names in source.later:
            commune, district, province = map(written, names)
            self.communes.append(Old(commune, district, province, self.codes[key]))

    @staticmethod
    def _key(old: Old) -> str:
        parts = (province_key(old.province), name_key(old.district), name_key(old.full_name))
        return "_".join(parts)

    def provinces(self) -> Iterator[Old]:
        """Give each old province with the province it is part of now."""
        for row in self.units.values():
            if row["level"] == "province":
                new = self.new.province(self.merged[province_key(row["name_with_type"])])
                yield Old(row["name_with_type"], "", "", [new])

    def districts(self) -> Iterator[Old]:
        """Give each old district with every new commune that its communes went into."""
        codes: dict[tuple[str, str], set[str]] = defaultdict(set)
        for old in self.communes:
            codes[old.district, old.province].update(old.codes)
        for (district, province), parts in codes.items():
            yield Old(district, "", province, sorted(parts))


def table(source: Source) -> list[str]:
    """Give the rows of the gazetteer, sorted, without repeats."""
    tree = OldTree(source, NewCommunes(source))
    rows = [f"P\t{row['Code']}\t{row['FullName']}" for row in source.provinces]
    rows += [f"C\t{row['Code']}\t{row['ProvinceCode']}\t{row['FullName']}" for row in source.wards]
    for level, olds in (("1", tree.provinces()), ("2", tree.districts()), ("3", tree.communes)):
        rows += [
            "\t".join((level, old.full_name, old.district, old.province, " ".join(old.codes)))
            for old in olds
            if old.full_name != "-"  # a district without communes is listed as a district only
        ]
    return sorted({"\t".join(map(written, row.split("\t"))) for row in rows})


def written(cell: str) -> str:
    """Give a cell as people write it: one form of the marks, "Phường 5" for "Phường 05"."""
    cell = re.sub(r"(?<= )0(?=\d$)", "", canonical(cell))
    for old, new in SPELLINGS.items():
        cell = cell.replace(old, new)
    return cell


def pack(rows: Iterable[str]) -> bytes:
    """Compress the rows to the same bytes on every run."""
    return gzip.compress("\n".join(rows).encode(), compresslevel=9, mtime=0)


def main() -> int:
    """Write the table, or with --check compare it with what is committed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="folder with the administrative units")
    parser.add_argument("--check", action="store_true", help="fail if the committed table differs")
    options = parser.parse_args()
    rows = table(read(options.folder))
    if not options.check:
        TARGET.write_bytes(pack(rows))
    elif gzip.decompress(TARGET.read_bytes()).decode().split("\n") != rows:
        sys.stderr.write(f"{TARGET} differs: run scripts/build_places.py and commit it\n")
        return 1
    sys.stdout.write(f"{len(rows)} rows, {TARGET.stat().st_size} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
