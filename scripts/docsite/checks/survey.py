"""What the checks look at: every page that can be read, and findings for those that can't."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from scripts.docsite import configuration
from scripts.docsite.checks import rules
from scripts.docsite.checks.conflicts import conflicts
from scripts.docsite.checks.rules import Rule
from scripts.docsite.configuration import Configuration
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import SOURCE
from scripts.docsite.markdown import Document, front_matter
from scripts.docsite.markdown.ids import all_ids
from scripts.docsite.model import Finding, PageKey
from scripts.docsite.tree import Page, Tree


@dataclass(frozen=True)
class Source:
    """A page that could be read."""

    page: Page
    document: Document

    @property
    def path(self) -> str:
        """The path of the file from the root."""
        return self.page.path

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids that a link to the page can name, those of documented objects left out."""
        return all_ids(self.document)

    def has_anchor(self, wanted: str) -> bool:
        """Whether the page has the id, or documents the object of that name or one around it."""
        return wanted in self.ids or any(
            wanted == doc.identifier or wanted.startswith(f"{doc.identifier}.")
            for doc in self.document.auto_docs
        )


@dataclass(frozen=True)
class Survey:
    """The pages that could be read, by language and key."""

    tree: Tree
    configuration: Configuration
    sources: Mapping[tuple[str, PageKey], Source]

    def source(self, language: str, key: PageKey) -> Source | None:
        """Return the page in the language itself, or None."""
        return self.sources.get((language, key))

    def shown(self, language: str, key: PageKey) -> Source | None:
        """Return what readers of the language get at the page's address."""
        return self._own(language, key) or self.source(SOURCE, key)

    def exists(self, language: str, key: PageKey) -> bool:
        """Whether readers of the language get a page at the address, readable or not."""
        tree = self.tree
        return tree.page(SOURCE, key) is not None or tree.page(language, key) is not None

    def _own(self, language: str, key: PageKey) -> Source | None:
        never = self.tree.languages.is_never_translated(key)
        return None if never else self.source(language, key)


def survey(tree: Tree) -> tuple[Survey, list[Finding]]:
    """Return the pages that could be read, and a finding for each thing that could not."""
    findings: list[Finding] = []
    sources: dict[tuple[str, PageKey], Source] = {}
    for page in tree:
        try:
            sources[page.language, page.key] = Source(page, _document(page))
        except _Unreadable as error:
            findings += error.findings
    found = Configuration(site_url="", repo_url="", nav=None)
    try:
        found = configuration.load(tree.root)
    except DocsError as error:
        findings.append(as_finding(error, rules.CONFIGURATION, configuration.FILE))
    return Survey(tree, found, MappingProxyType(sources)), findings


class _Unreadable(Exception):
    """Carries the findings for a page that can't be read."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__(*findings)


def _document(page: Page) -> Document:
    rule = rules.UNREADABLE
    try:
        text = page.text
        if found := [*conflicts(text)]:
            raise _Unreadable(*(_unsettled(page, line, mark) for line, mark in found))
        rule = rules.FRONT_MATTER
        front_matter.parse(text.split("\n"), page.path)
        rule = rules.STRUCTURE
        return page.document
    except DocsError as error:
        raise _Unreadable(as_finding(error, rule, page.path)) from error


def _unsettled(page: Page, line: int, mark: str) -> Finding:
    return rules.CONFLICT.at(page.path, line, f"a conflict of git is not settled: {mark}")


def as_finding(error: DocsError, rule: Rule, path: str) -> Finding:
    """Return the finding that an error of the library means."""
    line = error.location.line if error.location else 1
    return rule.at(error.location.path if error.location else path, line, error.message, error.hint)


def guarded(check: Callable[[], Iterable[Finding]], rule: Rule, path: str) -> Iterator[Finding]:
    """Yield what the check of another room finds; an error that ends it is a finding of `rule`."""
    try:
        yield from check()
    except DocsError as error:
        yield as_finding(error, rule, path)
