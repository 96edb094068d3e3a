"""The notation of exchanges: the text of an `http` block becomes requests and responses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges.elements import (
    Close,
    Conversation,
    Exchange,
    Header,
    Message,
    Request,
    Response,
    Turn,
)
from scripts.docsite.model import Location

WEBSOCKET = "WS"
_REQUEST = re.compile(r"^(?P<method>[A-Z]+) (?P<target>/\S*)$")
_HEADER = re.compile(r"^(?P<name>[A-Za-z0-9!#$%&'*+.^_`|~-]+):[ \t]*(?P<value>.*)$")
_ONE_WORD = re.compile(  # the standard headers without a hyphen; `Alpenrose: open` is a body's text
    r"accept|age|allow|authorization|connection|cookie|date|dnt|etag|expect|expires|forwarded|from"
    r"|host|link|location|origin|pragma|prefer|range|referer|refresh|server|te|trailer|upgrade"
    r"|vary|via|warning",
    re.IGNORECASE,
)
_STATUS = re.compile(r"^[1-5][0-9]{2}$")
_CLOSE = re.compile(r"^close (?P<code>[1-4][0-9]{3})(?: (?P<reason>.+))?$")


@dataclass
class _Lines:
    """The lines of a block and how far they are read."""

    path: str
    first: int
    texts: list[str]
    index: int = 0

    @property
    def line(self) -> int:
        return self.first + self.index

    @property
    def at_end(self) -> bool:
        return self.index >= len(self.texts)

    @property
    def text(self) -> str:
        return self.texts[self.index]

    def skip_blank(self) -> None:
        while not self.at_end and not self.text.strip():
            self.index += 1

    def error(self, message: str, hint: str, line: int | None = None) -> DocsError:
        return DocsError(message, at=Location(self.path, line or self.line), hint=hint)


def parse(text: str, path: str, first_line: int) -> tuple[Turn, ...]:
    """Return the exchanges and conversations in the text of an `http` block.

    `first_line` is the page line of the text's first line. Raises `DocsError` with the very line
    that can't be read.
    """
    lines = _Lines(path, first_line, [line.rstrip() for line in text.splitlines()])
    found: list[Turn] = []
    lines.skip_blank()
    while not lines.at_end:
        request = _request_line(lines)
        if request.method == WEBSOCKET:
            found.append(_conversation(lines, request))
        else:
            found.append(_exchange(lines, request))
        lines.skip_blank()
    if not found:
        raise DocsError(
            "the http block is empty",
            at=Location(path, first_line - 1),
            hint="write a request line such as `GET /huts`, a blank line and the status",
        )
    return tuple(found)


def _request_line(lines: _Lines) -> Request:
    """Read a request line and the header lines behind it."""
    line = lines.line
    match = _REQUEST.match(lines.text)
    if match is None:
        raise lines.error(
            f"this is no request line: {lines.text!r}",
            "write the method, one blank and the path, such as `GET /huts?open=yes`; "
            "percent-encode blanks in the path",
        )
    lines.index += 1
    headers = []
    while not lines.at_end and lines.text:
        headers.append(_header(lines))
    return Request(match["method"], match["target"], tuple(headers), "", line, line)


def _header(lines: _Lines) -> Header:
    match = _HEADER.match(lines.text)
    if match is None:
        raise lines.error(
            f"this is no header: {lines.text!r}",
            "headers have the form `Name: value`; leave a blank line before a body or a status",
        )
    header = Header(match["name"], match["value"].strip(), lines.line)
    lines.index += 1
    return header


def _exchange(lines: _Lines, request: Request) -> Exchange:
    lines.skip_blank()
    start = lines.index
    while not lines.at_end and not (
        _STATUS.match(lines.text) and lines.texts[lines.index - 1] == ""
    ):
        lines.index += 1
    body = lines.texts[start : lines.index]
    if lines.at_end:
        raise lines.error(
            f"the request {request.method} {request.target} has no response",
            "write a blank line and then the status code alone on a line, such as `200`",
            request.line,
        )
    request = Request(
        request.method,
        request.target,
        request.headers,
        _joined(body),
        request.line,
        lines.first + start,
    )
    return Exchange(request, _response(lines))


def _response(lines: _Lines) -> Response:
    line, status = lines.line, int(lines.text)
    lines.index += 1
    headers = []
    while not lines.at_end and looks_like_header(lines.text):
        headers.append(_header(lines))
    if not lines.at_end and not lines.text:
        lines.index += 1
    start = lines.index
    while not lines.at_end and not _starts_turn(lines, lines.index):
        lines.index += 1
    body = _joined(lines.texts[start : lines.index])
    return Response(status, tuple(headers), body, line, lines.first + start)


def _starts_turn(lines: _Lines, index: int) -> bool:
    """Return whether a request line stands at `index`, behind a blank line."""
    texts = lines.texts
    return index < len(texts) and texts[index - 1] == "" and bool(_REQUEST.match(texts[index]))


def _conversation(lines: _Lines, request: Request) -> Conversation:
    messages: list[Message] = []
    close = None
    lines.skip_blank()
    while not lines.at_end and not _starts_turn(lines, lines.index) and close is None:
        text = lines.text
        if text in (">", "<") or text.startswith(("> ", "< ")):
            messages.append(Message(text[0] == ">", text[2:], lines.line))
        elif match := _CLOSE.match(text):
            close = Close(int(match["code"]), match["reason"] or "", lines.line)
        elif text:
            raise lines.error(
                f"this is no line of a WebSocket conversation: {text!r}",
                "write `> text sent`, `< text received`, or `close 1000` as the last line",
            )
        lines.index += 1
    if not messages and close is None:
        raise lines.error(
            f"the conversation with {request.target} is empty",
            "write `> text sent`, `< text received`, or `close 1000`",
            request.line,
        )
    last = close.line if close else messages[-1].line
    return Conversation(request, tuple(messages), close, last)


def looks_like_header(line: str) -> bool:
    """Return whether a line behind a status is a header, and not the text of a body.

    A header's name has a hyphen, or is a standard one; a body that begins with such a line needs
    a blank line before it.
    """
    match = _HEADER.match(line)
    return match is not None and ("-" in match["name"] or bool(_ONE_WORD.fullmatch(match["name"])))


def _joined(lines: list[str]) -> str:
    """Return the lines as one text, without blank lines at its end."""
    return "\n".join(lines).rstrip("\n")
