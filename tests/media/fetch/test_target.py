"""Which addresses may be asked at all, told from their letters alone."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.fetch import PORTS, FetchRefused
from kiemtin.media.fetch.limits import MAX_ADDRESS
from kiemtin.media.fetch.target import Target, follow, read

HERE = Target("https", "bao.example", 443, "/tin/1")


def refused(address: str) -> str:
    with pytest.raises(FetchRefused) as caught:
        read(address)
    assert not address.strip() or address not in caught.value.vi() + caught.value.en()
    return caught.value.code


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://bao.example", "https://bao.example/"),
        ("https://bao.example/\t", "https://bao.example/"),
        ("  https://bao.example/a b\n", "https://bao.example/a%20b"),
        ("HTTP://Bao.Example:80/A?b=c&d=%20#e", "http://bao.example/A?b=c&d=%20"),
        ("https://bao.example:8443/", "https://bao.example:8443/"),
        ("https://bao.example./", "https://bao.example/"),
        ("https://bao.example?q", "https://bao.example/?q"),
        ("https://đập.example/nước", "https://xn--p-kia458t.example/n%C6%B0%E1%BB%9Bc"),
        ("https://bao。example/", "https://bao.example/"),
        ("https://ban_tin.example/", "https://ban_tin.example/"),
        ("https://93.184.215.14/", "https://93.184.215.14/"),
        ("https://[2606:2800:21f::1]/", "https://[2606:2800:21f::1]/"),
        ("https://１.１.１.１/", "https://1.1.1.1/"),
        ("https://bao.example/{a}|`\"'<x>", "https://bao.example/%7Ba%7D%7C%60%22'%3Cx%3E"),
    ],
)
def test_an_address_is_read_as_a_browser_would(address: str, url: str) -> None:
    assert read(address).url == url
    assert read(url).url == url


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("", "scheme"),
        ("bao.example/tin", "scheme"),
        ("file:///etc/hostname", "scheme"),
        ("ftp://bao.example/", "scheme"),
        ("gopher://bao.example/", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("data:text/html,x", "scheme"),
        ("https:bao.example", "form"),
        ("https:///tin", "form"),
        ("https://bao.example\\@127.0.0.1/", "form"),
        ("https://bao.example/\r\nHost: x", "form"),
        ("https://bao .example/", "form"),
        ("https://bao..example/", "form"),
        ("https://bao.example%2f/", "form"),
        ("https://[fe80::1%25lo]/", "form"),
        ("https://[::1/", "form"),
        ("https://" + "a" * 64 + ".example/", "form"),
        ("https://bao.example/" + "a" * MAX_ADDRESS, "form"),
        ("https://ban@bao.example/", "credentials"),
        ("https://ban:mat@bao.example/", "credentials"),
        ("https://@bao.example/", "credentials"),
        ("https://bao.example:22/", "port"),
        ("https://bao.example:0/", "port"),
        ("https://bao.example:99999/", "port"),
        ("https://bao.example:x/", "port"),
        ("http://127.1/", "address"),
        ("http://0x7f000001/", "address"),
        ("http://0x7f.0.0.1/", "address"),
        ("http://2130706433/", "address"),
        ("http://0177.0.0.1/", "address"),
        ("http://127.0.0.01/", "address"),
        ("http://１２７.１/", "address"),
        ("http://bao.example.1/", "address"),
    ],
)
def test_an_address_of_another_kind_is_refused(address: str, code: str) -> None:
    assert refused(address) == code


def test_the_ports_are_those_of_web_sites() -> None:
    assert [read(f"http://bao.example:{port}/").port for port in PORTS] == list(PORTS)
    assert read("http://bao.example:8123/", any_port=True).port == 8123


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/2", "https://bao.example/2"),
        ("?a", "https://bao.example/tin/1?a"),
        ("//khac.example/x", "https://khac.example/x"),
        ("https://khac.example", "https://khac.example/"),
        ("/nước".encode().decode("latin-1"), "https://bao.example/n%C6%B0%E1%BB%9Bc"),
        ("/caf\xe9", "https://bao.example/caf%C3%A9"),
    ],
)
def test_a_redirect_is_read_from_where_it_stands(location: str, url: str) -> None:
    assert follow(HERE, location).url == url


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("http://bao.example/", "downgrade"),
        ("file:///etc/hostname", "scheme"),
        ("//ban@bao.example/", "credentials"),
        ("//bao.example:25/", "port"),
        ("//127.1/", "address"),
        ("//[::1/", "form"),
    ],
)
def test_a_redirect_is_judged_like_an_address(location: str, code: str) -> None:
    with pytest.raises(FetchRefused) as caught:
        follow(HERE, location)
    assert caught.value.code == code


def test_an_unprotected_page_may_lead_to_a_protected_one() -> None:
    assert follow(Target("http", "bao.example", 80, "/"), "https://bao.example/").port == 443


ANY = st.text(max_size=80) | st.from_regex(r"https?://[^/]{1,40}(/.{0,20})?", fullmatch=True)


@given(ANY)
def test_whatever_is_read_is_plain_and_reads_the_same_again(address: str) -> None:
    with contextlib.suppress(FetchRefused):
        found = read(address)
        assert found.url.isascii()
        assert not {" ", "\r", "\n", "\\"} & set(found.url)
        assert "@" not in found.authority
        assert read(found.url) == found


@given(ANY)
def test_no_redirect_does_harm(location: str) -> None:
    with contextlib.suppress(FetchRefused):
        assert follow(HERE, location).scheme == "https"
