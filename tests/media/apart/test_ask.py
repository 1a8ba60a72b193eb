"""One answer is read from one connection: whole, or refused by one word."""

import gzip
import socket
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiemtin.media.apart.ask import HEAD, MAX_HEADER, SLACK, Asked, answer
from kiemtin.media.apart.refused import CODES, Refused
from kiemtin.media.apart.wire import Wire

MOST = 5000
OK = b"HTTP/1.1 200 OK\r\n"


def asked() -> Asked:
    request = "GET / HTTP/1.1\r\nHost: bao.example\r\n\r\n"
    wanted = ("etag", "location")
    return Asked(0, "", "", request, MOST, 100, wanted, (302,), 2**29, 10, 30.0)


def read(said: bytes) -> tuple[dict[str, object], bytes]:
    """What is handed on when a server says this."""
    ours, theirs = socket.socketpair()

    def speak() -> None:
        with theirs:
            theirs.recv(4096)
            try:
                theirs.sendall(said)
            except OSError:
                return

    server = Thread(target=speak)
    server.start()
    try:
        with ours:
            return answer(asked(), Wire(ours, HEAD))
    finally:
        server.join()


def refusal(said: bytes) -> str:
    with pytest.raises(Refused) as caught:
        read(said)
    return caught.value.code


def test_status_wanted_headers_and_body_are_handed_on() -> None:
    head, body = read(OK + b'ETag: "1"\r\nSet-Cookie: a\r\nContent-Length: 3\r\n\r\nabcdef')
    assert (head, body) == ({"status": 200, "headers": {"etag": '"1"'}}, b"abc")


def test_a_body_in_chunks_is_put_together() -> None:
    chunks = b"Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    assert read(OK + chunks)[1] == b"abcde"


def test_of_a_redirect_only_the_head_is_read() -> None:
    head, body = read(b"HTTP/1.1 302 Found\r\nLocation: /2\r\nContent-Length: 9\r\n\r\nx")
    assert (head["headers"], body) == ({"location": "/2"}, b"")


def test_a_header_is_cut_and_holds_no_control_characters() -> None:
    head, _body = read(OK + b"ETag: a\x00\x1b[31m" + b"b" * 9000 + b"\r\n\r\n")
    headers = head["headers"]
    assert isinstance(headers, dict)
    assert (headers["etag"][:6], len(headers["etag"])) == ("a[31mb", MAX_HEADER)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (b"", "no_answer"),
        (b"\r\n", "damaged"),
        (b"HTTP/0.9\r\n\r\n", "damaged"),
        (b"220 mail.example ESMTP\r\n", "damaged"),
        (b"HTTP/1.1 100 Continue\r\n\r\n" * 20_000, "damaged"),
        (OK + b"X: " + b"a" * 70_000, "damaged"),
        (OK + b"X: a\r\n" * 101 + b"\r\n", "damaged"),
        (OK + b"Content-Length: 9\r\n\r\nabc", "damaged"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n-1\r\nabc", "damaged"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nxyz\r\nabc", "damaged"),
        (OK + b"\r\n" + b"x" * (MOST + 1), "too_big"),
        (OK + b"Content-Length: 9999999999999999999\r\n\r\n" + b"x" * (MOST + 1), "too_big"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n" + b"1;" + b"x" * 60_000, "damaged"),
        (OK + b"Content-Encoding: br\r\nContent-Encoding: gzip\r\n\r\nx", "packing"),
        (
            OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(bytes(3 * SLACK), mtime=0),
            "too_big",
        ),
    ],
)
def test_what_is_not_whole_is_refused_by_one_word(said: bytes, code: str) -> None:
    assert refusal(said) == code


@given(st.binary(max_size=300), st.sampled_from([b"", OK, OK + b"\r\n", OK + b"Content-Length:"]))
def test_no_answer_does_harm(said: bytes, begin: bytes) -> None:
    try:
        head, body = read(begin + said)
    except Refused as refused:
        code = refused.code
    else:
        code = "" if isinstance(head["status"], int) and len(body) <= MOST else "wrong"
    assert code in {"", *CODES}
