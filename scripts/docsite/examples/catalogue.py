"""Which examples there are, and the forms each of them has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scripts.docsite.errors import DocsError

SOURCES = "docs_src"
ANNOTATED = "_an"


@dataclass(frozen=True, slots=True, order=True)
class Variant:
    """One form of an example: its name from `docs_src/`, without `.py`, and its form."""

    name: str
    """`path_params/tutorial001_an`, or `bigger_applications/app_an` for a folder."""

    @property
    def annotated(self) -> bool:
        """Whether this is the `Annotated` form of an example that has two."""
        return self.name.endswith(ANNOTATED)

    @property
    def base(self) -> str:
        """The name of the example, the same for all its variants."""
        return self.name.removesuffix(ANNOTATED)


@dataclass(frozen=True, slots=True, order=True)
class Example:
    """An example: its name from `docs_src/`, its forms, and all its files."""

    base: str
    variants: tuple[Variant, ...]
    """The `Annotated` form first."""
    files: tuple[str, ...]
    """The paths from the root, `/`-separated, sorted."""

    @property
    def path(self) -> str:
        """The path of its first form: the file, or the folder."""
        name = f"{SOURCES}/{self.variants[0].name}"
        return f"{name}.py" if f"{name}.py" in self.files else name


def find(root: Path) -> tuple[Example, ...]:
    """Return all examples below `root`, sorted by name.

    In a topic's folder, each `.py` file is one, and each folder that holds any. Other files and
    folders (templates, static files) only belong to their topic.
    """
    found: dict[str, list[tuple[Variant, tuple[str, ...]]]] = {}
    for topic in _entries(root / SOURCES):
        if topic.is_dir():
            for entry in _entries(topic):
                files = _files(root, entry)
                if any(path.endswith(".py") for path in files):
                    name = entry.name.removesuffix(".py")
                    variant = Variant(f"{topic.name}/{name}")
                    found.setdefault(variant.base, []).append((variant, files))
    return tuple(_example(base, forms) for base, forms in sorted(found.items()))


def variants(root: Path, base: str) -> tuple[Variant, ...]:
    """Return the variants of the example `base` below `root`, the `Annotated` form first.

    Raises `DocsError` where the example has no file at all.
    """
    folder = root / SOURCES
    names = [
        name
        for name in (f"{base}{ANNOTATED}", base)
        if (folder / f"{name}.py").is_file() or (folder / name).is_dir()
    ]
    if not names:
        raise DocsError(
            f"there is no example {base!r} in {SOURCES}/",
            hint=f"write {SOURCES}/{base}.py, or mend the name",
        )
    return tuple(Variant(name) for name in names)


def forms(root: Path, path: str) -> tuple[str, ...]:
    """Return the paths of a file of an example in every form of it, the `Annotated` one first.

    `path` is `/`-separated from the root; it alone comes back where there is no other form, and
    where it belongs to no example.
    """
    parts = PurePosixPath(path).parts
    if parts[0] != SOURCES:
        return (path,)
    for index in range(2, len(parts)):
        name = PurePosixPath(parts[index])
        last = index == len(parts) - 1
        if last and name.suffix != ".py":
            continue
        stem, suffix = (name.stem, name.suffix) if last else (name.name, "")
        base = stem.removesuffix(ANNOTATED)
        both = tuple(
            "/".join((*parts[:index], f"{form}{suffix}", *parts[index + 1 :]))
            for form in (f"{base}{ANNOTATED}", base)
        )
        if all((root / found).is_file() for found in both):
            return both
    return (path,)


def is_annotated(path: str) -> bool:
    """Whether the path of an example's file, or its name, is that of the `Annotated` form."""
    parts = PurePosixPath(path).with_suffix("").parts
    return any(part.endswith(ANNOTATED) for part in parts[2:] or parts[-1:])


def _entries(folder: Path) -> Iterator[Path]:
    """Yield what lies in a folder, in order, without caches and hidden files."""
    if folder.is_dir():
        for entry in sorted(folder.iterdir()):
            if not entry.name.startswith((".", "__")):
                yield entry


def _files(root: Path, entry: Path) -> tuple[str, ...]:
    found = (
        [path for path in sorted(entry.rglob("*")) if path.is_file()] if entry.is_dir() else [entry]
    )
    paths = [path.relative_to(root) for path in found]
    return tuple(
        path.as_posix()
        for path in paths
        if not any(part.startswith(".") or part == "__pycache__" for part in path.parts)
    )


def _example(base: str, found: list[tuple[Variant, tuple[str, ...]]]) -> Example:
    in_order = sorted(found, key=lambda form: not form[0].annotated)
    files = sorted(path for _, paths in found for path in paths)
    return Example(base, tuple(variant for variant, _ in in_order), tuple(files))
