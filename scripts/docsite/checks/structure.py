"""Checks of one page's structure: its description, headings, ids, blocks and Python."""

from __future__ import annotations

import ast
import itertools
import textwrap
import warnings
from collections.abc import Iterator
from pathlib import Path

from scripts.docsite import settings
from scripts.docsite.checks import conflicts, rules
from scripts.docsite.checks.survey import Source
from scripts.docsite.languages import SOURCE
from scripts.docsite.markdown import Fence
from scripts.docsite.markdown.ids import explicit_ids, is_kebab, kebab, stray_words
from scripts.docsite.model import Finding

BLOCKS = frozenset({"note", "info", "tip", "check", "warning", "danger", "details", "tab"})
"""The kinds of blocks that mkdocs.yml sets up."""
SHOWN = 160
"""How many characters of a description people see where a search engine has found the page."""
PYTHON = frozenset({"python", "py", "python3"})


def check(source: Source, root: Path) -> Iterator[Finding]:
    """Yield what is wrong with the structure of a page."""
    yield from _description(source)
    yield from settings.check(source.document, source.path, root)
    yield from _titles(source)
    yield from _levels(source)
    yield from _ids(source)
    yield from _marks(source)
    filled = {include.line for include in source.document.includes if include.in_fence}
    for fence in source.document.fences:
        lines = range(fence.line, fence.end_line)
        if fence.language in PYTHON and not filled.intersection(lines):
            yield from _python(source, fence)


def _description(source: Source) -> Iterator[Finding]:
    description = source.document.front_matter.data.get("description")
    if not isinstance(description, str) or not description.strip():
        if source.page.language == SOURCE:
            yield rules.DESCRIPTION.at(source.path, 1, "the page has no description")
    elif (count := len(description)) > SHOWN:
        line = source.document.setting_line("description")
        message = f"the description has {count} characters, search results show about {SHOWN}"
        yield rules.LONG_DESCRIPTION.at(source.path, line, message)


def _titles(source: Source) -> Iterator[Finding]:
    titles = [heading for heading in source.document.headings if heading.level == 1]
    if not titles:
        line = min(source.document.front_matter.end_line + 1, len(source.document.lines))
        yield rules.NO_TITLE.at(source.path, line, "the page has no heading of level 1")
    for heading in titles[1:]:
        message = f"{heading.text!r} is a second title, the first is in line {titles[0].line}"
        yield rules.SECOND_TITLE.at(source.path, heading.line, message)


def _levels(source: Source) -> Iterator[Finding]:
    for above, heading in itertools.pairwise(source.document.headings):
        if heading.level > above.level + 1:
            message = f"level {heading.level} follows level {above.level}: {heading.text!r}"
            hint = f"write {'#' * (above.level + 1)} for it"
            yield rules.LEVEL_JUMP.at(source.path, heading.line, message, hint)


def _ids(source: Source) -> Iterator[Finding]:
    for heading in source.document.headings:
        if not heading.id:
            message = f"the heading has no id: {heading.text!r}"
            hint = "mark {…} in its text as code: they hinder an id" if " {" in heading.text else ""
            yield rules.HEADING_ID.at(source.path, heading.line, message, hint)
    first: dict[str, int] = {}
    for line, found in explicit_ids(source.document):
        if found in first:
            message = f"the id '{found}' is already in line {first[found]}"
            yield rules.DUPLICATE_ID.at(source.path, line, message)
        first.setdefault(found, line)
    yield from _forms(source)


def _forms(source: Source) -> Iterator[Finding]:
    """Yield the ids in English that are cut at a blank or of another form; others are as those."""
    if source.page.language != SOURCE:
        return
    cut: set[int] = set()
    for heading in source.document.headings:
        if heading.id and (stray := " ".join(stray_words(heading))):
            cut.add(heading.line)
            message = f"{stray!r} stands behind the id {heading.id!r}, and is no part of it"
            hint = f"write #{kebab(f'{heading.id} {stray}')}"
            yield rules.ID_FORM.at(source.path, heading.line, message, hint)
    for line, found in explicit_ids(source.document):
        if line not in cut and not is_kebab(found):
            message = f"the id {found!r} is not of small letters, digits and hyphens"
            yield rules.ID_FORM.at(source.path, line, message, f"write #{kebab(found)}")


def _marks(source: Source) -> Iterator[Finding]:
    for prose in source.document.misread:
        message = f"the line is shown to readers as it stands: {prose.text.strip()}"
        hint = "blocks: `/// tip | Title` … `///`; includes: `{* ../../docs_src/… *}` alone"
        yield rules.MISREAD.at(source.path, prose.line, message, hint)
    for line, text in source.document.prose:
        if text == conflicts.BETWEEN:
            message = f"a mark of a conflict of git is left over: {text}"
            yield rules.CONFLICT.at(source.path, line, message)
    for block in source.document.blocks:
        if block.kind not in BLOCKS:
            hint = f"the kinds are {', '.join(sorted(BLOCKS))}"
            message = f"there is no block {block.kind!r}"
            yield rules.UNKNOWN_BLOCK.at(source.path, block.line, message, hint)


def _python(source: Source, fence: Fence) -> Iterator[Finding]:
    """Yield a finding where the code does not compile; `await` may stand outside functions."""
    if "\0" in fence.content:
        return  # It does not compile for that, which is told of the text.
    code = textwrap.dedent(fence.content)
    try:
        with warnings.catch_warnings(action="ignore"):
            flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
            compile(code, source.path, "exec", flags=flags, dont_inherit=True)
    except SyntaxError as error:
        line = fence.line + (error.lineno or 0)
        message = f"the Python code does not compile: {error.msg}"
        yield rules.PYTHON.at(source.path, min(line, fence.end_line), message)
