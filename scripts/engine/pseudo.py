"""The project of the pseudo-language: this one with English and that language alone, set aside.

It is a folder below `.cache`, so that no menu, sitemap or search of the real site knows of it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from scripts.docsite import tree
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.translations import pseudo, sync
from scripts.docsite.translations.states import Workbench
from scripts.docsite.writing import write_all
from scripts.engine.inputs.fingerprints import SHARED
from scripts.engine.publishing.output import link_tree

FOLDER = ".cache/pseudo"
_PARTS = ("data", "docs_src", f"{DOCS}/{SOURCE}", *SHARED, "package.json", "requirements.txt")
_PACKAGES = ".cache/npm"


def prepare(root: Path, code: str) -> Path:
    """Make the project in which `code` is the pseudo-language; return its root.

    Its earlier build and cache stay. Raises `DocsError` where `code` is a real language or no
    code, and where a page breaks a rule: then the rule, or what makes the page, is wrong.
    """
    files = pseudo.sources(Workbench.of(tree.load(root)), code)
    project = root / FOLDER / code
    for part in (*_PARTS, DOCS):
        _remove(project / part)
    for part in _PARTS:
        if (root / part).exists() and not (project / part).exists():
            (project / part).parent.mkdir(parents=True, exist_ok=True)
            link_tree(root / part, project / part)
    _share_packages(root, project)
    write_all(project, files)
    changes = pseudo.recorded(Workbench.of(tree.load(project)), code)
    findings = [str(finding) for change in changes for finding in change.findings]
    if findings:
        raise DocsError("\n".join(["the pseudo-language breaks rules", *findings]))
    sync.apply(project, changes)
    return project


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _share_packages(root: Path, project: Path) -> None:
    """Let the project use what npm has installed already."""
    packages = project / _PACKAGES
    (root / _PACKAGES).mkdir(parents=True, exist_ok=True)
    packages.parent.mkdir(parents=True, exist_ok=True)
    if not packages.is_symlink():
        packages.symlink_to(root / _PACKAGES, target_is_directory=True)
