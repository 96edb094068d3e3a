"""How exchanges look to a reader: fences that name nothing of what binds them."""

from __future__ import annotations

from http import HTTPStatus
from types import MappingProxyType

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import http_text, json_pattern, notation, wire
from scripts.docsite.exchanges.elements import Conversation, Exchange, Request, Response, Turn
from scripts.docsite.exchanges.json_pattern import ELLIPSIS
from scripts.docsite.markdown import Fence
from scripts.docsite.model import Location

REQUEST = "exchange-request"
RESPONSE = "exchange-response"
WEBSOCKET = "exchange-websocket"
EMPTY = "exchange-empty"

_VERSION = "HTTP/1.1"
_RENAMED = MappingProxyType(
    {413: "Content Too Large", 416: "Range Not Satisfiable", 422: "Unprocessable Content"}
)
"""The phrases of RFC 9110, where Python knows them only in its later releases."""

_LEFT_OUT = "…"


def render(text: str, path: str) -> str:
    """Return a page's Markdown with its bound and static blocks as a reader sees them.

    An exchange becomes a fence for the request and one for the response, titled with its status;
    other blocks lose the options that bind them. An `http` block that can't be read stays as it
    is written: `check` tells it, with the line of the source. Raises `DocsError` where the page's
    structure can't be read.
    """
    lines = text.split("\n")
    for fence in reversed(markdown.scan(text, path).fences):
        if fence.language == "http" and notation.options(fence):
            lines[fence.line - 1 : fence.end_line] = _http(fence, path)
        elif notation.options(fence):
            lines[fence.line - 1] = f"{fence.indent}{fence.marker}{_visible_info(fence)}"
    return "\n".join(lines)


def _visible_info(fence: Fence) -> str:
    """Return the info string of a fence without the options that bind it."""
    hidden = notation.options(fence)
    shown = [f'{name}="{value}"' for name, value in fence.options.items() if name not in hidden]
    if fence.info.startswith("{"):
        inside = fence.info.strip("{}").split()
        marks = [word for word in inside if word.startswith((".", "#"))]
        return " ".join(["{", *marks, *shown, "}"])
    return " ".join([fence.language, *shown])


def _http(fence: Fence, path: str) -> list[str]:
    try:
        turns = http_text.parse(fence.content, path, fence.line + 1)
    except DocsError:
        lines = [f"{fence.marker}http", *fence.content.splitlines(), fence.marker]
        return [f"{fence.indent}{line}".rstrip() for line in lines]
    shown: list[str] = []
    for turn in turns:
        for info, content in _parts(turn):
            lines = [f"{fence.marker} {{ {info} }}", *content.split("\n"), fence.marker, ""]
            shown += [f"{fence.indent}{line}".rstrip() for line in lines]
    return shown[:-1]


def _parts(turn: Turn) -> list[tuple[str, str]]:
    """Return the fences that show a turn: what stands in their braces, and their content."""
    if isinstance(turn, Conversation):
        return [_conversation(turn)]
    return [_request(turn.request), _response(turn)]


def _request(request: Request) -> tuple[str, str]:
    headers = [f"{header.name}: {header.value}" for header in request.headers]
    if request.body and request.header("content-type") is None and wire.is_json(request.body):
        headers.append("Content-Type: application/json")
    lines = [f"{request.method} {request.target} {_VERSION}", *headers]
    if request.body:
        lines += ["", request.body]
    return f".http .{REQUEST}", "\n".join(lines)


def _response(turn: Exchange) -> tuple[str, str]:
    """Return the fence of a response; headers stand on top, and YAML colours them and JSON."""
    shown = turn.response
    language, body = _body(shown)
    headers = [f"{header.name}: {header.value}" for header in shown.headers]
    content = "\n".join([*headers, *([""] if headers else []), body]).rstrip("\n")
    status = f"{shown.status} {_reason(shown.status)}".rstrip()
    marks = f".{'yaml' if headers else language} .{RESPONSE} .status-{shown.status // 100}xx"
    if not content:
        marks += f" .{EMPTY}"
    return f'{marks} title="{status}"', content


def _body(shown: Response) -> tuple[str, str]:
    """Return the language of a shown body, and the body with `…` for what is left out."""
    if shown.body[:1] not in ("{", "[", '"'):
        lines = shown.body.split("\n")
        plain = [_LEFT_OUT if line.strip() == ELLIPSIS else line for line in lines]
        return ("json" if wire.is_json(shown.body) else "text"), "\n".join(plain)
    try:
        pattern = json_pattern.parse(shown.body, Location("", 1))
    except DocsError:
        return "text", shown.body
    text = shown.body
    for start in reversed(json_pattern.ellipses(pattern)):
        text = text[:start] + _LEFT_OUT + text[start + len(ELLIPSIS) :]
    return "json", text


def _reason(status: int) -> str:
    if status in _RENAMED:
        return _RENAMED[status]
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _conversation(turn: Conversation) -> tuple[str, str]:
    lines = [f"{header.name}: {header.value}" for header in turn.request.headers]
    lines += [
        f"{'→' if message.sent else '←'} {message.text}".rstrip() for message in turn.messages
    ]
    if turn.close is not None:
        lines.append(str(turn.close))
    title = f"WebSocket {turn.request.target}".replace('"', "%22")
    return f'.text .{REQUEST} .{WEBSOCKET} title="{title}"', "\n".join(lines)
