"""From an excerpt to Markdown: fences, tabs and the fold-out with the whole file."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from scripts.docsite.errors import DocsError
from scripts.docsite.includes.excerpt import Excerpt, Gap
from scripts.docsite.includes.syntaxes import Syntax
from scripts.docsite.markdown import include_marks
from scripts.docsite.model import Location

MESSAGES = "data/messages/en.yml"
_TICKS = re.compile(r"`+")
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Form:
    """One form of an included file: what is shown of it, and all of it."""

    excerpt: Excerpt
    whole: Excerpt
    syntax: Syntax


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the generated Markdown must fit into: the site's words, an indent, open blocks."""

    labels: Mapping[str, str]
    indent: str = ""
    open_markers: tuple[str, ...] = ()

    def markers(self) -> tuple[str, str]:
        """Return a short and a long marker that no block around the include uses.

        A block ends at the first line with exactly its own number of slashes, so any number
        will do that no enclosing block has.
        """
        free: list[str] = []
        length = _SHORTEST
        while len(free) < 2:
            if "/" * length not in self.open_markers:
                free.append("/" * length)
            length += 1
        return free[0], free[1]

    def label(self, key: str) -> str:
        """Return the site's words for `key`; raises `DocsError` where there are none."""
        if key not in self.labels:
            raise DocsError(
                f"the words for {key!r} are missing",
                at=Location(MESSAGES),
                hint=f"add a line `{key}: …`",
            )
        return self.labels[key]


def render(forms: Sequence[Form], title: str, around: Surroundings) -> list[str]:
    """Return the lines that show an include: one fence, or a tab for each of its two forms."""
    inner, outer = around.markers()
    if len(forms) == 1:
        lines = _listing(forms[0], title, around, inner)
    else:
        annotated, plain = (_listing(form, title, around, inner) for form in forms)
        hint = [f"{inner} tip | {around.label('prefer_annotated')}", inner, ""]
        lines = [
            *_block(outer, "tab", around.label("variant_annotated"), annotated, "new: true"),
            "",
            *_block(outer, "tab", around.label("variant_plain"), hint + plain),
        ]
    return [f"{around.indent}{line}" if line else "" for line in lines]


def _listing(form: Form, title: str, around: Surroundings, marker: str) -> list[str]:
    lines = _fence(form.excerpt, form.syntax, title, around)
    if not form.excerpt.is_partial:
        return lines
    whole = _fence(form.whole, form.syntax, title, around)
    return [*lines, "", *_block(marker, "details", around.label("full_file"), whole)]


def _block(
    marker: str, kind: str, title: str, content: Collection[str], option: str = ""
) -> list[str]:
    head = [f"{marker} {kind} | {title}", *([f"    {option}"] if option else []), ""]
    return [*head, *content, "", marker]


def _fence(excerpt: Excerpt, syntax: Syntax, title: str, around: Surroundings) -> list[str]:
    rows = [
        syntax.comment(around.label(row.value)) if isinstance(row, Gap) else row
        for row in excerpt.rows
    ]
    longest = max((len(run) for row in rows for run in _TICKS.findall(row)), default=0)
    marker = "`" * max(_SHORTEST, longest + 1)
    head = f"{marker}{syntax.language}"
    if excerpt.highlighted:
        marked = " ".join(str(found).replace(":", "-") for found in excerpt.highlighted)
        head += f' hl_lines="{marked}"'
    if title:
        head += f' title="{title}"'
    return [head, *include_marks.escape_bangs("\n".join(rows)).split("\n"), marker]
