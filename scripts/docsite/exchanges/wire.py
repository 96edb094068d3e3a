"""From a request as written to the bytes that a client sends."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges.elements import Request
from scripts.docsite.model import Location

HOST = "127.0.0.1:8000"
"""Where a reader's own server answers, `fastapi dev`: what absolute addresses then say."""

MULTIPART = "multipart/form-data"
_BOUNDARY = "field-guide-boundary"
_FIELD = re.compile(r"^(?P<name>[^=]+)=(?P<value>.*)$")
_FILE = re.compile(r"^@(?P<name>[^;]+)(?:;type=(?P<type>[^;]+))?(?:;content=(?P<content>.*))?$")


@dataclass(frozen=True, slots=True)
class Sent:
    """A request on the wire: its headers in lower case, in order, and its body."""

    method: str
    target: str
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes = b""


def encode(request: Request, path: str) -> Sent:
    """Return the bytes of a request of the page `path`.

    What every client adds is added: `host`, `accept`, the length of the body, its type where it
    is JSON, and the boundary of a multipart form. Raises `DocsError` with the line of a form
    field that can't be read.
    """
    body = request.body.encode()
    added = {"host": HOST, "accept": "*/*"}
    content_type = request.header("content-type")
    if content_type is None and is_json(request.body):
        added["content-type"] = "application/json"
    replaced: tuple[str, ...] = ()
    if content_type is not None and content_type.lower() == MULTIPART:
        body = _multipart(request, path)
        added["content-type"] = f"{MULTIPART}; boundary={_BOUNDARY}"
        replaced = ("content-type",)
    if body:
        added["content-length"] = str(len(body))
    written = [(h.name.lower(), h.value) for h in request.headers if h.name.lower() not in replaced]
    names = {name for name, _ in written}
    headers = [(name, value) for name, value in added.items() if name not in names] + written
    return Sent(
        request.method,
        request.target,
        tuple((name.encode(), value.encode()) for name, value in headers),
        body,
    )


def is_json(text: str) -> bool:
    """Return whether the text is one JSON value."""
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _multipart(request: Request, path: str) -> bytes:
    chunks = []
    for line, text in enumerate(request.body.split("\n"), request.body_line):
        field = _FIELD.match(text)
        file = _FILE.match(field["value"]) if field else None
        if field is None or (field["value"].startswith("@") and file is None):
            raise DocsError(
                f"this is no field of a form: {text!r}",
                at=Location(path, line),
                hint="write `name=value`, or `name=@file.txt;type=text/plain;content=text`",
            )
        head = f'Content-Disposition: form-data; name="{field["name"]}"'
        value = field["value"]
        if file is not None:
            head += f'; filename="{file["name"]}"'
            head += f"\r\nContent-Type: {file['type'] or 'application/octet-stream'}"
            value = (file["content"] or "").replace("\\n", "\n")
        chunks.append(f"--{_BOUNDARY}\r\n{head}\r\n\r\n{value}\r\n")
    chunks.append(f"--{_BOUNDARY}--\r\n")
    return "".join(chunks).encode()
