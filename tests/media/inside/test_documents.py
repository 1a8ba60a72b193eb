"""What documents say comes out with their oddities; what does harm is refused with one sentence."""

import zlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiemtin.media.inside import CopyRefused, Inside, ReaderRefused, look
from kiemtin.refusal import Refusal
from tests.media.inside.papers import CORE, RELATIONS, W, docx, packed, parts, pdf


def codes(inside: Inside) -> set[str]:
    """The codes of its warnings, each of which speaks both languages."""
    assert all(one.vi() != one.en() for one in inside.warnings)
    return {one.code for one in inside.warnings}


def facts(inside: Inside) -> dict[str, str]:
    return {one.code: one.value for one in inside.facts}


def refusal(data: bytes, name: str = "a") -> str:
    with pytest.raises(Refusal) as caught:
        look(data, name)
    assert isinstance(caught.value, CopyRefused | ReaderRefused)
    return caught.value.code


def test_a_pdf_says_its_pages_words_and_facts() -> None:
    inside = look(pdf("Muc nuoc 12 m", "Trang hai", info=True), "a.pdf")
    assert (inside.kind, inside.pages) == ("pdf", 2)
    assert inside.text == "Muc nuoc 12 m\n\nTrang hai"
    assert facts(inside)["title"] == "Thông báo"
    assert facts(inside)["created"] == "2026-11-02 08:30:00 +07:00"


def test_every_fact_has_a_name_and_says_what_it_does_not_prove() -> None:
    inside = look(docx(core=CORE), "a.docx")
    created = next(one for one in inside.facts if one.code == "created")
    assert created.label.vi == "Ngày tạo tệp"
    assert created.limit is not None
    assert "bất kỳ ngày nào" in created.limit.vi
    assert {one.code for one in inside.facts if one.personal} == {"author"}


def test_a_pdf_with_a_password_is_refused_and_one_with_an_empty_one_is_read() -> None:
    assert refusal(pdf("Kin", password="mật khẩu")) == "password"
    inside = look(pdf("Mo", password=""), "a.pdf")
    assert inside.text == "Mo"
    assert "encrypted" in codes(inside)


def test_scripts_and_missing_words_are_noticed() -> None:
    assert "scripts" in codes(look(pdf("A", script="app.alert(1)"), "a.pdf"))
    assert "no_text" in codes(look(pdf(""), "a.pdf"))
    assert "no_text" not in codes(look(pdf("A"), "a.pdf"))


def raw_pdf(*objects: bytes) -> bytes:
    """A PDF of objects 1, 2, … without a table of places: readers rebuild it."""
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (at, one) for at, one in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n"


CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
PAGE = b"<</Type/Page/MediaBox[0 0 9 9]>>"


def test_a_page_tree_in_a_circle_ends() -> None:
    circle = raw_pdf(CATALOG, b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>", PAGE)
    assert look(circle, "a.pdf").pages == 1


def test_a_hundred_thousand_pages_are_cut_and_said() -> None:
    kids = b"3 0 R " * 100_000
    inside = look(raw_pdf(CATALOG, b"<</Type/Pages/Kids[%s]/Count 100000>>" % kids, PAGE), "a.pdf")
    assert inside.pages == 100_000
    assert "pages_cut" in codes(inside)


def test_a_stream_that_unpacks_to_much_more_is_one_unread_page() -> None:
    bomb = zlib.compress(zlib.compress(bytes(100_000_000), 9), 9)
    stream = b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>stream\n%s\nendstream"
    page = b"<</Type/Page/MediaBox[0 0 9 9]/Resources<</Font<<>>>>/Contents 4 0 R>>"
    tree = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    inside = look(raw_pdf(CATALOG, tree, page, stream % (len(bomb), bomb)), "a.pdf")
    assert "page_unread" in codes(inside)


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-" + bytes(2000), raw_pdf(CATALOG)])
def test_a_pdf_without_pages_is_broken(data: bytes) -> None:
    assert refusal(data) == "broken"


def run(text: str, hidden: bool = False) -> str:
    vanish = "<w:rPr><w:vanish/></w:rPr>" if hidden else ""
    return f"<w:r>{vanish}<w:t>{text}</w:t></w:r>"


def test_a_document_says_what_was_deleted_inserted_and_hidden() -> None:
    deleted = "<w:del><w:r><w:delText>không</w:delText></w:r></w:del>"
    body = f"<w:p>{run('Đập ')}{deleted}<w:ins>{run(' đã')}</w:ins>{run(' vỡ')}</w:p>"
    inside = look(docx(body + f"<w:p>{run('mật', hidden=True)}</w:p>"), "a.docx")
    assert inside.text == "Đập [đã xóa: không][đã thêm:  đã] vỡ\n[chữ ẩn: mật]"
    assert codes(inside) == {"tracked", "hidden_text"}


def test_tables_headers_and_footnotes_are_read_and_twofold_drawings_once() -> None:
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell.format(run('Trạm'))}{cell.format(run('12 m'))}</w:tr></w:tbl>"
    choice = f'<a:AlternateContent xmlns:a="m"><a:Choice>{run("Hộp")}</a:Choice><a:Fallback>'
    twofold = f"<w:p>{choice}{run('Hộp')}</a:Fallback></a:AlternateContent></w:p>"
    made = parts(table + twofold)
    made["word/footnotes.xml"] = f"<w:footnotes {W}><w:p>{run('Chú thích')}</w:p></w:footnotes>"
    made["word/header1.xml"] = f"<w:hdr {W}><w:p>{run('Đầu trang')}</w:p></w:hdr>"
    inside = look(packed(made), "a.docx")
    assert inside.text == "Trạm | 12 m\nHộp\nĐầu trang\nChú thích"


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("attachedTemplate", {"outside_template"}),
        ("image", {"outside_links"}),
        ("hyperlink", set()),
    ],
)
def test_what_a_document_would_load_is_said(kind: str, code: set[str]) -> None:
    relations = RELATIONS.format(kind=kind, target="https://mau.example/a.dotm")
    assert codes(look(docx(relations=relations), "a.docx")) == code


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("word/document.xml", f'<!DOCTYPE a [<!ENTITY b "c">]><w:document {W}/>', "broken"),
        ("word/document.xml", '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a>&x;</a>', "broken"),
        ("word/document.xml", "<w:document>", "broken"),
        ("word/document.xml", "<a>" * 300 + "</a>" * 300, "broken"),
    ],
)
def test_entities_and_broken_parts_are_refused(name: str, text: str, code: str) -> None:
    assert refusal(packed(parts() | {name: text}), "a.docx") == code


def test_text_is_read_in_the_encodings_of_the_country() -> None:
    said = "Nước lũ đã rút"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert look(said.encode(encoding), "a.txt").text == said
    assert look("<p>Lũ &amp; mưa</p>".encode(), "a.html").text == "<p>Lũ &amp; mưa</p>"


def test_letters_that_turn_what_follows_are_left_out() -> None:
    assert look("a\u202eb\u2066c".encode(), "a.txt").text == "abc"


DOCX, PDF = docx(core=CORE), pdf("Mot trang", info=True)


def look_or_refuse(data: bytes) -> str:
    try:
        return type(look(data, "a")).__name__
    except CopyRefused as refused:
        return type(refused).__name__
    except ReaderRefused as refused:
        return type(refused).__name__


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from([DOCX, PDF]), st.data())
def test_a_damaged_document_is_an_inside_or_a_refusal(whole: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(whole)))
    at = data.draw(st.integers(0, max(0, cut - 1)))
    piece = data.draw(st.binary(max_size=8))
    look_or_refuse(whole[:at] + piece + whole[at + len(piece) : cut])


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xff\xd8\xff", b"GIF89a"]), st.binary()
)
def test_any_bytes_are_an_inside_or_a_refusal(start: bytes, rest: bytes) -> None:
    look_or_refuse(start + rest)
