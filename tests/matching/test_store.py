import datetime as dt
import json
import random
from pathlib import Path

import pytest

from kiemtin.matching import parts, store
from kiemtin.matching.encoder import Encoder
from kiemtin.matching.errors import IndexUnusable
from kiemtin.matching.index import Index
from kiemtin.matching.segment import Segment
from kiemtin.matching.types import Entry
from tests.matching.samples import CLAIMS, BagEncoder

_ENCODERS: list[Encoder | None] = [BagEncoder(), None]
_FULL = Entry(
    "đủ",
    "Đường Pa Cheo cấm xe từ 2/10/2025",
    "Chỉ cấm xe tải.",
    "15",
    dt.date(2025, 10, 2),
    dt.date(2025, 10, 1),
    dt.date(2025, 11, 30),
)


def _index(encoder: Encoder | None) -> Index:
    index = Index(encoder)
    index.put([Entry(name, claim) for name, claim in CLAIMS.items()])
    index.put([_FULL], sequence=7)
    index.remove(["gas"])
    return index


def _generation(folder: Path) -> Path:
    return folder / (folder / "CURRENT").read_text(encoding="utf-8")


def _part(folder: Path) -> Path:
    return max(folder.glob("part-*"), key=lambda part: (part / "rows.npy").stat().st_size)


def _code(folder: Path, encoder: Encoder | None = None) -> str:
    with pytest.raises(IndexUnusable) as unusable:
        Index.load(folder, encoder)
    return unusable.value.code


@pytest.mark.parametrize("encoder", _ENCODERS)
def test_what_is_read_back_finds_the_same(tmp_path: Path, encoder: Encoder | None) -> None:
    index = _index(encoder)
    index.save(tmp_path)
    again = Index.load(tmp_path, encoder)
    assert again.sequence == 7
    assert again.entries() == index.entries()
    for text in ("đường pa cheo cấm xe", "tau tang gia ve", "chợ chuyển ngày"):
        assert again.search(text, 20) == index.search(text, 20)


def test_a_mapped_index_takes_changes(tmp_path: Path) -> None:
    index = _index(BagEncoder())
    index.save(tmp_path)
    again = Index.load(tmp_path, BagEncoder())
    for one in (index, again):
        one.remove(["cau"])
        one.put([Entry("moi", "Hồ Séo Mý Tỷ xả lũ đêm nay"), Entry("ve", "Vé tàu không tăng")])
    assert again.search("hồ xả lũ", 20) == index.search("hồ xả lũ", 20)
    again.save(tmp_path)
    assert Index.load(tmp_path, BagEncoder()).entries() == index.entries()


def test_an_empty_index_is_kept_too(tmp_path: Path) -> None:
    Index(BagEncoder()).save(tmp_path)
    assert len(Index.load(tmp_path, BagEncoder())) == 0


def test_saving_again_leaves_one_generation_and_no_part_twice(tmp_path: Path) -> None:
    index, folder = _index(None), tmp_path / "deep" / "index"
    index.save(folder)
    kept = set(folder.glob("part-*"))
    index.save(folder)
    assert len(list(folder.glob("generation-*"))) == 1
    assert set(folder.glob("part-*")) == kept


def test_an_index_saved_elsewhere_is_whole_there_too(tmp_path: Path) -> None:
    index = _index(BagEncoder())
    index.save(tmp_path / "here")
    index.save(tmp_path / "there")
    index.save(tmp_path / "here")
    for name in ("here", "there"):
        assert Index.load(tmp_path / name, BagEncoder()).entries() == index.entries()


def test_only_what_is_new_is_written_and_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = _index(BagEncoder())
    index.save(tmp_path)
    reader = Index.load(tmp_path, BagEncoder())
    largest = _part(tmp_path)
    index.put([Entry("moi", "Hồ Séo Mý Tỷ xả lũ đêm nay")], sequence=8)
    index.save(tmp_path)
    assert _part(tmp_path) == largest
    read, plain = [], parts.read

    def counted(path: Path, dim: int | None) -> tuple[Segment, list[Entry]]:
        read.append(path)
        return plain(path, dim)

    monkeypatch.setattr(parts, "read", counted)
    assert reader.refresh(tmp_path)
    assert len(read) == 1
    assert read[0] != largest
    assert (reader.sequence, reader.entries()) == (8, index.entries())


def test_who_refreshes_sees_what_was_saved_last_whatever_happened_before(tmp_path: Path) -> None:
    rng, names = random.Random(4), [*CLAIMS, *(f"n{at}" for at in range(30))]
    writer = _index(BagEncoder())
    writer.save(tmp_path)
    reader = Index.load(tmp_path, BagEncoder())
    assert not reader.refresh(tmp_path)
    for turn in range(60):
        for _ in range(rng.randint(1, 4)):
            name = rng.choice(names)
            if rng.random() < 0.4:
                writer.remove([name])
            else:
                writer.put([Entry(name, f"Đò ngang Kim Thành nghỉ {rng.randint(1, 9)} ngày")])
        if turn % 7 == 0:  # what a reader changes for itself is given up
            reader.remove([rng.choice(names)])
            reader.put([Entry(rng.choice(names), "Kho thóc Mường Vi cháy rụi")])
        writer.save(tmp_path)
        assert reader.refresh(tmp_path)
        assert reader.entries() == writer.entries()
        for text in ("đò ngang nghỉ 5 ngày", "tau tang gia ve"):
            assert reader.search(text, 40) == writer.search(text, 40)
    assert Index.load(tmp_path, BagEncoder()).entries() == writer.entries()


def test_a_generation_put_out_of_force_while_it_is_read_is_read_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = _index(None)
    index.save(tmp_path)
    plain = parts.read

    def overtaken(path: Path, dim: int | None) -> object:
        monkeypatch.setattr(parts, "read", plain)
        for at in range(9):
            index.put([Entry(f"n{at}", f"Chợ phiên dời sang ngày {at}")])
        index.save(tmp_path)
        return plain(path, dim)

    monkeypatch.setattr(parts, "read", overtaken)
    assert Index.load(tmp_path).entries() == index.entries()


def test_a_folder_that_cannot_be_used_leaves_a_reader_as_it_was(tmp_path: Path) -> None:
    index = _index(None)
    index.save(tmp_path)
    reader = Index.load(tmp_path)
    index.remove(["cau"])
    index.save(tmp_path)
    (_generation(tmp_path) / "manifest.json").unlink()
    with pytest.raises(IndexUnusable):
        reader.refresh(tmp_path)
    assert "cau" in reader
    assert reader.search("cầu bản vược", 1)[0].id == "cau"


def test_a_save_that_breaks_off_leaves_the_old_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = _index(None)
    index.save(tmp_path)

    def full_disk(path: Path, entries: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(parts, "_write_entries", full_disk)
    index.remove(["cau"])
    index.put([Entry("moi", "Hồ Séo Mý Tỷ xả lũ đêm nay")])
    with pytest.raises(OSError, match="No space"):
        index.save(tmp_path)
    assert "cau" in Index.load(tmp_path)


def test_a_missing_folder_is_named_absent(tmp_path: Path) -> None:
    assert _code(tmp_path / "nowhere") == "absent"


def test_an_index_of_another_format_or_encoder_is_not_used(tmp_path: Path) -> None:
    _index(BagEncoder()).save(tmp_path)
    assert _code(tmp_path) == "other_encoder"
    manifest = _generation(tmp_path) / "manifest.json"
    content = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps(content | {"format": 0}), encoding="utf-8")
    assert _code(tmp_path, BagEncoder()) == "other_version"


@pytest.mark.parametrize(
    "name",
    [
        "manifest.json",
        "entries.jsonl",
        "terms.npy",
        "rows.npy",
        "vector_codes.npy",
        "vector_scales.npy",
    ],
)
def test_a_file_that_is_cut_off_or_gone_is_noticed(tmp_path: Path, name: str) -> None:
    _index(BagEncoder()).save(tmp_path)
    path = (_generation(tmp_path) if name == "manifest.json" else _part(tmp_path)) / name
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert _code(tmp_path, BagEncoder()) == "broken"
    path.unlink()
    assert _code(tmp_path, BagEncoder()) == "broken"


def test_a_generation_that_is_gone_is_noticed(tmp_path: Path) -> None:
    _index(None).save(tmp_path)
    _generation(tmp_path).rename(tmp_path / "elsewhere")
    assert _code(tmp_path) == "broken"


def test_vectors_of_another_length_are_a_broken_index(tmp_path: Path) -> None:
    class Longer(BagEncoder):
        dim = 64

    _index(BagEncoder()).save(tmp_path)
    assert _code(tmp_path, Longer()) == "broken"


@pytest.mark.parametrize("pointer", [b"\xff\xfe", b"generation-gone", b""])
def test_a_pointer_that_leads_nowhere_is_a_broken_index(tmp_path: Path, pointer: bytes) -> None:
    (tmp_path / "CURRENT").write_bytes(pointer)
    with pytest.raises(IndexUnusable) as caught:
        store.load(tmp_path, "words-only")
    assert caught.value.code == "broken"
