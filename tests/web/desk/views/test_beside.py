"""Beside a rumour stand passages and fact-checks of others: to read, to cite, to lay aside."""

from kiemtin.desk.flow import foreign
from kiemtin.desk.models import Account, ForeignCheck, LeftAside, Passage, Rumour
from kiemtin.desk.words import Role
from tests.desk import library
from tests.desk.conftest import Maker
from tests.web.desk.conftest import Arrives, Browser

PART = {"HX-Request": "true"}


def check(claim: str = "Đập thủy điện Nậm Mẫu bị vỡ tối 9/9/2024") -> ForeignCheck:
    source = library.source("Nhóm", kind="fact-check", shape="claimreview")
    foreign.take(source, [library.check(claim=claim)])
    return ForeignCheck.objects.get()


def test_passages_stand_beside_the_rumour_with_their_source(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client = browser(author)
    library.article(library.source(trust="Tin địa phương"))
    whole = client.get(f"/desk/tin-don/{rumour.pk}/nguon/").content.decode()
    part = client.get(f"/desk/tin-don/{rumour.pk}/nguon/", headers=PART).content.decode()
    assert whole.startswith("<!doctype html>")
    assert "<html" not in part
    for page in (whole, part):
        assert "Tin địa phương" in page
        assert "vận hành bình thường" in page
        assert f"?doan={Passage.objects.get().pk}#h-evidence" in page
    rumour_page = client.get(f"/desk/tin-don/{rumour.pk}/").content.decode()
    assert f'hx-get="/desk/tin-don/{rumour.pk}/nguon/"' in rumour_page
    assert "vận hành bình thường" not in rumour_page, "the page waits for no search"


def test_a_foreign_check_is_shown_with_its_rating_and_cited(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client, told = browser(author), check()
    page = client.get(f"/desk/tin-don/{rumour.pk}/nguon/").content.decode()
    assert "“Sai”" in page
    assert "Nhóm kiểm chứng thí dụ" in page
    form = client.get(f"/desk/tin-don/{rumour.pk}/?kiem-chung={told.pk}").content.decode()
    assert 'value="Nhóm kiểm chứng thí dụ"' in form
    chosen = form.split('name="kind"')[1].split("</select>")[0]
    assert '<option value="secondary" selected' in chosen


def test_what_has_nothing_to_do_with_it_is_laid_aside_and_taken_back(
    browser: Browser, author: Account, rumour: Rumour
) -> None:
    client, one, told = browser(author), library.article(), check()
    base = f"/desk/tin-don/{rumour.pk}/nguon/"
    for name, thing in (("article", one), ("check", told)):
        client.post(f"{base}khong-lien-quan/", {name: thing.pk})
    assert LeftAside.objects.count() == 2
    page = client.get(base).content.decode()
    assert "?doan=" not in page
    assert "?kiem-chung=" not in page
    client.post(f"{base}tra-lai/?article={one.pk}")
    client.post(f"{base}tra-lai/", {"check": told.pk})
    assert not LeftAside.objects.exists()
    assert "?doan=" in client.get(base).content.decode()
    assert client.post(f"{base}khong-lien-quan/", {"article": "x"}).status_code == 404


def test_foreign_checks_stand_beside_a_message(
    browser: Browser, author: Account, rumour: Rumour, arrives: Arrives
) -> None:
    check("Uống nước muối loãng mỗi sáng chữa khỏi bệnh cúm")
    message = arrives("Uống nước muối loãng mỗi sáng chữa khỏi bệnh cúm phải không?")
    client = browser(author)
    page = client.get(f"/desk/tin-den/{message.pk}/noi-khac/", headers=PART).content.decode()
    assert "Nhóm kiểm chứng thí dụ" in page
    assert "Dẫn làm bằng chứng" not in page
    assert "<!doctype" in client.get(f"/desk/tin-den/{message.pk}/noi-khac/").content.decode()


def test_only_who_works_on_the_rumour_sees_it(
    browser: Browser, person: Maker, stranger: Account, rumour: Rumour
) -> None:
    base = f"/desk/tin-don/{rumour.pk}/nguon/"
    translator = person("translator", rumour.desk, Role.TRANSLATOR)
    for who, status in ((translator, 403), (stranger, 404)):
        assert browser(who).get(base).status_code == status
        assert browser(who).post(f"{base}khong-lien-quan/", {"article": 1}).status_code == status
