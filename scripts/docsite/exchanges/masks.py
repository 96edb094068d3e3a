"""Named masks for what differs at every run, and the text they stand for.

A mask such as `<uuid>` in shown text stands for one value of its kind, and for nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from types import MappingProxyType

_ISO_DATE = r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
_ISO_TIME = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?"
_ZONE = r"(?:Z|[+-]\d\d:?\d\d)?"
_HTTP_DATE = r"[A-Z][a-z]{2}, \d\d[ -][A-Z][a-z]{2}[ -]\d{4} \d\d:\d\d:\d\d GMT"

MASKS = MappingProxyType(
    {
        "uuid": r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        "datetime": rf"(?:{_ISO_DATE}[T ]{_ISO_TIME}{_ZONE}|{_HTTP_DATE})",
        "date": _ISO_DATE,
        "time": rf"{_ISO_TIME}{_ZONE}",
        "token": r"[A-Za-z0-9._~+/$=,-]{16,}",
        "float": r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?",
        "int": r"-?\d+",
        "path": r"[^\s\"'<>|]+",
        "address": r"0x[0-9a-fA-F]+",
    }
)
"""The masks by name, each with the text it stands for."""

NUMBERS = frozenset({"<float>", "<int>"})
"""The masks that stand for a JSON number, too, where they are a string's whole text."""

_MASK = re.compile(rf"<(?P<name>{'|'.join(MASKS)})>")


def matches(shown: str, real: str) -> bool:
    """Return whether the shown text is the real one, masks standing for values of their kind."""
    return shown == real or bool(_MASK.search(shown) and _pattern(shown).fullmatch(real))


def matches_header(shown: str, real: str) -> bool:
    """Return whether a header's shown value is the real one, `...` standing for any text."""
    if shown == real:
        return True
    pattern = ".*".join(_source(part) for part in shown.split("..."))
    return bool(re.fullmatch(pattern, real))


@lru_cache(maxsize=1024)
def _pattern(shown: str) -> re.Pattern[str]:
    return re.compile(_source(shown))


def _source(shown: str) -> str:
    """Return the text as the source of a regular expression, its masks replaced."""
    parts, end = [], 0
    for match in _MASK.finditer(shown):
        parts += [re.escape(shown[end : match.start()]), MASKS[match["name"]]]
        end = match.end()
    return "".join([*parts, re.escape(shown[end:])])
