"""Those who build the same tree: the engine, stock MkDocs, and Zensical.

Each builds all languages as fast as it can on its own: the engine by `docs build-all`; stock MkDocs
one language a process, as many at a time as there are cores, without the engine's plugin; Zensical
likewise, on the Markdown that the hooks leave (see `staging`), which costs it nothing here.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks import processes
from benchmarks.processes import Command, Cost
from scripts.docsite import tree
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.tree import Tree

ROOT = Path(__file__).resolve().parents[1]
PINS = ROOT / "benchmarks/zensical.txt"
STOCK = (
    "import sys; from mkdocs.config import load_config; from mkdocs.commands.build import build; "
    "c = load_config(config_file=sys.argv[1], docs_dir=sys.argv[2], site_dir=sys.argv[3]); "
    "c.plugins.on_startup(command='build', dirty=False); build(c); c.plugins.on_shutdown()"
)
FIRST = "index.md"
"""The page that comes first in the navigation."""


@dataclass(frozen=True)
class Project:
    """A tree that is measured."""

    root: Path
    jobs: int

    @cached_property
    def pages(self) -> Tree:
        """The pages as they were at first."""
        return tree.load(self.root)

    @property
    def codes(self) -> tuple[str, ...]:
        """The languages, English first."""
        return tuple(self.pages.languages.codes)

    @property
    def environment(self) -> Mapping[str, str]:
        """What the commands run with: the tree's own scripts, and no advertisement."""
        return {
            "PYTHONPATH": str(self.root),
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONWARNINGS": "ignore",
        }


@dataclass(frozen=True)
class Peer:
    """A generator with a tree; this one is the engine, and the others differ from it."""

    project: Project
    name = "engine"
    title = "engine"
    cases = ("cold", "nothing", "restored", "translated", "untranslated", "added", "deeper")

    def prepare(self) -> None:
        """Get ready for everything that follows; nothing of this is measured."""

    def build(self, codes: Sequence[str]) -> Cost:
        """Build the languages, or at least what changed of them."""
        docs = str(Path(sys.executable).with_name("docs"))
        command = Command([docs, "build-all"], self.project.root, self.project.environment)
        return processes.run([command], jobs=1)

    def site(self, code: str) -> Path:
        """Return the folder of a language's built site."""
        return self.project.root / "site" / ("" if code == SOURCE else code)

    def forget(self) -> None:
        """Remove what was built and whatever is remembered of it."""
        for name in ("site", ".cache/engine"):
            shutil.rmtree(self.project.root / name, ignore_errors=True)

    def restore(self) -> None:
        """Leave what a fresh clone with a restored cache has: new files, and no site."""
        cache = self.project.root / ".cache/engine"
        kept = cache.with_name("kept")
        shutil.rmtree(self.project.root / "site")
        cache.rename(kept)
        shutil.copytree(kept, cache, copy_function=shutil.copyfile)
        shutil.rmtree(kept)
        for path in (self.project.root / DOCS).rglob("*"):
            os.utime(path)

    def append(self, key: str, codes: Sequence[str], text: str) -> None:
        """Add text to the page that the languages show; the first of them has the source."""
        _append(self.project.root / DOCS / codes[0] / key, text)

    def add(self, key: str, text: str, behind: str) -> None:
        """Add an English page, and its entry in the navigation behind that of another one."""
        (self.project.root / DOCS / SOURCE / key).write_text(text, encoding="utf-8")
        _enter(self.project.root / "mkdocs.yml", key, behind)


class Stock(Peer):
    """Stock MkDocs: each build is a cold one."""

    name = "stock"
    title = "stock MkDocs"
    cases = ("cold", "translated")

    @property
    def config(self) -> Path:
        """The project's configuration without the engine."""
        return self.project.root / "stock.yml"

    def prepare(self) -> None:
        write_stock(self.project.root, self.config)

    def build(self, codes: Sequence[str]) -> Cost:
        write_stock(self.project.root, self.config)
        root = self.project.root
        commands = []
        for code in codes:
            words = [STOCK, str(self.config), str(root / DOCS / code), str(self.site(code))]
            commands.append(Command([sys.executable, "-c", *words], root, self.project.environment))
        return processes.run(commands, self.project.jobs)

    def site(self, code: str) -> Path:
        # A language in a folder of its name shares the assets of the English site around it.
        return self.project.root / ("stock-en" if code == SOURCE else f"stock/{code}")

    def forget(self) -> None:
        for code in self.project.codes:
            shutil.rmtree(self.site(code), ignore_errors=True)


class Zensical(Peer):
    """Zensical, a project for each language."""

    name = "zensical"
    title = "Zensical"
    cases = ("cold", "nothing", "translated", "untranslated", "added")

    @property
    def package(self) -> Path:
        """The folder that it is installed in, beside the project's packages."""
        return ROOT / ".cache/zensical"

    def folder(self, code: str) -> Path:
        """Return the project of a language."""
        return self.project.root / "zensical" / code

    def prepare(self) -> None:
        install(self.package, PINS)
        root, config = self.project.root, self.project.root / "stock.yml"
        write_stock(root, config)
        path = f"{root}{os.pathsep}{ROOT}"
        commands = []
        for code in self.project.codes:
            words = [str(root), str(config), code, str(self.folder(code))]
            commands.append(
                Command(
                    [sys.executable, "-m", "benchmarks.staging", *words],
                    root,
                    {**self.project.environment, "PYTHONPATH": path},
                )
            )
        processes.run(commands, self.project.jobs)

    def build(self, codes: Sequence[str]) -> Cost:
        environment = {**self.project.environment, "PYTHONPATH": str(self.package)}
        words = [sys.executable, "-m", "zensical", "build"]
        commands = [Command(words, self.folder(code), environment) for code in codes]
        return processes.run(commands, self.project.jobs)

    def site(self, code: str) -> Path:
        return self.folder(code) / "site"

    def forget(self) -> None:
        for code in self.project.codes:
            for name in ("site", ".cache"):
                shutil.rmtree(self.folder(code) / name, ignore_errors=True)

    def append(self, key: str, codes: Sequence[str], text: str) -> None:
        for code in codes:
            _append(self.folder(code) / DOCS / key, text)

    def add(self, key: str, text: str, behind: str) -> None:
        for code in self.project.codes:
            (self.folder(code) / DOCS / key).write_text(text, encoding="utf-8")
            _enter(self.folder(code) / "mkdocs.yml", key, behind)


KINDS = (Stock, Zensical, Peer)
PEERS = {kind.name: kind.title for kind in KINDS}
"""What the peers are called, by their names in results."""
ENGINE = Peer.name


def peers(project: Project) -> list[Peer]:
    """Return all who build the tree."""
    return [kind(project) for kind in KINDS]


def write_stock(root: Path, target: Path) -> None:
    """Write the project's configuration without the engine's plugin."""
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("  docsite:")]
    target.write_text("\n".join(lines), encoding="utf-8")


def install(folder: Path, pins: Path) -> None:
    """Install pinned packages into a folder of their own, unless they are there."""
    stamp = folder / "pins.txt"
    if stamp.is_file() and stamp.read_bytes() == pins.read_bytes():
        return
    shutil.rmtree(folder, ignore_errors=True)
    options = ["--quiet", "--require-hashes", "--no-deps", "--target", str(folder)]
    words = [sys.executable, "-m", "pip", "install", *options, "--requirement", str(pins)]
    subprocess.run(words, check=True, stdout=sys.stderr)
    shutil.copyfile(pins, stamp)


def version(folder: Path) -> str:
    """Return the release of Zensical that is installed in the folder."""
    found = next(folder.glob("zensical-*.dist-info"), None)
    return found.name.split("-")[1].removesuffix(".dist") if found else ""


def _append(path: Path, text: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def _enter(config: Path, key: str, behind: str) -> None:
    """Put a page behind another one in a navigation."""
    text = config.read_text(encoding="utf-8")
    entry = f"- {behind}\n"
    line = next(line for line in text.splitlines(keepends=True) if line.endswith(entry))
    new = line.replace(entry, f"- {key}\n")
    config.write_text(text.replace(line, line + new, 1), encoding="utf-8")
