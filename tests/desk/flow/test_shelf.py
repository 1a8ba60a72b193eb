"""What the worker kept is mapped by a process that starts; without it nothing is lost but time."""

import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from kiemtin.desk.flow import articles, encoding, passages, shelf
from kiemtin.desk.models import Article, Passage
from kiemtin.desk.moment import at, now
from tests.desk import library
from tests.desk.steps import NOON


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for no other thread."""
    monkeypatch.setattr(shelf, "PATIENCE", 0.0)


def _keep() -> None:
    keeper = shelf.Keeper()
    keeper.step()
    keeper.step()
    assert not keeper.step(), "what is kept is not written again"


def _words(found: list[shelf.Found]) -> set[str]:
    rows = passages.with_words(Passage.objects.filter(pk__in=[one.passage for one in found]))
    return {passages.words_of(one) for one in rows}


def test_a_process_that_starts_maps_what_was_kept_and_follows(noon: object, db: None) -> None:
    one = library.article()
    while passages.encode_some():
        pass
    _keep()
    asked = "đập thủy điện Nậm Mẫu"
    before = shelf.shelf().nearest(asked, NOON.date(), None, 5)
    shelf.forget()
    again = shelf.shelf()
    assert again.kept
    assert again.sequence == passages.newest() > 0
    assert again.nearest(asked, NOON.date(), None, 5) == before
    articles.take(one.source, [library.item("2", text="Cầu treo Bản Vược mở lại từ sáng nay.")])
    assert "Cầu treo Bản Vược mở lại từ sáng nay." in _words(again.follow().wide("cầu treo", 5))


@pytest.mark.parametrize("lost", ["all", "the pointer", "the arrays"])
def test_a_lost_folder_costs_time_only(noon: object, db: None, lost: str) -> None:
    library.article()
    _keep()
    _lose(lost)
    shelf.forget()
    again = shelf.shelf()
    assert not again.kept
    assert _words(again.follow().wide("mực nước", 5))
    _keep()
    shelf.forget()
    assert shelf.shelf().kept


def _lose(lost: str) -> None:
    if lost == "all":
        shutil.rmtree(shelf.folder())
    elif lost == "the pointer":
        (shelf.folder() / "words/CURRENT").write_text("nowhere")
    else:
        for one in shelf.folder().rglob("rows.npy"):
            one.write_bytes(b"")


def test_a_folder_of_another_database_is_not_believed(noon: object, db: None) -> None:
    one = library.article()
    _keep()
    one.texts.update(text="Một bài khác hẳn, cùng số với bài trước trong cơ sở dữ liệu khác.")
    shelf.forget()
    assert not shelf.shelf().kept
    _keep()
    shelf.forget()
    assert shelf.shelf().kept


def test_a_database_put_back_to_before_is_read_anew(noon: object, db: None) -> None:
    library.article()
    library.article(library.source("Trạm"), text="Nước sông đang rút chậm ở phía hạ lưu.")
    held = shelf.shelf().follow()
    Passage.objects.order_by("-sequence")[:1].get().delete()
    assert _words(held.follow().wide("nước sông rút", 5)) == {library.DAM}


def test_nothing_erased_stays_in_the_folder(noon: object, db: None) -> None:
    library.article()
    with at(NOON + timedelta(days=400)):
        library.article(library.source("Trạm"), text="Nước sông đang rút chậm ở phía hạ lưu.")
    _keep()
    assert library.DAM in _written(shelf.folder())
    with at(NOON + articles.KEPT + timedelta(days=1)):
        assert articles.erase_old() == 1
        _keep()
    assert Article.objects.count() == 1
    assert library.DAM not in _written(shelf.folder())
    assert "Nước sông" in _written(shelf.folder())


def _written(folder: Path) -> str:
    return "".join(one.read_text() for one in folder.rglob("entries.jsonl"))


def test_numbers_of_what_was_erased_are_not_given_again(noon: object, db: None) -> None:
    library.article()
    with at(NOON + timedelta(days=400)):
        library.article(library.source("Trạm"), text="Nước sông đang rút chậm ở phía hạ lưu.")
    held = shelf.shelf().follow()
    with at(NOON + articles.KEPT + timedelta(days=1)):
        old = Article.objects.filter(came_at__lt=now() - articles.KEPT)
        passages.withdraw(old)
        held.follow()
        old.delete()
        assert passages.newest() == held.sequence
        library.article(library.source("Đài"), text="Loa xã báo trường mở cửa lại sáng mai.")
        assert _words(held.follow().wide("loa xã báo trường", 1))


def test_a_search_goes_on_while_another_thread_takes_articles_in(noon: object, db: None) -> None:
    library.article()
    held = shelf.shelf()
    with held._taking:
        assert held.filling
        seen: list[int] = []
        other = threading.Thread(target=lambda: seen.append(len(held.wide("mực nước", 5))))
        other.start()
        other.join()
        assert held.follow().sequence == 0
    assert seen == [0]
    assert not held.filling
    assert held.follow().sequence > 0


def test_an_empty_library_keeps_nothing(noon: object, db: None) -> None:
    assert not shelf.Keeper().step()
    assert not shelf.folder().exists()


def test_one_claim_is_encoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert encoding.asked("Đập vỡ") is encoding.asked("Đập vỡ")


def test_nothing_erased_stays_in_memory(noon: object, db: None) -> None:
    library.article()
    with at(NOON + timedelta(days=400)):
        library.article(library.source("Trạm"), text="Nước sông đang rút chậm ở phía hạ lưu.")
    held = shelf.shelf().follow()
    assert len(held.index) == 2
    with at(NOON + articles.KEPT + timedelta(days=1)):
        assert articles.erase_old() == 1
    held.follow()
    told = [held.index.passage(one) for one in held.index.all_keys()]
    assert [one.text for one in told if one] == ["Nước sông đang rút chậm ở phía hạ lưu."]
