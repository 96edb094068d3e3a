"""Checks of the tree as a whole: the navigation and the folders."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.docsite.checks import rules
from scripts.docsite.checks.survey import Survey
from scripts.docsite.configuration import FILE
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.model import Finding, PageKey


def check(survey: Survey) -> Iterator[Finding]:
    """Yield what is wrong with the navigation and the folders below `docs/`."""
    for name in survey.tree.unknown_folders:
        message = f"there is no language {name!r}"
        hint = f"register it with `docs new-lang {name}`, or move the folder away"
        yield rules.UNKNOWN_FOLDER.at(f"{DOCS}/{name}", 1, message, hint)
    nav = survey.configuration.nav
    if nav is None:
        return
    pages = survey.tree.source_pages
    named: dict[PageKey, int] = {}
    for key, at in nav:
        if key not in pages:
            message = f"there is no page {DOCS}/{SOURCE}/{key}"
            yield rules.NO_NAV_PAGE.at(at.path, at.line, message)
        elif key in named:
            message = f"{key} is in the navigation twice, first in line {named[key]}"
            yield rules.TWICE_IN_NAV.at(at.path, at.line, message)
        named.setdefault(key, at.line)
    for key, page in pages.items():
        if key not in named:
            hint = f"add `- {key}` to `nav` in {FILE}"
            yield rules.NOT_IN_NAV.at(page.path, 1, "the page is not in the navigation", hint)
