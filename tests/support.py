"""Small projects made by tests: a folder with languages, messages, a configuration and pages."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from scripts.docsite import tree
from scripts.docsite.tree import Tree

REPOSITORY = Path(__file__).resolve().parents[1]

LANGUAGES = """\
# Languages of a small project.
languages:
  en: {name: English, direction: ltr, theme: en, search: en}
  es: {name: español, direction: ltr, theme: es, search: es}
  fa: {name: فارسی, direction: rtl, theme: fa}

never_translated:
  - reference/
  - release-notes.md
"""
HOME = """\
---
description: The home page of a small project, made by a test.
---

# Home { #home }

Text of the home page.
"""


@dataclass(frozen=True)
class Project:
    """A small project in a folder; its methods return it again, so that they can be chained."""

    root: Path

    def change(self, files: Mapping[str, str | bytes | None]) -> Project:
        """Write the files, paths from the root; None removes one."""
        for path, content in files.items():
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                target.unlink()
            elif isinstance(content, bytes):
                target.write_bytes(content)
            else:
                target.write_bytes(content.encode())
        return self

    def read(self, path: str) -> str:
        """Return the text of a file, line ends as they are."""
        return (self.root / path).read_bytes().decode()

    def files(self) -> dict[str, bytes]:
        """Return all files below the root by path: a picture to compare with a later one."""
        paths = sorted(path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_bytes() for path in paths}

    @property
    def tree(self) -> Tree:
        """The pages below `docs/`, read anew."""
        return tree.load(self.root)


def make_project(root: Path, files: Mapping[str, str | bytes | None]) -> Project:
    """Make a project with the languages en, es and fa in `root`, and the given files.

    Where the files hold no `mkdocs.yml`, a minimal one is made with every English page in its
    navigation and the repository's hooks. `docs/en/index.md` is always there, unless it is
    given as None. What is never translated is what there is of it.
    """
    project = Project(root)
    messages = REPOSITORY / "data/messages/en.yml"
    defaults: dict[str, str | bytes | None] = {
        "data/languages.yml": _languages(files),
        **{f"data/messages/{code}.yml": messages.read_bytes() for code in ("en", "es", "fa")},
        "docs/en/index.md": HOME,
    }
    chosen = {path: text for path, text in (defaults | dict(files)).items() if text is not None}
    if "mkdocs.yml" not in chosen:
        pages = [path.removeprefix("docs/en/") for path in chosen if path.startswith("docs/en/")]
        chosen["mkdocs.yml"] = configuration([page for page in pages if page.endswith(".md")])
    return project.change(chosen)


def _languages(files: Collection[str]) -> str:
    head, *entries = LANGUAGES.split("\n  - ")
    there = [e for e in entries if any(path.startswith(f"docs/en/{e.strip()}") for path in files)]
    return "\n  - ".join([head, *map(str.strip, there)]) + "\n"


def configuration(nav: list[str], **more: object) -> str:
    """Return a minimal `mkdocs.yml` with the navigation and the repository's hooks."""
    hooks = sorted((REPOSITORY / "scripts/hooks").glob("*.py"))
    data = {
        "site_name": "Small project",
        "site_url": "https://guide.example/",
        "repo_url": "https://git.example/guide",
        "docs_dir": "docs/en",
        "nav": nav,
        "theme": {"name": "material", "font": False},
        "hooks": [str(hook) for hook in hooks if hook.name != "__init__.py"],
        **more,
    }
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)


def copy_repository_file(project: Project, path: str) -> Project:
    """Copy one file of the repository into the project."""
    target = project.root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(REPOSITORY / path, target)
    return project
