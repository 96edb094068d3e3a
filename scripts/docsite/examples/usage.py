"""Who uses an example: the pages that show it, the tests that name it, other examples."""

from __future__ import annotations

import ast
import posixpath
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scripts.docsite.errors import DocsError
from scripts.docsite.examples.catalogue import SOURCES, Example, find
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.markdown import Document, scan
from scripts.docsite.model import Finding, Location
from scripts.docsite.tree import read_text, sources

TESTS = f"tests/{SOURCES}"
CONSTANT = "EXAMPLE"
"""The name by which a test module says which example it tests."""


@dataclass(frozen=True, slots=True, order=True)
class Usage:
    """An example with the places in English pages that show it and the tests that name it."""

    example: Example
    pages: tuple[Location, ...]
    tests: tuple[Location, ...]
    imported_by: tuple[str, ...]
    """The names of the other examples that import it."""


def usage(root: Path) -> tuple[Usage, ...]:
    """Return every example below `root` with who uses it, sorted by name.

    Raises `DocsError` where a page or a test can't be read.
    """
    found = find(root)
    owners = {path: example.base for example in found for path in example.files}
    pages = _by_example(_shown(root, owners))
    tests = _by_example(_tested(root))
    imports = _imports(root, found, owners)
    return tuple(
        Usage(
            example,
            pages.get(example.base, ()),
            tests.get(example.base, ()),
            tuple(sorted(imports.get(example.base, ()))),
        )
        for example in found
    )


def unused(found: tuple[Usage, ...]) -> tuple[Usage, ...]:
    """Return the examples that no page shows and that none shown imports."""
    used = {entry.example.base for entry in found if entry.pages}
    grows = True
    while grows:
        more = {e.example.base for e in found if used.intersection(e.imported_by)} - used
        used |= more
        grows = bool(more)
    return tuple(entry for entry in found if entry.example.base not in used)


def untested(found: tuple[Usage, ...]) -> tuple[Usage, ...]:
    """Return the examples that no test names."""
    return tuple(entry for entry in found if not entry.tests)


def check(root: Path) -> tuple[Finding, ...]:
    """Return a finding for each example that nobody shows, or that nobody tests."""
    found = usage(root)
    findings = [
        Finding(
            Location(entry.example.path),
            "E001",
            f"no English page shows the example {entry.example.base}",
            "include it in a page, or remove it with its test",
        )
        for entry in unused(found)
    ]
    findings += [
        Finding(
            Location(entry.example.path),
            "E002",
            f"no test names the example {entry.example.base}",
            f'write a test below {TESTS}/ that says {CONSTANT} = "{entry.example.base}"',
        )
        for entry in untested(found)
    ]
    return tuple(sorted(findings))


def _by_example(
    places: Iterator[tuple[str, Location]],
) -> Mapping[str, tuple[Location, ...]]:
    found: dict[str, list[Location]] = {}
    for base, at in places:
        found.setdefault(base, []).append(at)
    return {base: tuple(sorted(set(locations))) for base, locations in found.items()}


def _shown(root: Path, owners: Mapping[str, str]) -> Iterator[tuple[str, Location]]:
    """Yield each example that an English page includes or binds a block to, with the place."""
    folder = f"{DOCS}/{SOURCE}"
    for name in sources(root / folder, ".md"):
        page = f"{folder}/{name}"
        document = scan(read_text(root, page), page)
        for line, path in _named(document, folder):
            if path in owners:
                yield owners[path], Location(page, line)


def _named(document: Document, folder: str) -> Iterator[tuple[int, str]]:
    for include in document.includes:
        yield include.line, posixpath.normpath(f"{folder}/{include.path}")
    for fence in document.fences:
        options = fence.options
        if "example" in options:
            yield fence.line, f"{SOURCES}/{options['example']}"
        if "openapi" in options:
            yield fence.line, f"{SOURCES}/{options['openapi'].partition('#')[0]}"
        if "run" in options:
            for path in _in_command(options["run"]):
                yield fence.line, path


def _in_command(command: str) -> Iterator[str]:
    """Yield the files of `docs_src/` that a command names, as a path or as a module."""
    try:
        words = shlex.split(command)
    except ValueError:  # An open quote: whoever runs the command reports it.
        words = command.split()
    for word in words:
        name = word.partition(":")[0]
        if name.startswith(f"{SOURCES}."):
            name = f"{name.replace('.', '/')}.py"
        if name.startswith(f"{SOURCES}/"):
            yield posixpath.normpath(name)


def _tested(root: Path) -> Iterator[tuple[str, Location]]:
    """Yield each example that a test module names, with the place."""
    for file in sorted((root / TESTS).rglob("test_*.py")):
        path = file.relative_to(root).as_posix()
        for node in _parsed(root, path).body:
            targets = node.targets if isinstance(node, ast.Assign) else []
            if isinstance(node, ast.AnnAssign):
                targets = [node.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            value = getattr(node, "value", None)
            if CONSTANT in names and isinstance(value, ast.Constant):
                yield str(value.value), Location(path, node.lineno)


def _imports(
    root: Path, found: tuple[Example, ...], owners: Mapping[str, str]
) -> Mapping[str, set[str]]:
    """Return for each example the names of the other ones that import it."""
    importers: dict[str, set[str]] = {}
    for example in found:
        for path in (path for path in example.files if path.endswith(".py")):
            for module in _imported(_parsed(root, path), path):
                base = owners.get(f"{module}.py") or owners.get(f"{module}/__init__.py")
                if base and base != example.base:
                    importers.setdefault(base, set()).add(example.base)
    return importers


def _imported(module: ast.Module, path: str) -> Iterator[str]:
    """Yield the modules that a file imports, as paths from the root without `.py`."""
    here = PurePosixPath(path).parts[:-1]
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name.replace(".", "/") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = here[: len(here) - node.level + 1] if node.level else ()
            name = "/".join((*start, *(node.module.split(".") if node.module else ())))
            yield name
            yield from (f"{name}/{alias.name}" for alias in node.names)


def _parsed(root: Path, path: str) -> ast.Module:
    try:
        return ast.parse(read_text(root, path))
    except SyntaxError as error:
        raise DocsError(
            f"the file does not compile: {error.msg}",
            at=Location(path, error.lineno or 1),
            hint="mend the line",
        ) from error
