"""One HTTP exchange: send the request, compare the response that is shown with the real one."""

from __future__ import annotations

import json
from typing import Any

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import http_text, json_pattern, masks, matching, merging, wire
from scripts.docsite.exchanges.asgi import Answer
from scripts.docsite.exchanges.elements import Exchange, Header, Response
from scripts.docsite.exchanges.json_pattern import ELLIPSIS
from scripts.docsite.exchanges.outcome import Edit, Verdict
from scripts.docsite.exchanges.serving import Served
from scripts.docsite.model import Location

Compared = tuple[list[str], list[Edit]]


def exchange(served: Served, path: str, turn: Exchange) -> Verdict:
    """Send the request of an exchange in the page `path`, and return what differs."""
    answer = served.request(wire.encode(turn.request, path))
    shown = turn.response
    differences, edits = _status(shown, answer)
    for compared in (_headers(shown, answer), _body(shown, answer, path)):
        differences += compared[0]
        edits += compared[1]
    if differences and answer.error:
        differences.append(f"the example raised {answer.error}")
    return Verdict(path, turn.line, tuple(differences), tuple(edits))


def _status(shown: Response, answer: Answer) -> Compared:
    if shown.status == answer.status:
        return [], []
    difference = f"the status: shown is {shown.status}, real is {answer.status}"
    return [difference], [Edit(shown.line, shown.line, (str(answer.status),))]


def _headers(shown: Response, answer: Answer) -> Compared:
    differences: list[str] = []
    edits: list[Edit] = []
    for header in shown.headers:
        real = [value for name, value in answer.headers if name == header.name.lower()]
        if any(masks.matches_header(header.value, value) for value in real):
            continue
        is_there = f"real is {' and '.join(map(repr, real))}" if real else "it is not there"
        differences.append(f"the header {header.name}: shown is {header.value!r}, {is_there}")
        edits.append(_header_edit(header, real))
    return differences, edits


def _header_edit(header: Header, real: list[str]) -> Edit:
    lines = (f"{header.name}: {real[0]}",) if real else ()
    return Edit(header.line, header.line, lines)


def _body(shown: Response, answer: Answer, path: str) -> Compared:
    if shown.body.strip() == ELLIPSIS:
        return ([], []) if answer.body else (["the body: there is none"], [_replaced(shown, "")])
    try:
        text = answer.body.decode()
    except UnicodeDecodeError:
        difference = f"the body: it is no text, but {len(answer.body)} bytes; write `...` for it"
        return [difference], [_replaced(shown, ELLIPSIS)]
    if _is_json(answer) and (shown.body or text):
        try:
            real = json.loads(text)
        except ValueError:
            return _text_body(shown, text)
        return _json_body(shown, real, path)
    return _text_body(shown, text)


def _is_json(answer: Answer) -> bool:
    kind = answer.header("content-type").split(";")[0].strip().lower()
    return kind == "application/json" or kind.endswith("+json")


def _json_body(shown: Response, real: Any, path: str) -> Compared:
    at = Location(path, shown.body_line)
    try:
        pattern = json_pattern.parse(shown.body, at)
    except DocsError as error:
        told = f"line {error.location.line if error.location else at.line}: {error.message}"
        if not shown.body:
            told = "the body: it is there, but is not shown; write `...` to leave it out"
        return [told], [_replaced(shown, merging.render_json(real))]
    differences = [str(difference) for difference in matching.differences(pattern, real)]
    if not differences:
        return [], []
    return differences, [_replaced(shown, merging.merge_json(shown.body, pattern, real))]


def _text_body(shown: Response, text: str) -> Compared:
    before, real = shown.body.split("\n"), text.splitlines()
    if matching.is_same_text(before, real):
        return [], []
    told = "the text is another" if shown.body else "it is there, but is not shown"
    merged = matching.trimmed(merging.merge_text(before if shown.body else [], real))
    return [f"the body: {told}"], [_replaced(shown, "\n".join(merged))]


def _replaced(shown: Response, body: str) -> Edit:
    """Return the edit that puts another body into a shown response."""
    lines = body.split("\n") if body else []
    if shown.body:
        last = shown.body_line + shown.body.count("\n")
        return Edit(shown.body_line, last, tuple(lines))
    first = shown.line + len(shown.headers) + 1
    if shown.headers or (lines and http_text.looks_like_header(lines[0])):
        lines.insert(0, "")
    return Edit(first, first - 1, tuple(lines))
