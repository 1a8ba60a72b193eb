"""A page's style sheets are written in its order, with their imports, and fetch nothing."""

from kiemtin.media.readers.web.sheets import DEEP, MOST, Sheets
from kiemtin.media.readers.web.tree import tree_of

BASE = "https://bao.example/"


def sheets(**held: str) -> Sheets:
    """The sheets of a page; `held` are files by name."""

    def find(url: str) -> tuple[str, str] | None:
        name = url.removeprefix(BASE).removesuffix(".css")
        return (held[name], url) if name in held else None

    return Sheets(BASE, lambda url: f"data:{len(url)},", find)


def written(page: str, **held: str) -> list[str]:
    found = sheets(**held).of(tree_of(page.encode(), "text/html"))
    return [" ".join(one.split()) for one in found]


def test_sheets_stand_in_the_order_of_the_page() -> None:
    page = "<style>p{}</style><link rel=stylesheet href=a.css><style>q{}</style>"
    assert written(page, a="a{}") == ["p{}", "a{}", "q{}"]


def test_a_sheet_is_written_under_its_media() -> None:
    page = (
        "<style media=print>p{}</style><style media=ALL>q{}</style><style media='x{}'>a{}</style>"
    )
    assert written(page) == ["@media print { p{} }", "q{}", "a{}"]


def test_what_is_hidden_or_not_held_is_left_out() -> None:
    page = "<svg><style>p{}</style></svg><noscript><style>q{}</style></noscript>"
    assert (
        written(page + "<link rel=stylesheet href=b.css><link rel=icon href=a.css>", a="a{}") == []
    )


def test_imports_are_written_in_as_deep_as_is_allowed() -> None:
    held = {f"a{n}": f"@import 'a{n + 1}.css';p{n}{{}}" for n in range(DEEP + 3)}
    (found,) = written("<link rel=stylesheet href=a0.css>", **held)
    assert found.split() == [f"p{n}{{}}" for n in reversed(range(DEEP))]


def test_what_imports_itself_ends() -> None:
    assert written("<link rel=stylesheet href=a.css>", a="@import 'a.css';p{}") == ["p{}"]


def test_addresses_are_replaced_from_where_the_sheet_lies() -> None:
    assert sheets().css("p{background:url(x)}") == f'p{{background:url("data:{len(BASE) + 1},")}}'


def test_too_much_is_left_out() -> None:
    made = sheets()
    assert made.css("x" * MOST) != ""
    assert made.css("p{}") == ""
