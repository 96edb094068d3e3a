"""A memo of what was worked out of translated pages, so that only what changed is looked at anew.

An answer stands under the hash of all that it depends on: the tools, the page, its English page,
the files that this one includes, and the glossary. No name and no date is believed; a memo that
can't be read, or is not as it was written, is an empty one.
"""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from scripts.docsite.translations import cores
from scripts.docsite.translations.cores import Task, Work
from scripts.docsite.translations.glossary.terms import FOLDER, SCHEMA
from scripts.docsite.translations.states import Workbench
from scripts.docsite.tree import Page
from scripts.docsite.writing import write_all

FILE = ".cache/translations/memo.json"
LIMIT = 20_000
"""The answers that are kept, those given last before all others."""


@dataclass
class Memo:
    """The answers of earlier runs, and those of this one."""

    bench: Workbench
    known: dict[str, Any] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)
    _hashes: dict[str, str] = field(default_factory=dict)

    def answers(self, question: str, tasks: Sequence[Task], work_out: Work) -> Iterator[Any]:
        """Yield the answer to a question about each page, as plain data; worked out where it is
        new.

        Raises `DocsError` where the pages can't be read, or `work_out` does.
        """
        if not self.known and not self.given:
            yield from self._first_answers(question, tasks, work_out)
            return
        names = [self._name(question, *task) for task in tasks]
        known = self.known.keys() | self.given.keys()
        new = {n: task for n, task in zip(names, tasks, strict=True) if n not in known}
        self.given |= cores.spread(new, work_out)
        for name, task in zip(names, tasks, strict=True):
            yield self._remembered(name, partial(work_out, *task))

    def _first_answers(self, question: str, tasks: Sequence[Task], work_out: Work) -> Iterator[Any]:
        """Yield answers where nothing is known: their names are found beside them, on all cores."""
        self._tools()

        def learned(language: str, key: PageKey) -> tuple[Any, dict[str, Any]]:
            before = len(self.given)
            name = self._name(question, language, key)
            answer = self.given[name] = work_out(language, key)
            return answer, dict(itertools.islice(self.given.items(), before, None))

        numbered = {str(number): task for number, task in enumerate(tasks)}
        found = cores.spread(numbered, learned)
        for number, task in numbered.items():
            answer, given = found.get(number) or learned(*task)
            self.given |= given
            yield answer

    def _name(self, question: str, language: str, key: PageKey) -> str:
        page = self.bench.tree.page(language, key)
        own = self._of_page(page) if page else ""
        parts = (question, language, key, own, self._english(key), self._glossary(language))
        return _hash(self._tools(), *parts)

    def _remembered(self, name: str, work_out: Callable[[], Any]) -> Any:
        if name not in self.given:
            self.given[name] = self.known[name] if name in self.known else work_out()
        return self.given[name]

    def _english(self, key: PageKey) -> str:
        """Return the hash of an English page and of what it includes."""
        if key not in self._hashes:
            page = self.bench.tree.source_pages[key]
            own = _hash(self._tools(), "includes", self._of_page(page))
            found = self._remembered(own, lambda: [i.path for i in page.document.includes])
            files = (self.bench.reader.file_hash(written) for written in found)
            self._hashes[key] = _hash(own, *files)
        return self._hashes[key]

    def _of_page(self, page: Page) -> str:
        if page.path not in self._hashes:
            self._hashes[page.path] = _text_hash(page.text)
        return self._hashes[page.path]

    def _glossary(self, language: str) -> str:
        return self._of_file(f"{FOLDER}/{language}.yml") + self._of_file(SCHEMA)

    def _of_file(self, name: str) -> str:
        if name not in self._hashes:
            path = self.bench.tree.root / name
            self._hashes[name] = _bytes_hash(path.read_bytes()) if path.is_file() else ""
        return self._hashes[name]

    def _tools(self) -> str:
        """Return the hash of all that makes an answer: the library, and what it is run with."""
        if "" not in self._hashes:
            library = sorted(Path(__file__).parents[1].rglob("*.py"))
            files = [_bytes_hash(path.read_bytes()) for path in library]
            self._hashes[""] = _hash(sys.version, yaml.__version__, *files)
        return self._hashes[""]


@contextmanager
def memo(bench: Workbench) -> Iterator[Memo]:
    """Give the memo of a project, and keep what it has learned; a full disk is no error."""
    found = Memo(bench, _load(bench.tree.root))
    yield found
    if not found.given.keys() <= found.known.keys():
        merged = {**found.given, **found.known}
        kept = dict(itertools.islice(merged.items(), LIMIT))
        with contextlib.suppress(DocsError):
            content = json.dumps(kept, ensure_ascii=False).encode()
            write_all(bench.tree.root, {FILE: _sealed(content)})


def _load(root: Path) -> dict[str, Any]:
    try:
        raw = (root / FILE).read_bytes()
        content = raw.partition(b"\n")[2]
        found = json.loads(content) if raw == _sealed(content) else {}
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _sealed(content: bytes) -> bytes:
    """Return the content behind a line that tells whether it is still the same."""
    return f"{_bytes_hash(content)}\n".encode() + content


def _hash(*parts: str) -> str:
    return _text_hash(json.dumps(parts))


def _text_hash(text: str) -> str:
    return _bytes_hash(text.encode())


def _bytes_hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
