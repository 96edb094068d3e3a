"""What a build is made from: fingerprints of it, and whether any of it changed."""

from __future__ import annotations

import os
import site
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts.engine.store.digests import digest

CONFIG = "mkdocs.yml"

SHARED = (
    CONFIG,
    "pyproject.toml",
    "package-lock.json",
    "data/languages.yml",
    "data/messages",
    "overrides",
    "scripts",
)
"""Files and folders that every page's HTML may follow from, beside the page's own sources."""

FOLDERS = ("docs", "docs_src", "data")
"""Where pages find what they show and include."""

ENVIRONMENT = ("SITE_URL", "REPO_URL", "LINENUMS", "SOURCE_DATE_EPOCH")
"""Environment variables that `mkdocs.yml` and MkDocs read."""


def fingerprint(root: Path) -> bytes:
    """Return the digest of all that every page follows from: configuration, code, packages.

    Packages count by the names of their metadata folders, which hold their releases, and the
    project's own code by its content, since it is installed editable.
    """
    parts: list[str | bytes] = [sys.version]
    parts += [f"{name}={os.environ.get(name)}" for name in ENVIRONMENT]
    parts += installed()
    for path in _files(root):
        raw, name = path.read_bytes(), path.relative_to(root).as_posix()
        parts += [name, without_nav(raw) if name == CONFIG else raw]
    return digest(parts)


def without_nav(config: bytes) -> bytes:
    """Return the configuration without its navigation: a page sees that by other ways.

    What shows the navigation names it beside the fingerprint. With an anchor that the rest of the
    file may refer to, the navigation stays.
    """
    kept, inside = [], False
    for line in config.splitlines(keepends=True):
        if line[:1] not in b" \t-#\r\n":
            inside = line.startswith(b"nav:")
        if inside and b"&" in line:
            return config
        if not inside:
            kept.append(line)
    return b"".join(kept)


def names(root: Path) -> list[str]:
    """Return which files there are that pages can show or include, beside the pages."""
    found = []
    for folder in FOLDERS:
        for path, _, files in os.walk(root / folder):
            below = os.path.relpath(path, root)
            found += [f"{below}/{file}" for file in files if not file.endswith((".md", ".pyc"))]
    return sorted(found)


def installed() -> list[str]:
    """Return the names of the installed packages' metadata folders, which hold their releases."""
    found: list[str] = []
    for folder in (*site.getsitepackages(), site.getusersitepackages()):
        packages = Path(folder)
        if packages.is_dir():
            found += (entry.name for entry in packages.iterdir() if entry.suffix == ".dist-info")
    return sorted(found)


def _files(root: Path) -> Iterator[Path]:
    for name in SHARED:
        path = root / name
        if path.is_dir():
            found = (p for p in path.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
            yield from sorted(found)
        elif path.is_file():
            yield path
