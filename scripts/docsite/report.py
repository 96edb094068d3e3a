"""Findings as a person, a program or GitHub reads them, and the exit status they give."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterable
from typing import Literal

from scripts.docsite.errors import DocsError
from scripts.docsite.model import Finding, Severity

Role = Literal["path", "code", "error", "warning", "hint"]
"""What a part of the text is, for whoever colours it."""

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def ordered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings by path and line, each once."""
    return tuple(sorted(set(findings)))


def exit_status(findings: Iterable[Finding]) -> int:
    """Return 1 where one of the findings is an error, else 0."""
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def refuse(findings: Iterable[Finding]) -> None:
    """Raise `DocsError` for the first of the findings, if there is any."""
    if found := ordered(findings):
        first, more = found[0], len(found) - 1
        rest = f" ({more} more: see `docs check`)" if more else ""
        raise DocsError(first.message, at=first.location, hint=f"{first.hint}{rest}")


def _plain(text: str, role: Role) -> str:
    return text


def as_text(findings: Iterable[Finding], paint: Callable[[str, Role], str] = _plain) -> str:
    """Return the findings for a terminal, grouped by file, with their number at the end.

    `paint` gets each part and what it is, and returns it coloured. Characters that could steer
    the terminal are shown as their codes.
    """
    found = ordered(findings)
    blocks = []
    for path, group in itertools.groupby(found, key=lambda finding: finding.location.path):
        lines = [paint(_visible(path), "path"), *(_entry(finding, paint) for finding in group)]
        blocks.append("\n".join(lines))
    return "\n\n".join([*blocks, summary(found)]) + "\n"


def _entry(finding: Finding, paint: Callable[[str, Role], str]) -> str:
    severity: Role = "error" if finding.severity is Severity.ERROR else "warning"
    where = paint(_visible(str(finding.location)), "path")
    message = _indented(finding.message, "      ")
    text = f"  {where} {paint(severity, severity)} {paint(finding.code, 'code')} {message}"
    if finding.hint:
        text += f"\n    {paint('→ ' + _indented(finding.hint, '      '), 'hint')}"
    return text


def _indented(text: str, indent: str) -> str:
    return _visible(text).replace("\n", f"\n{indent}")


def _visible(text: str) -> str:
    return _CONTROL.sub(lambda match: ascii(match[0])[1:-1], text)


def summary(findings: Iterable[Finding]) -> str:
    """Return in one line how many findings there are: `2 errors, 1 warning in 2 files`."""
    found = ordered(findings)
    if not found:
        return "nothing found"
    counts = [
        _count(sum(finding.severity is severity for finding in found), severity.value)
        for severity in Severity
    ]
    files = _count(len({finding.location.path for finding in found}), "file")
    return f"{', '.join(filter(None, counts))} in {files}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}" if number else ""


def as_json(findings: Iterable[Finding]) -> str:
    """Return a JSON list with an object for each finding; its keys stay as they are."""
    rows = [
        {
            "path": finding.location.path,
            "line": finding.location.line,
            "code": finding.code,
            "message": finding.message,
            "hint": finding.hint,
            "severity": finding.severity.value,
        }
        for finding in ordered(findings)
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def as_github(findings: Iterable[Finding]) -> str:
    """Return the commands by which GitHub Actions shows the findings beside their lines."""
    return "".join(f"{_annotation(finding)}\n" for finding in ordered(findings))


def _annotation(finding: Finding) -> str:
    text = f"{finding.message}\n→ {finding.hint}" if finding.hint else finding.message
    at = finding.location
    file, title = _escaped_property(at.path), _escaped_property(finding.code)
    return f"::{finding.severity.value} file={file},line={at.line},title={title}::{_escaped(text)}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escaped_property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
