"""Inline code that stands free in prose: not in a link, and so able to become one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from scripts.docsite.markdown import inline, shapes
from scripts.docsite.markdown.document import Document
from scripts.docsite.markdown.elements import Heading, Prose

Addresser = Callable[[str, str], str | None]
"""From a section's id and the text of inline code to the address it leads to, or None."""


def with_code_linked(document: Document, address: Addresser) -> str:
    """Return the page's text with the inline code that has an address made a link.

    An address is linked once a section, and not where the section has it in a link already.
    Headings, code blocks of either kind, the titles of blocks and what stands in a link stay as
    they are.
    """
    lines = [*document.lines]
    section, linked = "", set[str]()
    for part in _parts(document):
        if isinstance(part, Heading):
            section, linked = part.id or "", set()
            continue
        text = "\n".join(prose.text for prose in part)
        spans = list(inline.code_positions(text))
        linked |= {to for span in spans if not span.is_free and (to := address(section, span.text))}
        parts, end = [], 0
        for span in spans:
            to = address(section, span.text) if span.is_free else None
            if to is not None and to not in linked:
                linked.add(to)
                parts += [text[end : span.start], f"[{text[span.start : span.end]}]({to})"]
                end = span.end
        if parts:
            first = part[0].line
            lines[first - 1 : first - 1 + len(part)] = "".join([*parts, text[end:]]).split("\n")
    return "\n".join(lines)


def _parts(document: Document) -> Iterator[Heading | list[Prose]]:
    """Yield the headings, and the lines of prose between them as paragraphs."""
    items = {line for line, _ in shapes.lists(document.prose)}
    run: list[Prose] = []
    in_list = False
    for element in document.elements:
        is_text = isinstance(element, Prose) and _is_text(document, element, in_list)
        if run and not (is_text and element.line == run[-1].line + 1):
            yield run
            run = []
        if isinstance(element, Heading):
            yield element
        elif isinstance(element, Prose) and is_text:
            run.append(element)
        if isinstance(element, Prose) and element.text.strip() and not _is_indented(element):
            goes_on = in_list and len(run) > 1  # a line of an item's paragraph
            in_list = element.line in items or goes_on
    if run:
        yield run


def _is_text(document: Document, prose: Prose, in_list: bool) -> bool:
    """Whether a line is text: not blank, not behind a comment, not code by its indent."""
    is_whole = document.lines[prose.line - 1] == prose.text
    return bool(prose.text.strip()) and is_whole and (in_list or not _is_indented(prose))


def _is_indented(prose: Prose) -> bool:
    return prose.text.expandtabs(4).startswith("    ")
