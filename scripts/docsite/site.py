"""One language's site: what each of its pages shows, and where its readers can go from there."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

from scripts.docsite import languages, outputs, report, theme, tree, versions
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE, Language
from scripts.docsite.model import PageKey
from scripts.docsite.translations.sections import MARK
from scripts.docsite.translations.states import Workbench
from scripts.docsite.tree import Page, Tree

HELP = "contributing/#translate-a-page"
"""The page that tells how to translate, below a language's home."""


class SourceFile(Protocol):
    """What a site needs to know of a file of the build."""

    @property
    def abs_src_path(self) -> str | None:
        """The absolute path of the source; None for a file that has none."""


class State(Enum):
    """What a reader of a language gets to see for a page (docs: what readers get)."""

    ORIGINAL = "original"
    """The English page, read in English."""
    TRANSLATED = "translated"
    """The page in the reader's language."""
    UNTRANSLATED = "untranslated"
    """The English page under a notice, because nobody has translated it yet."""
    SHARED = "shared"
    """The English page without a notice: it is never translated."""


_IN_ENGLISH = (State.UNTRANSLATED, State.SHARED)


class Choice(NamedTuple):
    """A language in the menu of a page."""

    code: str
    tag: str
    name: str
    direction: str
    url: str
    current: bool
    translated: bool


@dataclass(frozen=True, slots=True)
class PageView:
    """All that the theme needs to know of a page beside its content."""

    language: Language
    state: State
    body_lang: str
    body_dir: str
    canonical: str
    noindex: bool
    alternates: tuple[tuple[str, str], ...]
    """`(hreflang, absolute address)` of each real translation, with itself and `x-default`."""
    languages: tuple[Choice, ...]
    english_url: str
    help_url: str
    """Where readers learn how to translate the page."""
    messages: Mapping[str, str]
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True, order=True)
class SitemapEntry:
    """A page in the sitemap: its absolute address, and its alternates as in `PageView`."""

    url: str
    alternates: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Site:
    """The site in one language."""

    root: Path
    language: Language
    tree: Tree
    messages: Mapping[str, str]
    versions: Mapping[str, str]
    base_url: str
    """The address of the English home page, with a slash at the end."""
    _real: dict[PageKey, list[Language]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @cached_property
    def english_messages(self) -> Mapping[str, str]:
        """The site's own words in English."""
        return languages.messages(self.root, SOURCE)

    @property
    def folder(self) -> Path:
        """The folder of the language's sources."""
        return self.tree.folder(self.language.code)

    @property
    def english_folder(self) -> Path:
        """The folder of the English sources, which hold the assets as well."""
        return self.tree.folder(SOURCE)

    def source(self, key: PageKey) -> Page | None:
        """Return the source that the page is made from: its translation, or the English page."""
        if self.tree.languages.is_never_translated(key):
            return self.tree.page(SOURCE, key)
        return self._translation(self.language, key) or self.tree.page(SOURCE, key)

    def _translation(self, language: Language, key: PageKey) -> Page | None:
        """Return the page in a language; None where all of it is still to be translated."""
        page = self.tree.page(language.code, key)
        try:
            if page is None or language.is_source or MARK not in page.text:
                return page
            found = Workbench.of(self.tree).translation(language.code, key)
        except DocsError:  # told by whoever shows the page
            return page
        return page if found is None or found.is_begun else None

    def is_made_from(self, key: PageKey, file: SourceFile) -> bool:
        """Whether the file is what the page is made from, or there is nothing else."""
        source = self.source(key)
        return source is None or str(self.root / source.path) == file.abs_src_path

    def state(self, key: PageKey) -> State:
        """Return what readers of this language get for the page."""
        if self.language.is_source:
            return State.ORIGINAL
        if self.tree.languages.is_never_translated(key):
            return State.SHARED
        return State.TRANSLATED if self._translation(self.language, key) else State.UNTRANSLATED

    def source_path(self, file: SourceFile) -> str:
        """Return the path of a file's source from the root, `/`-separated."""
        if file.abs_src_path is None:
            return "(generated)"
        path = Path(file.abs_src_path)
        inside = path.is_relative_to(self.root)
        return (path.relative_to(self.root) if inside else path).as_posix()

    def language_folder(self, file: SourceFile) -> Path:
        """Return the language folder that a file's source lies in; this language's for others."""
        docs = self.root / DOCS
        if file.abs_src_path is not None and Path(file.abs_src_path).is_relative_to(docs):
            return docs / Path(file.abs_src_path).relative_to(docs).parts[0]
        return self.folder

    def is_own(self, file: SourceFile) -> bool:
        """Whether a file's content is written in the language of the site."""
        return self.language_folder(file) == self.folder

    def labels(self, file: SourceFile) -> Mapping[str, str]:
        """Return the site's own words in the language that a file's content is written in."""
        return self.messages if self.is_own(file) else self.english_messages

    def missing_files(self) -> list[str]:
        """Return the English files that this language lacks, or must not have of its own.

        They are paths below the language folder, pages and assets, in the order of MkDocs, since
        which names an object of the code has follows from it.
        """
        if self.language.is_source:
            return []
        own = set(tree.files_below(self.folder))
        never = self.tree.languages.is_never_translated
        return [
            path
            for path in tree.files_below(self.english_folder)
            if path not in own
            or never(PageKey(path))
            or (path.endswith(".md") and self.state(PageKey(path)) is State.UNTRANSLATED)
        ]

    def sitemap(self, pages: Mapping[PageKey, str]) -> list[SitemapEntry]:
        """Return what search engines are told of: this language's own pages, sorted by address.

        `pages` maps each page to its address below the language's home.
        """
        own = (State.ORIGINAL, State.TRANSLATED)
        return sorted(
            SitemapEntry(f"{self.base_url}{self.language.prefix}{url}", self._alternates(key, url))
            for key, url in pages.items()
            if self.state(key) in own
        )

    def _alternates(self, key: PageKey, url: str) -> tuple[tuple[str, str], ...]:
        """Return `(hreflang, address)` of each real translation, with itself and `x-default`."""
        if self.tree.languages.is_never_translated(key):
            return ()
        real = self.translations(key)
        found = [(lang.tag, f"{self.base_url}{lang.prefix}{url}") for lang in real]
        return (*found, ("x-default", f"{self.base_url}{url}"))

    def translations(self, key: PageKey) -> list[Language]:
        """Return the languages in which readers get the page, or a part of it, English first."""
        if key not in self._real:
            known = self.tree.languages.all
            self._real[key] = [lang for lang in known if self._translation(lang, key)]
        return self._real[key]

    def root_url(self, url: str) -> str:
        """Return the address of the English home from a page, empty or with a slash at the end.

        `url` is the page's address below its language's home.
        """
        folder = posixpath.dirname(f"{self.language.prefix}{url}") or "."
        up = posixpath.relpath(".", folder)
        return "" if up == "." else f"{up}/"

    def marks_of_english(self, key: PageKey) -> str:
        """Return the attributes of an element that shows the page's title; none in its language."""
        return self.english_marks if self.state(key) in _IN_ENGLISH else ""

    @property
    def english_marks(self) -> str:
        """The attributes of an element that shows English among the language's own text."""
        other = ' dir="ltr"' if self.language.direction != "ltr" else ""
        return f' lang="{SOURCE}"{other}'

    def section_title(self, key: PageKey) -> str | None:
        """Return the title that the section gets whose index is the page `key`."""
        source = self.source(key)
        return source.document.title if source else None

    def view(self, key: PageKey, url: str, *, root_url: str) -> PageView:
        """Return what the theme needs for a page.

        `url` is the page's address below its language's home, `root_url` the relative address
        of the English home from this page, with a slash at the end.
        """
        state = self.state(key)
        in_english = state in _IN_ENGLISH
        body = self.tree.languages.source if in_english else self.language
        known = self.tree.languages
        real = known.all if known.is_never_translated(key) else self.translations(key)
        choices = tuple(
            Choice(
                code=lang.code,
                tag=lang.tag,
                name=lang.name,
                direction=lang.direction,
                url=f"{root_url}{lang.prefix}{url}" or "./",
                current=lang.code == self.language.code,
                translated=lang in real,
            )
            for lang in known.all
        )
        own = "" if in_english else self.language.prefix
        return PageView(
            language=self.language,
            state=state,
            body_lang=body.tag,
            body_dir=body.direction,
            canonical=f"{self.base_url}{own}{url}",
            noindex=in_english,
            alternates=self._alternates(key, url),
            languages=choices,
            english_url=f"{root_url}{url}" or "./",
            help_url=f"{root_url}{self.language.prefix}{HELP}",
            messages=self.messages,
            versions=self.versions,
        )


def load(root: Path, code: str, base_url: str) -> Site:
    """Return the site of the language `code` below `root`.

    Raises `DocsError` where the language is unknown or its registration can't be read, where the
    theme does not know it, and where one of its files would be overwritten by another.
    """
    loaded = tree.load(root)
    language = loaded.languages[code]
    report.refuse([*theme.check(root, language), *outputs.check(loaded, code)])
    return Site(
        root=root,
        language=language,
        tree=loaded.anew(code),
        messages=languages.messages(root, code),
        versions=versions.installed(),
        base_url=base_url if base_url.endswith("/") else f"{base_url}/",
    )
