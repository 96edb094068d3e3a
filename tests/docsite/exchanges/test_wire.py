"""What a client sends for a request as written."""

from __future__ import annotations

from scripts.docsite.exchanges import http_text, wire
from scripts.docsite.exchanges.wire import Sent
from tests.docsite.exchanges.support import PATH


def sent(text: str) -> Sent:
    """Return what is sent for the one request of a block."""
    (turn,) = http_text.parse(f"{text}\n\n200\n", PATH, 2)
    return wire.encode(turn.request, PATH)


def test_a_request_has_what_every_client_sends() -> None:
    """Host and accept come by themselves, nothing else."""
    assert sent("GET /huts?x=1") == Sent(
        "GET", "/huts?x=1", ((b"host", b"127.0.0.1:8000"), (b"accept", b"*/*"))
    )


def test_written_headers_win() -> None:
    """A header that is written replaces the one that is added; its name is sent in lower case."""
    headers = sent("GET /huts\nHost: guide.example\nX-Twice: 1\nX-Twice: 2").headers
    assert headers == (
        (b"accept", b"*/*"),
        (b"host", b"guide.example"),
        (b"x-twice", b"1"),
        (b"x-twice", b"2"),
    )


def test_a_json_body_gets_its_type() -> None:
    """A body that is JSON is sent as such, unless its type is written."""
    assert dict(sent('POST /a\n\n{"a": "ü"}').headers)[b"content-type"] == b"application/json"
    assert dict(sent('POST /a\n\n{"a": "ü"}').headers)[b"content-length"] == b"11"
    written = sent("POST /a\nContent-Type: text/plain\n\n{}")
    assert dict(written.headers)[b"content-type"] == b"text/plain"
    assert b"content-type" not in dict(sent("POST /a\n\nhello there").headers)


def test_a_form_is_sent_as_written() -> None:
    """The fields of an urlencoded form are the body."""
    form = sent("POST /a\nContent-Type: application/x-www-form-urlencoded\n\na=b&c=d")
    assert form.body == b"a=b&c=d"


def test_a_multipart_form_is_put_together() -> None:
    """Each line is a part: a field, or a file with its name, type and content."""
    form = sent(
        "POST /a\nContent-Type: multipart/form-data\n\n"
        "title=Rye = loaf\nphoto=@rye.txt;type=text/plain;content=a;b\\nc\nempty=@e.bin"
    )
    kind = dict(form.headers)[b"content-type"].decode()
    boundary = kind.removeprefix("multipart/form-data; boundary=")
    assert form.body.decode().split(f"--{boundary}") == [
        "",
        '\r\nContent-Disposition: form-data; name="title"\r\n\r\nRye = loaf\r\n',
        '\r\nContent-Disposition: form-data; name="photo"; filename="rye.txt"\r\n'
        "Content-Type: text/plain\r\n\r\na;b\nc\r\n",
        '\r\nContent-Disposition: form-data; name="empty"; filename="e.bin"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n\r\n",
        "--\r\n",
    ]
    assert dict(form.headers)[b"content-length"] == str(len(form.body)).encode()
