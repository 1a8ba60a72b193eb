"""What a failed step had written to the disk is gone with it."""

import pytest
from django.core.files.base import ContentFile
from django.db.models.fields.files import FieldFile

from kiemtin.desk import files
from kiemtin.desk.errors import FlowError
from kiemtin.desk.models import Account, Evidence, Rumour
from kiemtin.desk.words import RumourState
from tests.desk.steps import prove


def written(name: str) -> FieldFile:
    """A file on the disk, of a row that is not stored."""
    file: FieldFile = Evidence().copy
    file.save(name, ContentFile(b"x"), save=False)
    return file


def write_and_fail(made: list[FieldFile], error: type[BaseException]) -> None:
    """A step that writes two files and then fails."""
    with files.all_or_none() as kept:
        for name in ("one.bin", "two.bin"):
            made.append(written(name))
            kept.append(made[-1])
        assert all(one.storage.exists(str(one.name)) for one in made)
        raise error


def test_files_stay_when_the_step_ends_well() -> None:
    with files.all_or_none() as kept:
        kept.append(written("one.bin"))
    assert kept[0].storage.exists(str(kept[0].name))


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_every_file_goes_when_the_step_fails(error: type[BaseException]) -> None:
    made: list[FieldFile] = []
    with pytest.raises(error):
        write_and_fail(made, error)
    assert len({one.name for one in made}) == 2
    assert not any(one.storage.exists(str(one.name)) for one in made)


def test_copy_of_refused_evidence_is_not_left_behind(author: Account, rumour: Rumour) -> None:
    kept = prove(author, rumour, copy=b"first copy").copy
    folder = str(kept.name).rpartition("/")[0]
    before = set(kept.storage.listdir(folder)[1])
    other = Rumour.objects.create(desk=rumour.desk, claim="Cầu sập", opened_at=rumour.opened_at)
    Rumour.objects.filter(pk=other.pk).update(state=RumourState.MERGED, merged_into=rumour)
    with pytest.raises(FlowError) as refused:
        prove(author, other, copy=b"second copy")
    assert refused.value.code == "rumour_closed"
    assert set(kept.storage.listdir(folder)[1]) == before
