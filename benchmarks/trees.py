"""Multilingual trees of any size for measurements: the project's own set-up, other pages.

A tree is a whole project: the hooks, theme, plugins, data and examples of this one, and generated
pages in a navigation that is as deep as their number asks for. The engine, stock MkDocs and the
`docs` command work in it as they do here. The same size makes the same tree, to the byte.

    python -m benchmarks.trees 12x150 FOLDER
    python -m benchmarks.trees 12x150@10% FOLDER
"""

from __future__ import annotations

import argparse
import math
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from benchmarks import texts, words
from scripts.docsite import languages, npm, tree
from scripts.docsite.languages import SOURCE
from scripts.docsite.translations import sync
from scripts.docsite.translations.states import Workbench
from scripts.docsite.writing import write_all

ROOT = Path(__file__).resolve().parents[1]

COPIED = ("mkdocs.yml", "pyproject.toml", "package.json", "package-lock.json", "data", "docs_src")
COPIED_TOO = ("overrides", "scripts", "docs/en/css", "docs/en/img", "docs/en/js")
VENDORED = ".cache/npm"
"""What npm installed: too much to copy, and never written to."""
LEAVES = 8
"""Pages of a section beside its index."""
BRANCHES = 6
"""Sections of a section."""
HALF = 50
"""How many of a hundred pages are translated where nothing is said of it."""
HOME = "index.md"
FIXED = (HOME, texts.HELP)
"""Pages of every tree: home, and the page that notices link to, which is never translated."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a tree is."""

    languages: int
    pages: int
    """Pages of each language, whether translated or shown in English."""
    percent: int = HALF
    """How many of a hundred pages are translated."""

    @classmethod
    def parse(cls, text: str) -> Size:
        """Return the size that `12x150` or `12x150@10%` names; raises `ValueError` for others."""
        match = re.fullmatch(r"(\d+)x(\d+)(?:@(\d{1,2}|100)%)?", text)
        if match is None:
            raise ValueError(
                f"{text!r} is no size: write languages x pages, as in 12x150, and how many of them"
                f" are translated where it is not half, as in 12x150@10%"
            )
        size = cls(int(match[1]), int(match[2]), int(match[3] or HALF))
        most = len(words.WORDS)
        if not 2 <= size.languages <= most or size.pages < LEAVES:
            raise ValueError(f"{text}: there are 2 to {most} languages, and {LEAVES} pages or more")
        return size

    def __str__(self) -> str:
        translated = f"@{self.percent}%" if self.percent != HALF else ""
        return f"{self.languages}x{self.pages}{translated}"


@dataclass(frozen=True, slots=True)
class Plan:
    """The pages of a tree: their paths in reading order, and the navigation that holds them."""

    keys: tuple[str, ...]
    nav: list[object]


def plan(pages: int) -> Plan:
    """Return the plan of so many pages: sections in sections, each with an index page."""
    depth = max(1, math.ceil(math.log(max(pages / (LEAVES + 1), 2), BRANCHES)))
    room = pages - len(FIXED)
    count = max(n for n in range(room) if n + _indexes(n, depth) <= room)
    short = room - count - _indexes(count, depth)
    more = [f"more-{number}.md" for number in range(1, short + 1)]
    chapters = [_chapter(number, depth) for number in range(count)]
    nav: list[object] = [HOME, *_sections(chapters, 0), *more, texts.HELP]
    return Plan(tuple(_flat(nav)), nav)


def _chapter(number: int, depth: int) -> tuple[str, ...]:
    """Return the folders and the name of a page that is no index: `("part-1", "page-3")`."""
    section, place = divmod(number, LEAVES)
    parts = [f"page-{place + 1}"]
    for _ in range(depth):
        section, branch = divmod(section, BRANCHES)
        parts.insert(0, f"part-{branch + 1}")
    return tuple(parts)


def _indexes(count: int, depth: int) -> int:
    """Return how many folders so many pages lie in: each has an index page."""
    folders, found = math.ceil(count / LEAVES), 0
    for _ in range(depth):
        found += folders
        folders = math.ceil(folders / BRANCHES)
    return found


def _sections(chapters: list[tuple[str, ...]], level: int) -> list[object]:
    found: list[object] = []
    folders: dict[str, list[tuple[str, ...]]] = {}
    for parts in chapters:
        if len(parts) == level + 1:
            found.append(f"{'/'.join(parts)}.md")
        else:
            folders.setdefault(parts[level], []).append(parts)
    for name, inside in folders.items():
        index = "/".join([*inside[0][: level + 1], HOME])
        found.append({name: [index, *_sections(inside, level + 1)]})
    return found


def _flat(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for inside in nav.values():
            yield from _flat(inside)
    elif isinstance(nav, list):
        for item in nav:
            yield from _flat(item)


def make(root: Path, size: Size) -> None:
    """Make the tree of a size in the folder `root`."""
    _copy(root)
    codes = list(words.WORDS)[: size.languages]
    found = plan(size.pages)
    (root / "mkdocs.yml").write_text(
        with_nav((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), found.nav), encoding="utf-8"
    )
    (root / languages.FILE).write_text(_languages(codes), encoding="utf-8")
    (root / "data/redirects.yml").write_text("{}\n", encoding="utf-8")
    shelf = texts.Shelf(found.keys, examples(root))
    pages = {f"docs/{SOURCE}/{key}": shelf.page(SOURCE, key) for key in found.keys}
    for code in codes:
        if code != SOURCE:
            keys = [
                key
                for key in found.keys
                if _is_translated(key, code, found.keys, size.percent / 100)
            ]
            pages |= {f"docs/{code}/{key}": shelf.page(code, key) for key in keys}
    write_all(root, {path: text.encode() for path, text in pages.items()})
    record(root)


def record(root: Path) -> None:
    """Write the sync records of all translations; a page that breaks a rule ends it."""
    changes = [sync.plan(page) for page in Workbench.of(tree.load(root)).chosen()]
    findings = [finding for change in changes for finding in change.findings]
    if findings:
        raise AssertionError(f"a generated translation breaks a rule: {findings[0]}")
    sync.apply(root, changes)


def with_nav(config: str, nav: list[object]) -> str:
    """Return the text of a `mkdocs.yml` with another navigation; the rest stays as it is."""
    before, _, rest = config.partition("\nnav:\n")
    lines = rest.split("\n")
    end = next(n for n, line in enumerate(lines) if line and not line.startswith((" ", "#")))
    written = yaml.safe_dump({"nav": nav}, sort_keys=False, allow_unicode=True)
    return f"{before}\n{written}\n" + "\n".join(lines[end:])


def examples(root: Path) -> list[str]:
    """Return the examples that pages include."""
    found = sorted((root / "docs_src").glob("*/tutorial*.py"))
    return [path.relative_to(root).as_posix() for path in found]


def _copy(root: Path) -> None:
    for name in (*COPIED, *COPIED_TOO):
        source, target = ROOT / name, root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, symlinks=True)
        elif source.exists():
            shutil.copyfile(source, target)
    share_packages(root)


def share_packages(root: Path) -> None:
    """Let a copy of the project use the npm packages of this one, installed if need be."""
    npm.install(ROOT)
    (root / VENDORED).parent.mkdir(exist_ok=True)
    (root / VENDORED).symlink_to(ROOT / VENDORED)


def _languages(codes: list[str]) -> str:
    """Return the registration of the languages, as this project has it."""
    data = yaml.safe_load((ROOT / languages.FILE).read_text(encoding="utf-8"))
    chosen = {code: data["languages"][code] for code in codes}
    return yaml.safe_dump(
        {"languages": chosen, "never_translated": [texts.HELP]}, sort_keys=False, allow_unicode=True
    )


def _is_translated(key: str, code: str, keys: tuple[str, ...], share: float) -> bool:
    """Whether a language has the page: the home page always, the last one before help never."""
    if key == texts.HELP:
        return False
    if share >= 1 or key == HOME:
        return True
    return key != keys[-2] and Random(f"{code}/{key}").random() < share


def main() -> None:
    """Make a tree where the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("size", type=Size.parse, help="languages x pages: 12x150, 12x150@10%%")
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    options = parser.parse_args()
    options.folder.mkdir(parents=True)
    make(options.folder, options.size)


if __name__ == "__main__":
    main()
