"""An example app, loaded fresh and on its own: its files, its modules, its working directory."""

from __future__ import annotations

import ast
import contextlib
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from types import CodeType, ModuleType
from typing import Any

from scripts.docsite import examples
from scripts.docsite.errors import DocsError
from scripts.docsite.examples import SOURCES
from scripts.docsite.exchanges import faults
from scripts.docsite.exchanges.faults import Faulty
from scripts.docsite.model import Location


@dataclass(frozen=True, slots=True)
class ExampleFile:
    """One example file, by its path below `docs_src/`: `path_params/tutorial001_an.py`."""

    root: Path
    name: str

    @property
    def path(self) -> Path:
        """Where the file lies."""
        return self.root / SOURCES / self.name

    @property
    def module(self) -> str:
        """The name under which it is imported."""
        return ".".join([SOURCES, *PurePosixPath(self.name).with_suffix("").parts])

    @property
    def shown(self) -> str:
        """The file's path from the root."""
        return f"{SOURCES}/{self.name}"

    def forms(self) -> tuple[ExampleFile, ...]:
        """Return the same file in every form of the example, the `Annotated` one first."""
        return tuple(
            ExampleFile(self.root, path.removeprefix(f"{SOURCES}/"))
            for path in examples.forms(self.root, self.shown)
        )

    def siblings(self) -> tuple[ExampleFile, ...]:
        """Return the same file in the other form of the example, where it has two."""
        return tuple(form for form in self.forms() if form != self)


def every(root: Path) -> tuple[ExampleFile, ...]:
    """Return all Python files of examples below `root` in their first form, sorted by name."""
    files = [path for example in examples.find(root) for path in example.files]
    found = [ExampleFile(root, p.removeprefix(f"{SOURCES}/")) for p in files if p.endswith(".py")]
    return tuple(file for file in found if first_form(file) == file)


def first_form(file: ExampleFile) -> ExampleFile:
    """Return the file in the first form of its example."""
    return file.forms()[0]


def find(root: Path, name: str, at: Location) -> ExampleFile:
    """Return the example `name` below `root`; `at` is where a page names it.

    Raises `DocsError` where there is no such file in `docs_src/`.
    """
    found = ExampleFile(root, name)
    parts = PurePosixPath(name).parts
    inside = found.path.resolve().is_relative_to((root / SOURCES).resolve())
    if len(parts) < 2 or ".." in parts or not name.endswith(".py") or not inside:
        raise DocsError(
            f"{name!r} is no path of an example",
            at=at,
            hint=f"write it from {SOURCES}/, with .py: path_params/tutorial001.py",
        )
    if not found.path.is_file():
        raise DocsError(
            f"the example is missing: {found.shown}",
            at=at,
            hint=f"write {found.shown}, or mend the name",
        )
    return found


def has_name(example: ExampleFile, name: str) -> bool:
    """Return whether a module binds a name; nothing is run for it.

    One with mistakes in its syntax may bind any: the check of the examples tells those.
    """
    names = _bound_names(example.path.read_bytes())
    return names is None or name in names


@lru_cache(maxsize=2048)
def _bound_names(source: bytes) -> frozenset[str] | None:
    """Return the names that a module binds, None where it has mistakes."""
    module = _syntax(source)
    if module is None:
        return None
    names: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names}
    return frozenset(names)


def app_names(example: ExampleFile) -> tuple[str, ...]:
    """Return the names that a module gives to apps, `app = FastAPI(...)`; nothing is run for it."""
    found = []
    module = _syntax(example.path.read_bytes())
    for node in module.body if module else ():
        if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Call):
            made = node.value.func
            name = made.attr if isinstance(made, ast.Attribute) else getattr(made, "id", "")
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if name == "FastAPI":
                found += [target.id for target in targets if isinstance(target, ast.Name)]
    return tuple(found)


def _syntax(source: bytes) -> ast.Module | None:
    """Return a module's syntax tree, None where it has mistakes."""
    try:
        return ast.parse(source)
    except SyntaxError:
        return None


@lru_cache(maxsize=2048)
def _code(path: str, _changed: int, _size: int) -> CodeType:
    """Return a file's compiled code: compiled once a process, for each state of the file."""
    return compile(Path(path).read_bytes(), path, "exec", dont_inherit=True)


class _Loader(importlib.machinery.SourceFileLoader):
    """Executes a module from code that is compiled once a process."""

    def get_code(self, fullname: str) -> CodeType:
        state = Path(self.path).stat()
        return _code(self.path, state.st_mtime_ns, state.st_size)


class _Finder(importlib.abc.MetaPathFinder):
    """Finds `docs_src` and what is below it in one root folder, whatever `sys.path` holds."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        parts = name.split(".")
        if parts[0] != SOURCES:
            return None
        place = self.root.joinpath(*parts)
        if place.is_dir():
            initial = place / "__init__.py"
            if not initial.is_file():
                spec = importlib.machinery.ModuleSpec(name, None, is_package=True)
                spec.submodule_search_locations = [str(place)]
                return spec
            loader = _Loader(name, str(initial))
            return importlib.util.spec_from_file_location(
                name, initial, loader=loader, submodule_search_locations=[str(place)]
            )
        file = place.with_suffix(".py")
        if not file.is_file():
            return None
        return importlib.util.spec_from_file_location(name, file, loader=_Loader(name, str(file)))


@contextlib.contextmanager
def importing(root: Path) -> Iterator[None]:
    """Let examples below `root` be imported afresh until the end of the block.

    What was imported from `docs_src` before is hidden meanwhile, and put back; modules from
    elsewhere stay imported.
    """
    before = {name: sys.modules[name] for name in _examples_among(sys.modules)}
    finder = _Finder(root)
    _forget_examples()
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)
        _forget_examples()
        sys.modules.update(before)


def _examples_among(modules: Iterable[str]) -> list[str]:
    inside = f"{SOURCES}."
    return [name for name in modules if name.startswith(inside) or name == SOURCES]


def _forget_examples() -> None:
    for name in _examples_among(sys.modules):
        del sys.modules[name]
    # An import that hangs holds its module's lock for ever; the next one gets a lock of its own.
    locks: Any = getattr(importlib, "_bootstrap")._module_locks  # noqa: B009
    for name in _examples_among(locks):
        locks.pop(name, None)


def load(example: ExampleFile, app: str) -> Any:
    """Import an example, inside `importing`, and return its app object.

    Raises `Faulty` where the import fails or there is no such object.
    """
    try:
        module = importlib.import_module(example.module)
    except Exception as error:
        raise Faulty(
            faults.NOT_LOADED,
            f"{example.shown} can't be imported: {type(error).__name__}: {error}",
            "run the file to see the whole error",
        ) from error
    if not hasattr(module, app):
        raise no_app(example, app)
    return getattr(module, app)


def no_app(example: ExampleFile, app: str) -> Faulty:
    """Return what to raise where an example has no app object of that name."""
    return Faulty(
        faults.NO_APP,
        f"there is no {app!r} in {example.shown}",
        'name the app object in the info string: app="name"',
    )


@contextlib.contextmanager
def working_directory(example: ExampleFile | None) -> Iterator[Path]:
    """Work in a new, empty folder until the end of the block, and return it.

    The files beside the example that are no Python (templates, pictures, settings) are copied
    into it, as they lie in the folder of a reader who types the example in.

    The working directory belongs to the whole process. The tools never change it; this is the
    one exception, because examples write relative files (`open("log.txt")`, SQLite's
    `harbor.db`) and each of them needs a folder of its own. One example runs at a time.
    """
    before = Path.cwd()
    with tempfile.TemporaryDirectory(prefix="example-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        if example is not None:
            _copy_data(example.path.parent, folder)
        os.chdir(folder)
        try:
            yield folder
        finally:
            os.chdir(before)


def _copy_data(source: Path, target: Path) -> None:
    for entry in source.iterdir():
        if entry.name.endswith(".py") or entry.name.startswith((".", "__")) or entry.is_symlink():
            continue
        if entry.is_file():
            shutil.copy(entry, target / entry.name)
        elif not any(entry.rglob("*.py")):
            shutil.copytree(entry, target / entry.name)
