"""What is measured: a change, the build after it, and whether the site shows the change.

Every edit is text that was never there before, and every build is looked at: a figure of a build
that did something else, or nothing, is none.
"""

from __future__ import annotations

import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from benchmarks.peers import FIRST, Peer, Project
from benchmarks.processes import Cost
from scripts.docsite.languages import SOURCE
from scripts.docsite.model import PageKey

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "cold": "cold, all languages",
        "nothing": "nothing changed",
        "restored": "nothing changed, cache restored, no site",
        "translated": "one translated page edited",
        "untranslated": "an untranslated English page edited",
        "added": "a page added to the navigation",
        "deeper": "a page added to a section of it",
    }
)


class NotShown(AssertionError):
    """A built site does not show what its sources say."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a tree that cases edit."""

    translated: PageKey
    language: str
    """A language that has a translation of it."""
    untranslated: PageKey
    near: PageKey
    """An English page in the folder that has most of them."""

    @classmethod
    def of(cls, project: Project) -> Pages:
        """Choose the last pages of their kind, which link to nothing that counts on them."""
        pages = project.pages
        language = next(code for code in project.codes if code != SOURCE and pages.pages[code])
        never = pages.languages.is_never_translated
        wanted = [key for key in pages.source_pages if not never(key)]
        translated = [key for key in wanted if pages.page(language, key)]
        alone = [key for key in wanted if len(pages.translations(key)) == 1]
        folders = Counter(PurePosixPath(key).parent for key in wanted if "/" in key)
        largest = max(folders, key=lambda folder: folders[folder])
        near = [key for key in wanted if PurePosixPath(key).parent == largest]
        return cls(translated[-1], language, alone[-1], near[-1])


class Bench:
    """A peer with its cases; each run of one is checked before it counts."""

    def __init__(self, peer: Peer) -> None:
        self.peer = peer
        self.codes = peer.project.codes
        self.pages = Pages.of(peer.project)
        self._shown: list[tuple[Path, str]] = []
        """What the site has to show since the last edits, whatever is built."""
        self._built = False

    def run(self, case: str) -> Cost:
        """Run one case; raises `NotShown` where the site is not what it has to be."""
        if case != "cold" and not self._built:
            self.peer.build(self.codes)
        cost = self._cases[case]()
        self._built = True
        self._check()
        return cost

    @property
    def _cases(self) -> Mapping[str, Callable[[], Cost]]:
        return {
            "cold": self._cold,
            "nothing": lambda: self.peer.build(self.codes),
            "restored": self._restored,
            "translated": self._translated,
            "untranslated": self._untranslated,
            "added": self._added,
            "deeper": self._deeper,
        }

    def _cold(self) -> Cost:
        self._edit(self.pages.translated, [self.pages.language])
        self.peer.forget()
        return self.peer.build(self.codes)

    def _restored(self) -> Cost:
        self.peer.restore()
        return self.peer.build(self.codes)

    def _translated(self) -> Cost:
        self._edit(self.pages.translated, [self.pages.language])
        return self.peer.build([self.pages.language])

    def _untranslated(self) -> Cost:
        self._edit(self.pages.untranslated, self.codes)
        return self.peer.build(self.codes)

    def _added(self) -> Cost:
        return self._add("added-", FIRST, self.pages.untranslated)

    def _deeper(self) -> Cost:
        near = self.pages.near
        return self._add(f"{near.removesuffix('.md')}-", near, near)

    def _add(self, start: str, behind: str, shown: str) -> Cost:
        token = _token()
        key = f"{start}{token.lower()}.md"
        self.peer.add(key, f"# {token} {{ #added }}\n\nA page that was not there.\n", behind)
        for code in self.codes:
            self._expect(code, PageKey(key), f">{token}")
            self._expect(code, PageKey(shown), token)  # in the navigation of another
        return self.peer.build(self.codes)

    def _edit(self, key: PageKey, codes: Iterable[str]) -> None:
        token = _token()
        self.peer.append(key, list(codes), f"\nOne more paragraph: {token}.\n")
        for code in codes:
            self._expect(code, key, token)

    def _expect(self, code: str, key: PageKey, text: str) -> None:
        self._shown.append((self.address(code, key), text))

    def address(self, code: str, key: PageKey) -> Path:
        """Return the file of a page in a language's built site."""
        path = Path(key.removesuffix(".md"))
        folder = path.parent if path.name == "index" else path
        return self.peer.site(code) / folder / "index.html"

    def _check(self) -> None:
        """Look for every page, and for all that edits have brought so far."""
        for code, key in self._every():
            if not self.address(code, key).is_file():
                raise NotShown(f"{self.peer.title}: {code}/{key} was not built")
        for path, text in self._shown:
            if not path.is_file() or text not in path.read_text(encoding="utf-8"):
                raise NotShown(f"{self.peer.title}: {path} does not show {text}")

    def weight(self) -> tuple[int, int]:
        """Return the number of built pages, and the bytes of all their HTML."""
        pages = [self.address(code, key) for code, key in self._every()]
        return len(pages), sum(path.stat().st_size for path in pages)

    def _every(self) -> Iterator[tuple[str, PageKey]]:
        yield from product(self.codes, self.peer.project.pages.source_pages)


def _token() -> str:
    return f"Measured{secrets.token_hex(4)}"
