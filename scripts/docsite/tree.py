"""`docs/` as one object: the pages of every language, each read and scanned at most once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from scripts.docsite import encoding, markdown, page_names
from scripts.docsite import languages as languages_room
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE, Language, Languages
from scripts.docsite.model import Location, PageKey


@dataclass(frozen=True)
class Page:
    """A page's source in one language."""

    root: Path = field(repr=False)
    language: str
    key: PageKey

    @property
    def path(self) -> str:
        """The source's path from the root: `docs/es/tutorial/first-steps.md`."""
        return f"{DOCS}/{self.language}/{self.key}"

    @cached_property
    def text(self) -> str:
        """The source, every line end made `\\n`; raises `DocsError` where it is not UTF-8."""
        return read_text(self.root, self.path)

    @cached_property
    def document(self) -> markdown.Document:
        """The scanned source; raises `DocsError` where its structure can't be read."""
        return markdown.scan(self.text, self.path)


@dataclass(frozen=True)
class Tree:
    """All pages below `docs/`, by language and key."""

    root: Path
    languages: Languages
    pages: Mapping[str, Mapping[PageKey, Page]]
    unknown_folders: tuple[str, ...] = ()
    """Folders below `docs/` that are no registered language; `load` refuses them."""

    def folder(self, language: str) -> Path:
        """Return the folder of a language's sources."""
        return self.root / DOCS / language

    def page(self, language: str, key: PageKey) -> Page | None:
        """Return the page in the language, or None where it has none."""
        return self.pages.get(language, {}).get(key)

    @property
    def source_pages(self) -> Mapping[PageKey, Page]:
        """The English pages, sorted by key."""
        return self.pages[SOURCE]

    def keys(self, pages: Sequence[str]) -> list[PageKey]:
        """Return the keys of English pages as people name them, all where none is named.

        Raises `DocsError` for a page that is not there.
        """
        keys = [page_names.page_key(page, *self.languages.codes) for page in pages]
        for key in keys:
            self.source_page(key)
        return keys or list(self.source_pages)

    def source_page(self, key: PageKey) -> Page:
        """Return an English page; raises `DocsError` where it is not there."""
        if key not in self.source_pages:
            near = page_names.near(key, self.source_pages)
            hint = f"did you mean {near}?" if near else f"name a page in {DOCS}/{SOURCE}/"
            at = Location(f"{DOCS}/{SOURCE}/{key}")
            raise DocsError(f"there is no English page {key}", at=at, hint=hint)
        return self.source_pages[key]

    def translations(self, key: PageKey) -> tuple[Language, ...]:
        """Return the languages that have a source of the page, English first."""
        return tuple(lang for lang in self.languages.all if self.page(lang.code, key))

    def renewed(self, language: str, key: PageKey) -> Tree:
        """Return the tree with a page, in one language, that is to be read anew."""
        return self._with(language, {**self.pages[language], key: Page(self.root, language, key)})

    def anew(self, language: str) -> Tree:
        """Return the tree with the pages of a translation to be read anew, and kept with it alone.

        What is read of the others, English among them, stays with both.
        """
        if language == SOURCE:
            return self
        fresh = {key: Page(self.root, language, key) for key in self.pages[language]}
        return self._with(language, fresh)

    def _with(self, language: str, pages: Mapping[PageKey, Page]) -> Tree:
        own = MappingProxyType(pages)
        return replace(self, pages=MappingProxyType({**self.pages, language: own}))

    def __iter__(self) -> Iterator[Page]:
        """Go through all pages, English first, languages and keys in order."""
        for pages in self.pages.values():
            yield from pages.values()


_shared: dict[Path, Tree] = {}


@contextmanager
def shared(root: Path) -> Iterator[Tree | None]:
    """Let all who load the tree below `root` meanwhile have the same, and so read each page once.

    Gives it; None where it can't be loaded, which is told to those who load it. Processes that are
    forked meanwhile have it, too. What changes on the disk is not seen.
    """
    if root in _shared:
        yield _shared[root]
        return
    with suppress(DocsError):
        _shared[root] = load(root)
    try:
        yield _shared.get(root)
    finally:
        _shared.pop(root, None)


def load(root: Path) -> Tree:
    """Return the tree below `root`; nothing but folders is read yet.

    Raises `DocsError` where `docs/` has a folder that is no registered language.
    """
    if root in _shared:
        return _shared[root]
    found = survey(root)
    for name in found.unknown_folders:
        raise DocsError(
            f"the folder is no registered language: {name!r}",
            at=Location(f"{DOCS}/{name}"),
            hint=f"register it with `docs new-lang {name}`, or move the folder away",
        )
    return found


def survey(root: Path) -> Tree:
    """Return the tree as `load` does, with the folders that `load` refuses only named in it.

    Raises `DocsError` where there is no `docs/`, or the languages can't be read.
    """
    known = languages_room.load(root)
    try:
        folders = sorted(entry.name for entry in os.scandir(root / DOCS) if entry.is_dir())
    except OSError as error:
        raise DocsError(
            f"the folder can't be read: {error.strerror}",
            at=Location(DOCS),
            hint=f"create {DOCS}/{SOURCE}/ with its index.md",
        ) from error
    unknown = tuple(name for name in folders if name not in known)
    pages = {code: _pages(root, code) for code in known.codes}
    return Tree(root, known, MappingProxyType(pages), unknown)


def _pages(root: Path, language: str) -> Mapping[PageKey, Page]:
    keys = map(PageKey, sources(root / DOCS / language, ".md"))
    return MappingProxyType({key: Page(root, language, key) for key in keys})


def sources(folder: Path, suffix: str) -> list[str]:
    """Return the files below a folder that end in `suffix`, sorted, by their paths from there.

    Whatever begins with a dot is left out, as MkDocs does: editors keep their locks there.
    """
    found = []
    for directory, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(directory).relative_to(folder).as_posix()
        prefix = "" if below == "." else f"{below}/"
        files = (name for name in names if name.endswith(suffix) and not name.startswith("."))
        found += [f"{prefix}{name}" for name in files]
    return sorted(found)


def files_below(folder: Path) -> list[str]:
    """Return the files below a folder in the order of MkDocs: `index` first, and folders last."""

    def order(name: str) -> tuple[bool, str]:
        return (name.rpartition(".")[0] or name) not in ("index", "README"), name

    found = []
    for directory, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        names.sort(key=order)
        below = os.path.relpath(directory, folder).replace(os.sep, "/")
        prefix = "" if below == "." else f"{below}/"
        found += [f"{prefix}{name}" for name in names if not name.startswith(".")]
    return found


def read_text(root: Path, path: str) -> str:
    """Return the text of the file `path` below `root`, every line end made `\\n`.

    Raises `DocsError` with the line of the first byte that is not UTF-8, and where the file is
    not there.
    """
    try:
        raw = (root / path).read_bytes()
    except OSError as error:
        raise DocsError(
            f"the file can't be read: {error.strerror}", at=Location(path), hint="is it there?"
        ) from error
    text = encoding.decoded(raw, path).removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
