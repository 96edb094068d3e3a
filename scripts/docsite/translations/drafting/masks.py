"""Hiding what must not change from a translator that might change it, and putting it back."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from scripts.docsite.errors import DocsError
from scripts.docsite.markdown.inline import fixed_spans

_MARK = re.compile(r"⟦\s*(?P<number>\d+)\s*⟧")


@dataclass(frozen=True, slots=True)
class Masked:
    """A text with `⟦1⟧`, `⟦2⟧` … for its code, targets and tags."""

    text: str
    hidden: tuple[str, ...]

    def unmasked(self, translated: str) -> str:
        """Return a translation of the text with what was hidden in its place.

        Raises `DocsError` where a mark is lost, is there twice or was made up.
        """
        found = Counter(int(match["number"]) for match in _MARK.finditer(translated))
        wanted = Counter(range(1, len(self.hidden) + 1))
        lost = [f"⟦{number}⟧" for number in (wanted - found)]
        more = [f"⟦{number}⟧" for number in (found - wanted)]
        if lost or more:
            told = [f"it lacks {', '.join(lost)}"] * bool(lost)
            told += [f"it has {', '.join(more)} too often"] * bool(more)
            raise DocsError(" and ".join(told), hint="keep each mark, once")
        return _MARK.sub(lambda match: self.hidden[int(match["number"]) - 1], translated)


def masked(text: str) -> Masked:
    """Return the text with a mark for each thing that no translation changes."""
    parts, hidden, end = [], [], 0
    for start, stop in fixed_spans(text):
        hidden.append(text[start:stop])
        parts += [text[end:start], f"⟦{len(hidden)}⟧"]
        end = stop
    return Masked("".join([*parts, text[end:]]), tuple(hidden))
