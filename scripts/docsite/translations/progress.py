"""The progress of all languages, as the page of the site shows it: computed, never committed."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from scripts.docsite import addresses, configuration, tree
from scripts.docsite.includes.files import FOLDERS
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.model import PageKey
from scripts.docsite.translations import todo
from scripts.docsite.translations.checking import STALE
from scripts.docsite.translations.cores import Task
from scripts.docsite.translations.memo import Memo, memo
from scripts.docsite.translations.states import State, Workbench
from scripts.docsite.translations.status import LanguageStatus, PageStatus, survey

Pages = Sequence[PageStatus]

_NEXT = 3
"""How many pages each language is invited to translate next."""


def of_project(root: Path) -> list[dict[str, Any]]:
    """Return the progress of all languages below `root` as plain data, which is not to be changed.

    Raises `DocsError` where a page, a record or the navigation can't be read.
    """
    return _computed(root, _digest(root))


def remembered(root: Path) -> list[dict[str, Any]]:
    """Return the same, with the memo of the translations: only what changed is looked at anew.

    Raises what `of_project` raises.
    """
    bench = Workbench.of(tree.load(root))
    with memo(bench) as known:
        return _worked_out(bench, known)


def of_bench(bench: Workbench) -> list[dict[str, Any]]:
    """Return the same, made from pages that others have read.

    Raises what `of_project` raises.
    """
    return _worked_out(bench, Memo(bench))


def _digest(root: Path) -> bytes:
    """Return the digest of all that the progress is computed from.

    The files are read each time, so that a build can see what a page is made from.
    """
    found = hashlib.blake2b()
    paths = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))]
    for path in [root / configuration.FILE, *paths]:
        if path.is_file():
            content = path.read_bytes()
            found.update(f"{path.relative_to(root)}\0{len(content)}\0".encode())
            found.update(content)
    return found.digest()


@functools.lru_cache(maxsize=4)
def _computed(root: Path, digest: bytes) -> list[dict[str, Any]]:
    """Compute the progress once for each state of the sources: `digest` is what it goes by.

    Processes that are forked to build one language each have the result already.
    """
    return of_bench(Workbench.of(tree.load(root)))


def _worked_out(bench: Workbench, known: Memo) -> list[dict[str, Any]]:
    order = todo.ordered(bench)
    found = survey(bench, memo=known)
    shown = {status.language.code: _shown(status, order) for status in found}
    tasks = [task for code, pages in shown.items() for task in _tasks(code, pages)]
    told = known.answers("title", tasks, lambda code, key: _title(bench, code, key))
    titles = dict(zip(tasks, told, strict=True))
    return [_language(status, shown[status.language.code], titles) for status in found]


def _shown(found: LanguageStatus, order: Sequence[PageKey]) -> tuple[Pages, Pages]:
    """Return the translated pages, and those to be translated next."""
    known = {page.key: page for page in found.pages}
    pages = [known[key] for key in order]
    translated = [page for page in pages if page.is_translated]
    return translated, [page for page in pages if not page.is_translated][:_NEXT]


def _tasks(code: str, shown: tuple[Pages, Pages]) -> list[Task]:
    """Return the sources of the pages: translations, and English pages."""
    translated, following = shown
    ours = [(code, page.key) for page in translated]
    return [*ours, *((SOURCE, page.key) for page in following)]


def _title(bench: Workbench, code: str, key: PageKey) -> str:
    return (bench.tree.pages[code][key].document.title or key).replace("`", "")


def _language(
    found: LanguageStatus, shown: tuple[Pages, Pages], titles: Mapping[Task, str]
) -> dict[str, Any]:
    language = found.language
    translated, following = shown
    return {
        "code": language.code,
        "tag": language.tag,
        "direction": language.direction,
        "name": language.name,
        "pages": len(found.pages),
        "translated": len(found.translated),
        "current": len(found.current),
        "stale": len(found.stale),
        "percent": found.percent,
        "words": sum(count for state, count in found.words.items() if state is not State.ORPHAN),
        "bar": _bar(found),
        "translations": [_page(page, language.code, titles) for page in translated],
        "next": [_page(page, SOURCE, titles) for page in following],
    }


def _bar(found: LanguageStatus) -> list[dict[str, Any]]:
    """Return the parts of a bar as wide as all words: where each starts, how wide it is, in %."""
    counts = _counts(found)
    total = sum(counts.values()) or 1
    bar, start = [], 0.0
    for name, count in counts.items():
        width = round(100 * count / total, 2)
        bar.append({"name": name, "start": round(start, 2), "width": width, "words": count})
        start += width
    return bar


def _page(page: PageStatus, code: str, titles: Mapping[Task, str]) -> dict[str, Any]:
    """Return one page with its title, address and source in a language."""
    return {
        "title": titles[code, page.key],
        "url": addresses.page_url(page.key, directory_urls=True),
        "source": f"{DOCS}/{code}/{page.key}",
        "state": _state(page),
        "words": _counts(page),
    }


def _counts(found: LanguageStatus | PageStatus) -> dict[str, int]:
    """Return how many English words readers get in each way, the best first."""
    return {
        "current": found.covered,
        "draft": found.draft_words,
        "stale": sum(found.words.get(state, 0) for state in STALE),
        "missing": found.words.get(State.MISSING, 0),
    }


def _state(page: PageStatus) -> str:
    if page.is_current:
        return "up to date"
    if STALE & {*page.states.values()}:
        return "behind English"
    if State.MISSING in page.states.values():
        return "in part"
    return "to be reviewed" if page.drafts else "to be recorded"
