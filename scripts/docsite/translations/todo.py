"""What a translator may do next: sections that are stale or missing, the most read pages first.

Where there is a file `data/page_weights.yml`, with lines such as `tutorial/body.md: 420`, the pages
come by its numbers, the highest first. Those that it does not name follow, in the order of the
navigation.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from scripts.docsite import configuration, yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location, PageKey
from scripts.docsite.page_names import page_key
from scripts.docsite.translations import history
from scripts.docsite.translations.impact_report import as_code
from scripts.docsite.translations.states import State, Translation, Workbench
from scripts.docsite.translations.word_diff import word_diff

WEIGHTS = "data/page_weights.yml"


class Kind(Enum):
    """What is to be done: its name, and the command or the edit that does it."""

    CHANGED = "English has changed"
    EDITED = "English and the translation have changed"
    CODE_CHANGED = "the code has changed"
    MISSING = "the section is missing"
    MARKED = "marked to be translated"
    PAGE = "the page is missing"
    UNSYNCED = "not recorded"
    UNREAD = "a machine's draft that nobody has reviewed"
    ORPHAN = "English has no such section"

    @property
    def remedy(self) -> str:
        """How it is done."""
        return _REMEDIES[self]


_REMEDIES = {
    Kind.CHANGED: "see it with `docs translations diff`, translate it, then `sync --done SECTION`",
    Kind.EDITED: "see it with `docs translations diff`; if nothing is left, `sync --done SECTION`",
    Kind.CODE_CHANGED: "`docs translations propagate` does what is certain",
    Kind.MISSING: "put it in place with `docs translations start`",
    Kind.MARKED: "translate it, and remove the mark",
    Kind.PAGE: "put it in place with `docs translations start`",
    Kind.UNSYNCED: "look at it, then `docs translations sync` the page",
    Kind.UNREAD: "read it, mend it, then `docs translations reviewed --by NAME`",
    Kind.ORPHAN: "remove it, or give it the English id",
}
_KINDS = {
    State.PROSE_CHANGED: Kind.CHANGED,
    State.CODE_CHANGED: Kind.CODE_CHANGED,
    State.UNSYNCED: Kind.UNSYNCED,
    State.ORPHAN: Kind.ORPHAN,
}
_EDITED = {State.CURRENT: Kind.UNSYNCED, State.PROSE_CHANGED: Kind.EDITED}
"""What is to be done where a section was edited since it was recorded."""
_WORDLESS = (Kind.CODE_CHANGED, Kind.UNSYNCED, Kind.UNREAD, Kind.ORPHAN)
"""What asks for a look, and not for a translation."""


@dataclass(frozen=True)
class Task:
    """One thing to do on one page."""

    page: PageKey
    kind: Kind
    section: str
    """The id of the section; empty where the whole page is meant."""
    location: Location
    """Where to do it, or where the English text is."""
    words: int
    """About how many English words are to be translated."""

    def __str__(self) -> str:
        """Return the task as a line of a terminal."""
        section = f" '{self.section}'" if self.section else ""
        return f"{self.location}: {self.kind.value}{section}{_estimate(self)}"


def todo(bench: Workbench, language: str, wanted: Sequence[str] = ()) -> list[Task]:
    """Return what is to be done in a language, or on the pages `wanted`: the most read first.

    Raises `DocsError` where there is no such language or page, or a file can't be read.
    """
    code = bench.tree.languages.translated(language).code
    keys = [bench.to_translate(code, page_key(name, code)).key for name in wanted]
    return [task for key in keys or ordered(bench) for task in _of_page(bench, code, key)]


def ordered(bench: Workbench) -> list[PageKey]:
    """Return the pages that are to be translated, the most read ones first."""
    nav = configuration.load(bench.tree.root).nav or ()
    places = {key: place for place, (key, _) in reversed([*enumerate(nav)])}
    weights = weights_of(bench.tree.root, bench.tree.source_pages)
    last = len(places)
    return sorted(
        bench.page_keys(), key=lambda key: (-weights.get(key, -1), places.get(key, last), key)
    )


def weights_of(root: Path, known: Container[PageKey]) -> Mapping[PageKey, float]:
    """Return how often the pages are read, of those that the project at `root` says it of.

    Raises `DocsError` with the line that is not of that form, or names none of the pages `known`.
    """
    if not (root / WEIGHTS).is_file():
        return {}
    source = yaml_file.load(root, WEIGHTS)
    hint = "write lines of the form `tutorial/body.md: 420`: a page below docs/en, and a number"
    if not isinstance(source.data, dict):
        raise DocsError("the file is no mapping", at=Location(WEIGHTS), hint=hint)
    for key, weight in source.data.items():
        if key not in known:
            raise DocsError(f"there is no page {key!r}", at=source.at(key), hint=hint)
        if isinstance(weight, bool) or not isinstance(weight, int | float) or weight < 0:
            raise DocsError(f"{weight!r} is no weight", at=source.at(key), hint=hint)
    return {PageKey(key): float(weight) for key, weight in source.data.items()}


def _of_page(bench: Workbench, language: str, key: PageKey) -> Iterator[Task]:
    page = bench.translation(language, key)
    if page is None:
        english = bench.english(key)
        words = sum(english.words.values())
        yield Task(key, Kind.PAGE, "", Location(english.path), words)
        return
    for id_, state in page.states.items():
        kind = _kind(page, id_, state)
        if kind is not None:
            section = page.sections.get(id_) or page.marked.get(id_)
            path = page.path if section else page.english.path
            line = (section or page.english.sections[id_]).line
            yield Task(
                key, kind, id_, Location(path, line), _words(page, id_, kind, bench.tree.root)
            )


def _kind(page: Translation, id_: str, state: State) -> Kind | None:
    if state is State.MISSING:
        return Kind.MARKED if id_ in page.marked else Kind.MISSING
    if state is State.CURRENT and page.record and page.record.origin(id_).is_unread:
        return Kind.UNREAD
    if state in _EDITED and page.is_edited(id_):
        return _EDITED[state]
    return _KINDS.get(state)


def _words(page: Translation, id_: str, kind: Kind, root: Path) -> int:
    """Return how many words are new to the translator: those that changed, where git knows."""
    if kind in _WORDLESS:
        return 0
    entry = page.record.entries.get(id_) if page.record else None
    is_changed = kind in (Kind.CHANGED, Kind.EDITED)
    before = history.old_sections(root, entry.blob) if entry and is_changed else None
    if before is None or id_ not in before:
        return page.english.words[id_]
    pieces = word_diff(before[id_].text, page.english.sections[id_].text)
    added = (piece.text for piece in pieces if piece.kind == "added")
    return sum(any(map(str.isalnum, word)) for text in added for word in text.split())


def about(words: int) -> str:
    """Return an estimate in words, for people."""
    return f"about {words} word{'s' * (words != 1)}"


def as_text(tasks: Sequence[Task], limit: int = 0) -> str:
    """Return the first `limit` tasks a line each, all where it is 0, and the sums of all."""
    if not tasks:
        return "nothing to do\n"
    shown = tasks[:limit] if limit else tasks
    lines = [str(task) for task in shown]
    if len(shown) < len(tasks):
        lines.append(f"… and {len(tasks) - len(shown)} more")
    lines.append("")
    lines += [f"{count:5} × {told}\n      → {remedy}" for count, told, remedy in _sums(tasks)]
    total = sum(task.words for task in tasks)
    return "\n".join([*lines, f"{len(tasks):5} in all, {about(total)}"]) + "\n"


def _sums(tasks: Sequence[Task]) -> Iterator[tuple[int, str, str]]:
    """Yield for each kind that there is how many tasks are of it, what it is, and the remedy."""
    for kind in Kind:
        chosen = [task for task in tasks if task.kind is kind]
        if chosen:
            words = sum(task.words for task in chosen)
            yield len(chosen), kind.value + (f", {about(words)}" if words else ""), kind.remedy


def as_markdown(tasks: Sequence[Task], limit: int = 0) -> str:
    """Return the tasks as `as_text` does, as a list to tick off in an issue, page by page."""
    if not tasks:
        return "Nothing to do.\n"
    shown = tasks[:limit] if limit else tasks
    lines: list[str] = []
    for page, group in itertools.groupby(shown, key=lambda task: task.page):
        lines += _boxes(page, [*group])
    if len(shown) < len(tasks):
        lines.append(f"\n… and {len(tasks) - len(shown)} more")
    total = sum(task.words for task in tasks)
    lines.append(f"\n{len(tasks)} in all, {about(total)}:\n")
    lines += [f"- {count} × {told}: {remedy}" for count, told, remedy in _sums(tasks)]
    return "\n".join(lines) + "\n"


def _boxes(page: PageKey, tasks: Sequence[Task]) -> Iterator[str]:
    """Yield a line for a page, or for it and each of its sections."""
    head = f"- [ ] {as_code(page)}"
    if len(tasks) == 1 and not tasks[0].section:
        yield f"{head}: {tasks[0].kind.value}{_estimate(tasks[0])}"
        return
    yield head
    for task in tasks:
        yield f"  - [ ] {as_code(f'#{task.section}')}: {task.kind.value}{_estimate(task)}"


def _estimate(task: Task) -> str:
    """Return how much is to be translated, behind a blank; nothing where no words are."""
    return f" ({about(task.words)})" if task.words else ""


def as_json(tasks: Sequence[Task], limit: int = 0) -> str:
    """Return the tasks as `as_text` does, as a JSON object."""
    data = {
        "tasks": [
            {
                "page": str(task.page),
                "kind": task.kind.name.lower(),
                "section": task.section or None,
                "path": task.location.path,
                "line": task.location.line,
                "words": task.words,
            }
            for task in (tasks[:limit] if limit else tasks)
        ],
        "total": len(tasks),
        "words": sum(task.words for task in tasks),
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
