"""Line breaks in the sources of languages that write without spaces between words.

A browser shows a line break as a space. Between characters of full width there is none in such a
language, and none beside a full-width mark: https://www.w3.org/TR/css-text-4/#line-break-transform.
"""

from __future__ import annotations

import re
import unicodedata

_SPACELESS = frozenset(("ja", "zh"))
"""The languages, by the first part of their tags; Korean puts spaces between words."""

_INLINE = (
    r"(?:</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub"
    r"|sup|u|var)\b[^<>]*>)*"
)
_BREAK = re.compile(
    rf"""(?P<kept><(?P<tag>pre|script|style|textarea)\b.*?</(?P=tag)>)
    |(?P<before>[^\s<>])(?P<left>{_INLINE})[ ]*\n[ ]*(?P<right>{_INLINE})(?=(?P<after>[^\s<>]))""",
    re.DOTALL | re.VERBOSE,
)


def writes_no_spaces(tag: str) -> bool:
    """Return whether a language writes no spaces between words, by its tag: `zh-Hant`."""
    return tag.partition("-")[0] in _SPACELESS


def joined(html: str) -> str:
    """Return a page's content without the line breaks that would be spaces where there are none.

    A break between a letter of full width and another one stays: it is a space in the sources, too.
    """
    return _BREAK.sub(_without, html)


def _without(match: re.Match[str]) -> str:
    if match["kept"] is not None or not _are_joined(match["before"], match["after"]):
        return match[0]
    return f"{match['before']}{match['left']}{match['right']}"


def _are_joined(before: str, after: str) -> bool:
    is_wide = _is_wide(before), _is_wide(after)
    return all(is_wide) or any(
        wide and unicodedata.category(sign).startswith("P")
        for sign, wide in zip((before, after), is_wide, strict=True)
    )


def _is_wide(sign: str) -> bool:
    is_hangul = unicodedata.name(sign, "").startswith("HANGUL")  # its words have spaces between
    return unicodedata.east_asian_width(sign) in "FW" and not is_hangul
