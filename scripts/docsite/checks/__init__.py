"""Checks: the whole tree of sources in, everything that is wrong with it out.

`run` never modifies anything. Each kind of check has its module; every code that a finding can
have is in `RULES`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from scripts.docsite import (
    data_pages,
    examples,
    highlights,
    includes,
    names,
    outputs,
    readme,
    redirects,
    screenshots,
    theme,
    variants,
)
from scripts.docsite.checks import navigation, resources, rules, structure, text, translations
from scripts.docsite.checks.links import Links
from scripts.docsite.checks.rules import RULES, Rule
from scripts.docsite.checks.survey import Source, Survey, as_finding, guarded, survey
from scripts.docsite.errors import DocsError
from scripts.docsite.examples import SOURCES
from scripts.docsite.exchanges import checking as exchanges
from scripts.docsite.exchanges import exceptions as known_failures
from scripts.docsite.languages import SOURCE
from scripts.docsite.model import Finding, PageKey
from scripts.docsite.names import Command, Known
from scripts.docsite.redirects import Redirect
from scripts.docsite.translations import progress, todo
from scripts.docsite.translations.states import Workbench
from scripts.docsite.tree import Tree

__all__ = ["RULES", "Rule", "run"]

_NO_COMMANDS: Mapping[str, Command] = MappingProxyType({})


def run(tree: Tree, commands: Mapping[str, Command] = _NO_COMMANDS) -> list[Finding]:
    """Return everything that is wrong with the sources, sorted by place, each once.

    A page that can't be read is a finding of its own; the others are checked all the same.
    `commands` are the installed ones that command lines in pages are compared with.
    """
    surveyed, unread = survey(tree)
    findings: list[Finding] = []
    moved: tuple[Redirect, ...] = ()
    try:
        moved = redirects.load(tree.root)
    except DocsError as error:
        findings.append(as_finding(error, rules.REDIRECT_FILE, redirects.FILE))
    findings += _of_site(surveyed, moved)
    findings += _of_names(surveyed, commands)
    links = Links(surveyed, {redirect.source: redirect.written_target for redirect in moved})
    bench = Workbench.of(tree)
    for source in surveyed.sources.values():
        findings += _of_page(source, surveyed, links)
        findings += translations.softened(source, surveyed, bench, [*_of_code(source, tree)])
        findings += translations.check(source, surveyed, bench)
    findings += _of_data(surveyed, bench)
    if (tree.root / readme.FILE).is_file():
        findings += guarded(lambda: readme.verify(tree.root), RULES[readme.CODE], readme.FILE)
    # Several rooms read a page and each tells that it can't be read: the survey's word is enough.
    paths = {finding.location.path for finding in unread}
    others = (
        f for f in findings if f.code != rules.UNREADABLE.code or f.location.path not in paths
    )
    unique = {(f.location, f.message): f for f in reversed([*unread, *others])}
    return sorted(unique.values())


def _of_site(surveyed: Survey, moved: tuple[Redirect, ...]) -> Iterator[Finding]:
    tree = surveyed.tree
    yield from navigation.check(surveyed)
    yield from resources.check(surveyed)
    for language in tree.languages.all:
        yield from theme.check(tree.root, language)
        yield from outputs.check(tree, language.code)
    yield from translations.check_never_translated(tree)
    yield from translations.check_messages(tree)
    yield from translations.check_abbreviations(tree)
    yield from translations.check_glossaries(tree)
    yield from redirects.check(moved, _anchors(surveyed), tree.languages)
    yield from data_pages.check(tree.root)
    yield from _of_lists(tree)
    pages = [(source.path, source.document) for source in surveyed.sources.values()]
    yield from screenshots.check_unused(tree.root, pages)
    yield from guarded(lambda: examples.check(tree.root), rules.UNREADABLE, SOURCES)
    english = [s for s in surveyed.sources.values() if s.page.language == SOURCE]
    shown = [(source.page.key, source.path, source.document) for source in english]
    yield from guarded(lambda: highlights.check(tree.root, shown), rules.HIGHLIGHT, highlights.FILE)


def _of_lists(tree: Tree) -> Iterator[Finding]:
    """Yield what is wrong with lists that are otherwise only read when they are needed."""
    root, rule = tree.root, rules.DATA_FILE
    yield from guarded(lambda: variants.check_exceptions(root), rule, variants.FILE)
    try:
        known_failures.load(root)
    except DocsError as error:
        yield as_finding(error, rule, known_failures.FILE)
    try:
        todo.weights_of(root, tree.source_pages)
    except DocsError as error:
        yield as_finding(error, rule, todo.WEIGHTS)


def _of_names(surveyed: Survey, commands: Mapping[str, Command]) -> Iterator[Finding]:
    try:
        known = Known.of(surveyed.tree.root, commands)
    except DocsError as error:
        yield as_finding(error, rules.NAMES_FILE, names.FILE)
        return
    for source in surveyed.sources.values():
        yield from names.check(known, source.document, source.page.key, source.path)
    english = {key: surveyed.source(SOURCE, key) for key in surveyed.tree.source_pages}
    pages = {key: source.document if source else None for key, source in english.items()}
    yield from names.check_exceptions(known, pages)


def _of_page(source: Source, surveyed: Survey, links: Links) -> Iterator[Finding]:
    yield from structure.check(source, surveyed.tree.root)
    yield from text.check(source, surveyed.tree.root)
    yield from links.check(source)


def _of_code(source: Source, tree: Tree) -> Iterator[Finding]:
    page = source.page
    yield from includes.check(
        page.text, root=tree.root, page=page.path, language_folder=tree.folder(page.language)
    )
    yield from screenshots.check(tree.root, source.document, page.path)
    yield from exchanges.check(tree.root, source.document, page.path)


def _of_data(surveyed: Survey, bench: Workbench) -> Iterator[Finding]:
    computed = {**data_pages.COMPUTED, "translation_status": lambda _: progress.of_bench(bench)}
    for source in surveyed.sources.values():
        yield from data_pages.check_page(
            surveyed.tree.root, source.document, source.path, computed=computed
        )


def _anchors(surveyed: Survey) -> redirects.Pages:
    """Return the English pages and their ids; None where the build finds more, or all."""
    found: dict[PageKey, frozenset[str] | None] = {}
    for key in surveyed.tree.source_pages:
        source = surveyed.source(SOURCE, key)
        is_open = source is None or bool(source.document.auto_docs)
        found[key] = None if is_open or source is None else source.ids
    return found
