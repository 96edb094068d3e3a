"""Small multilingual sites, built by the real engine and changed between builds."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from scripts.engine.builds import driver
from scripts.engine.builds.driver import BuildReport
from tests.support import REPOSITORY, Project, make_project

HOOKS = (
    "language",
    "settings",
    "links",
    "data_pages",
    "translations",
    "names",
    "includes",
    "exchanges",
    "redirects",
    "navigation",
    "titles",
    "results",
)

PAGES = {
    "docs/en/index.md": "# Home { #home }\n\nGo to [huts](huts/index.md).\n",
    "docs/en/huts/index.md": "# Huts { #huts }\n\nAll huts. See [Alpenrose](alpenrose.md#beds).\n",
    "docs/en/huts/alpenrose.md": "# Alpenrose { #alpenrose }\n\n## Beds { #beds }\n\nTwelve.\n",
    "docs/en/reference/api.md": "# API { #api }\n\nNever translated.\n",
    "docs/es/index.md": "# Inicio { #home }\n\nVe a los [refugios](huts/index.md).\n",
    "docs/es/huts/index.md": "# Refugios { #huts }\n\nMira [Alpenrose](alpenrose.md#beds).\n",
}


def configuration(nav: list[object]) -> str:
    """Return the configuration of a small site: the real hooks, plugins and theme."""
    data = {
        "site_name": "Small site",
        "site_url": "https://guide.example/",
        "docs_dir": "docs/en",
        "theme": {
            "name": "material",
            "font": False,
            "custom_dir": str(REPOSITORY / "overrides"),
            "features": [
                "navigation.footer",
                "navigation.indexes",
                "navigation.path",
                "navigation.tabs",
            ],
        },
        "nav": nav,
        "hooks": [str(REPOSITORY / "scripts/hooks" / f"{name}.py") for name in HOOKS],
        "plugins": ["docsite", "search"],
        "markdown_extensions": [
            "attr_list",
            "toc",
            "pymdownx.superfences",
            "pymdownx.highlight",
            "pymdownx.blocks.admonition",
            "pymdownx.blocks.details",
            "pymdownx.blocks.tab",
            "mdx_include",
        ],
        "validation": {"links": {"anchors": "warn"}},
    }
    return yaml.safe_dump(data, sort_keys=False)


NAV: list[object] = [
    "index.md",
    {"Huts": ["huts/index.md", "huts/alpenrose.md"]},
    "reference/api.md",
]


@dataclass(frozen=True)
class Site:
    """A small site below a folder; its methods can be chained."""

    project: Project

    @property
    def root(self) -> Path:
        """The project's root."""
        return self.project.root

    def change(self, files: Mapping[str, str | bytes | None]) -> Site:
        """Write files, paths from the root; None removes one."""
        self.project.change(files)
        return self

    def build(self, **options: object) -> BuildReport:
        """Build all languages, as `docs build-all` does."""
        return driver.build(self.root, jobs=2, **options)  # type: ignore[arg-type]

    def output(self, folder: str = "site") -> dict[str, bytes]:
        """Return every file of the built site, or of another folder, by its path."""
        site = self.root / folder
        paths = sorted(path for path in site.rglob("*") if path.is_file())
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in paths}

    def page(self, path: str) -> str:
        """Return the HTML of a built page by its address below the site."""
        return (self.root / "site" / path / "index.html").read_text(encoding="utf-8")

    def mkdocs(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `mkdocs` in the project as its users do."""
        return subprocess.run(
            [sys.executable, "-m", "mkdocs", *arguments],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def make_site(tmp_path: Path) -> Callable[[Mapping[str, str | bytes | None]], Site]:
    """Return a function that makes a small site of the given files over the usual ones."""

    def make(files: Mapping[str, str | bytes | None]) -> Site:
        chosen = {"mkdocs.yml": configuration(NAV), **PAGES, **files}
        return Site(make_project(tmp_path / "project", chosen))

    return make


@pytest.fixture
def site(make_site: Callable[[Mapping[str, str | bytes | None]], Site]) -> Site:
    """Return the usual small site, not built yet."""
    return make_site({})


def heed_interrupts() -> None:
    """Let Ctrl+C count in a process: one in the background inherits that it does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
