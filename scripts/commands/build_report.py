"""What a build tells in the end: what it made and why, and where the time went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from scripts.engine.builds.driver import BuildReport, LanguageResult
    from scripts.engine.builds.timing import PageTime
    from scripts.engine.machines.joining import Joined
    from scripts.engine.machines.merging import Merged
    from scripts.engine.machines.plans import Shard
    from scripts.engine.machines.shards import Task

SLOWEST = 15
"""How many pages a profile names."""
LISTED = 20
"""How many files or pages are named before it becomes a number."""


def summary(report: BuildReport) -> str:
    """Return the line that tells how a build ended."""
    pages = sum(result.pages for result in report.languages)
    count = len(report.languages)
    return f"{pages} pages in {_number(count, 'language')}, {report.seconds:.1f} s"


def planned(shard: Shard, task: Task) -> str:
    """Return the line that tells what a shard has to do, and how even the shares are."""
    shares = ", ".join(
        code if pages is None else f"{_number(len(pages), 'page')} of {code}"
        for code, pages in task.share.items()
    )
    even = f"{task.part:.1%} of the work; an even share is {1 / shard.count:.1%}"
    return f"shard {shard}: {shares or 'nothing'} ({even}, the largest {task.most:.1%})"


def merged(done: Merged) -> Iterator[str]:
    """Yield what a merge did."""
    for each in done.joined:
        yield f"{each.result.language}: {_joined(each)}"
    yield f"{done.files} files in {done.languages} languages, from {done.shards} shards"


def merge_warnings(done: Merged) -> Iterator[str]:
    """Yield what a merge has to tell of the languages that were split."""
    for path in done.damaged:
        yield f"{path}: damaged; what it should hold was made again"
    for each in done.joined:
        yield from (f"{each.result.language}: {text}" for text in each.result.warnings)


def _joined(joined: Joined) -> str:
    if joined.result.restored:
        return f"restored from the cache, {joined.result.pages} pages"
    pages = _number(joined.result.pages, "page")
    return f"{pages} from {_number(joined.parts, 'part')}, {joined.again or 'none'} rendered again"


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' * (count != 1)}"


def reasons(report: BuildReport) -> Iterator[str]:
    """Yield what changed, and what was made of it."""
    if all(result.reused for result in report.languages):
        yield "nothing changed since the last build"
        return
    if report.changes is None:
        yield "no earlier build is known: everything counts as changed"
    else:
        told = report.changes.told()
        yield from _shortened(told)
        if not told:
            yield "no source differs: site/, the times of files or the installed packages do"
    for result in report.languages:
        yield f"{result.language}: {_made(result)}"


def _made(result: LanguageResult) -> str:
    if result.reused:
        return "nothing changed"
    if result.restored:
        return f"restored from the cache, {result.pages} pages"
    times = result.times.pages if result.times else {}
    made = sorted(path for path, page in times.items() if page.made)
    named = f": {', '.join(made)}" if 0 < len(made) <= 5 else ""
    part = " of the part" if result.part else ""
    return f"{len(made)} of {result.pages} pages{part} made anew{named}"


def phases(report: BuildReport) -> Table:
    """Return where the time went, by language and phase, in seconds."""
    from scripts.engine.builds.timing import PHASES

    table = Table(title="Seconds by phase", title_justify="left", box=None)
    table.add_column("")
    for name in (*PHASES, "all", "pages", "anew"):
        table.add_column(name, justify="right")
    for result in report.languages:
        table.add_row(*_spans(result))
    return table


def slowest(report: BuildReport) -> Table:
    """Return the pages that took longest, in seconds."""
    table = Table(title="The slowest pages", title_justify="left", box=None)
    for name in ("Markdown", "theme", "all"):
        table.add_column(name, justify="right")
    table.add_column("page", overflow="fold")
    found = [(p.markdown + p.theme, p, name) for name, p in _pages(report)]
    for seconds, page, name in sorted(found, key=lambda entry: -entry[0])[:SLOWEST]:
        table.add_row(f"{page.markdown:.2f}", f"{page.theme:.2f}", f"{seconds:.2f}", name)
    return table


def _pages(report: BuildReport) -> Iterator[tuple[str, PageTime]]:
    for result in report.languages:
        for path, page in result.times.pages.items() if result.times else ():
            yield f"{result.language}/{path}", page


def _spans(result: LanguageResult) -> Iterator[str]:
    """Yield the cells of a language: its seconds by phase and in all, its pages."""
    from scripts.engine.builds.timing import PHASES

    pages = result.times.pages if result.times else {}
    yield result.language
    for name in PHASES:
        yield f"{result.times.phases.get(name, 0):.2f}" if result.times else ""
    yield f"{result.seconds:.2f}" if result.times else ""
    yield str(result.pages)
    yield str(sum(page.made for page in pages.values()))


def _shortened(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:LISTED]
    if len(lines) > LISTED:
        yield f"… and {len(lines) - LISTED} more"
