"""Every page, on a phone and at a desk, by day and by night: nothing for axe to object to, nothing
cut off, nothing asked of another host.

How a page looks is judged on SQLite; on PostgreSQL every page opens, and complains of nothing.
"""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.e2e import steps
from tests.e2e.conftest import Visit
from tests.e2e.site import Site
from tests.e2e.visitor import DESK, PHONE, Visitor

pytestmark = pytest.mark.browser
AXE = Axe().axe_script
RUN = """async (rules) => {
  const only = rules ? {runOnly: {type: "rule", values: rules}} : {};
  const found = await axe.run({resultTypes: ["violations"], ...only});
  const told = (one) => one.id + ": " + one.nodes.map((node) => node.target).join(", ");
  return found.violations.map(told);
}"""
# At night only colours differ.
LOOKS = (("light", None), ("dark", ["color-contrast"]))
HEIGHTS = {DESK: 800, PHONE: 740}
JUDGED = "DATABASE_URL" not in os.environ


def public(told: dict[str, Any]) -> Iterator[str]:
    """Every public page."""
    yield from ("/", "/hoi/", "/bien-nhan/", "/kiem-tra/", "/kiem-chung/", "/kiem-chung/?q=dap")
    yield from ("/dang-kiem-tra/", "/dinh-chinh/", "/cach-lam-viec/", "/vao/login/")
    yield from ("/vao/password/reset/", "/desk/dien-tap/", "/ma/")
    yield from ("/minh-bach/", "/minh-bach/?ky=2024-09", "/dang-ky/")
    yield f"/kiem-chung/{told['slug']}/"
    yield f"/kiem-chung/{told['slug']}/ban/1/"
    yield f"/kiem-chung/{told['slug']}/phan-hoi/"
    yield f"/danh-gia/{told['slug']}/"
    yield f"/danh-gia/{told['slug']}/da-ghi/"
    yield from ("/phan-hoi/", f"/phan-hoi/{told['objection']}/")
    yield from (f"/bien-nhan/{told[which]['receipt']}/" for which in ("callback", "divided"))


def desk(told: dict[str, Any]) -> Iterator[str]:
    """Every page of the desk for who works there."""
    yield from ("tin-den/", "tin-den/?trang-thai=set_aside", "bang/", "bang/?muc=red", "duyet/")
    yield from ("da-cong-bo/", "da-cong-bo/?q=khong+co+gi", "goi-lai/", "nhap/")
    yield from ("phan-hoi/", "phan-hoi/?xem=corrected", "phan-hoi/?xem=refused")
    yield from (
        "chuyen-tin/",
        "gio-giac/",
        "ban-dich/",
        "ghi-am/",
        f"ban-dich/{told['fact_check']}/",
    )
    yield from ("nhap-tep/", "nguoi/", "noi/", "noi/?q=bat+xat", "tro-giup/", "mau/")
    yield f"tin-den/{told['waiting'][2]}/"
    yield f"tin-den/{told['picture']}/"
    yield from (f"tin-den/{told['divided'][which]}/" for which in ("message", "part"))
    yield from (f"tin-don/{pk}/" for pk in (told["open"][0], told["review"]["rumour"]))
    yield f"tin-don/{told['review']['rumour']}/ban-thao/"
    yield f"da-cong-bo/{told['fact_check']}/"
    yield f"goi-lai/?xem={told['callback']['message']}"
    yield from evidence(told["evidence"])


def evidence(told: dict[str, int]) -> Iterator[str]:
    """What is kept and read: archived pages, files looked into, sources, lists of steps."""
    yield from (f"chup/{told['capture']}/", f"bang-chung/{told['piece']}/", "xem-loi/")
    yield from (f"tin-den/{told['pictured']}/", f"tin-den/{told['pictured']}/anh/")
    yield from (f"tin-don/{told['rumour']}/", f"tin-don/{told['rumour']}/buoc/")
    yield from ("nguon/", "nguon/tim/?q=nut", f"nguon/bai/{told['article']}/")


def signing(told: dict[str, Any]) -> Iterator[str]:
    """Pages that look different to who signs."""
    yield from ("/desk/duyet/", f"/desk/duyet/{told['review']['draft']}/")
    yield from (f"/desk/tin-don/{pk}/" for pk in told["open"])
    yield from ("/vao/2fa/", "/vao/password/change/")


REVIEWING = (
    *("/desk/so-viec/", "/desk/so-viec/?area=sign_in&day=x", "/desk/so-viec/kiem-tra/"),
    *("/desk/phan-hoi/", "/desk/phan-hoi/?xem=refused", "/desk/tuyen-truyen-vien/"),
)


def faults(page: Page) -> list[str]:
    """What is wrong with the page as it stands, at both widths and in both themes."""
    if not JUDGED:
        return []
    found = []
    page.evaluate(AXE)
    for width, height in HEIGHTS.items():
        page.set_viewport_size({"width": width, "height": height})
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{width}: wider than the screen")
        for scheme, rules in LOOKS:
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{width} {scheme} {one}" for one in page.evaluate(RUN, rules)]
    return [f"{steps.path_of(page)} {one}" for one in found]


def looks_at(visitor: Visitor, paths: Iterator[str]) -> list[str]:
    """The faults of all pages; each must open."""
    found: list[str] = []
    for path in paths:
        response = visitor.page.goto(visitor.address + path)
        assert response is not None
        assert response.status == 200, f"{path}: {response.status}"
        found += faults(visitor.page)
    return found


def test_public_pages(visit: Visit, site: Site) -> None:
    assert looks_at(visit(), public(site.told)) == []


def test_an_answer_at_once_and_none(visit: Visit, site: Site) -> None:
    reader = visit()
    found = []
    for text in (site.told["fact"], "Hôm nay trời đẹp quá"):
        page = reader.go("/")
        page.get_by_label("Bạn nghe được điều gì?").fill(text)
        page.get_by_role("button", name="Xem đúng hay sai").click()
        found += faults(page)
    assert found == []


def test_forms_sent_empty(visit: Visit, site: Site) -> None:
    reader = visit(allowed=(422,))
    found = []
    for path in ("/hoi/", f"/kiem-chung/{site.told['slug']}/phan-hoi/"):
        page = reader.go(path)
        page.locator("main form button:not([type=button])").last.click()
        page.get_by_role("alert").wait_for()
        found += faults(page)
    assert found == []


def test_a_page_that_is_not_there(visit: Visit) -> None:
    lost = visit(allowed=(404,))
    assert faults(lost.go("/khong-co/")) == []


def test_pages_of_the_desk(visit: Visit, site: Site) -> None:
    checker = visit()
    steps.walk_in(checker, "checker")
    assert looks_at(checker, (f"/desk/{path}" for path in desk(site.told))) == []


def test_pages_for_who_signs(visit: Visit, site: Site) -> None:
    speaker = visit()
    steps.walk_in(speaker, "spokesperson")
    assert looks_at(speaker, signing(site.told)) == []


def test_pages_for_who_reviews(visit: Visit) -> None:
    reviewer = visit()
    steps.walk_in(reviewer, "reviewer")
    assert looks_at(reviewer, iter(REVIEWING)) == []


ADMINISTERING = (
    *("/desk/nguoi/", "/desk/nhap-tep/", "/desk/"),
    *("/desk/kenh/", "/desk/nguoi-dang-ky/", "/desk/nguon/"),
)


def test_pages_of_the_administrator(visit: Visit) -> None:
    administrator = visit()
    steps.walk_in(administrator, "administrator")
    assert looks_at(administrator, iter(ADMINISTERING)) == []
