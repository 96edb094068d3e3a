"""What git leaves in a file where two changes meet: marks around both, until somebody chooses."""

from __future__ import annotations

from collections.abc import Iterator

BETWEEN = "======="
"""What stands between the changes; under a line of text it makes a heading of that."""

_OPEN, _BEFORE, _CLOSE = "<<<<<<<", "|||||||", ">>>>>>>"


def conflicts(text: str) -> Iterator[tuple[int, str]]:
    """Yield the line of each conflict and its first mark, and of a mark that is left over.

    Git sets marks at the very beginning of lines, in code as well; indented ones are none.
    """
    is_open = False
    for number, line in enumerate(text.split("\n") if _OPEN in text or _CLOSE in text else (), 1):
        mark = line[: len(_OPEN)]
        if mark in (_OPEN, _BEFORE, _CLOSE) and line[len(mark) :][:1] in ("", " "):
            if mark == _OPEN or not is_open:
                yield number, line
            is_open = mark != _CLOSE
