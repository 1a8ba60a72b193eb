"""A page of PDF."""

from kiemtin.bulletin.paper import HEAVY, INK
from kiemtin.bulletin.pdf import Page


def made(title: str = "Đập không vỡ & <vẫn chạy>") -> bytes:
    page = Page(100, 100, title=title, author="Bàn", language="vi-VN")
    page.line("Đập", (10, 20), HEAVY, 8, INK)
    return page.to_bytes()


def test_the_same_page_gives_the_same_bytes_and_another_others() -> None:
    assert made() == made()
    assert made() != made("Đập vỡ")


def test_it_names_language_profile_and_title() -> None:
    data = made()
    assert b"/Lang (vi-VN)" in data
    assert b"GTS_PDFA1" in data
    assert '<rdf:li xml:lang="x-default">Đập không vỡ &amp; &lt;vẫn chạy&gt;'.encode() in data


def test_no_font_is_left_to_the_reader() -> None:
    assert b"Helvetica" not in made()
