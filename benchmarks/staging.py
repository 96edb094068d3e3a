"""One language's pages as they leave the hooks: a project for a generator that runs none.

    python -m benchmarks.staging ROOT CONFIG CODE FOLDER

MkDocs reads the language's pages, the hooks and plugins do their part of the work, and what they
made is written to FOLDER before anything is rendered: the Markdown with its includes, exchanges,
notices and English sections, the assets, the navigation with its titles, and a `mkdocs.yml` that
keeps of the project's own what needs neither hooks nor their templates.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from scripts.docsite.languages import DOCS, SOURCE

CONFIG = "mkdocs.yml"
KEPT = ("title", "description", "hide")
"""What of a page's front matter a theme shows."""


class _Staged(BaseException):
    """Everything is written: the build ends here."""


class StagingPlugin(BasePlugin):  # type: ignore[type-arg]
    """Writes what the hooks made, and ends the build where rendering would begin."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.nav: list[Any] = []

    @event_priority(-200)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation with the titles that the hooks gave it."""
        self.nav = [_entry(item) for item in nav.items]
        return nav

    @event_priority(-200)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Write the page, and leave nothing of it to be rendered here."""
        meta = {key: page.meta[key] for key in KEPT if key in page.meta}
        head = f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n\n" if meta else ""
        target = self.folder / DOCS / page.file.src_uri
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(head + markdown, encoding="utf-8")
        return ""

    @event_priority(200)
    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """Write assets and configuration, and end the build before pages are asked for headings."""
        for file in files:
            source = file.abs_src_path
            if (
                source
                and not file.is_documentation_page()
                and file.src_dir not in config.theme.dirs
            ):
                target = self.folder / DOCS / file.src_uri
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
        found = configuration(Path(config.config_file_path).with_name(CONFIG), config, self.nav)
        (self.folder / CONFIG).write_text(yaml.dump(found, sort_keys=False), encoding="utf-8")
        raise _Staged


def configuration(path: Path, built: MkDocsConfig, nav: list[Any]) -> dict[str, Any]:
    """Return the configuration of one language's project from the one of all languages."""
    with path.open(encoding="utf-8") as file:
        data: dict[str, Any] = yaml_load(file, get_yaml_loader(config=built))
    for key in ("hooks", "watch", "validation"):
        data.pop(key, None)
    site = built.extra["docsite"]
    data |= {"docs_dir": DOCS, "site_dir": "site", "site_url": built.site_url, "nav": nav}
    data["theme"] |= {"language": site.language.theme, "direction": site.language.direction}
    data["theme"].pop("custom_dir", None)
    data["plugins"] = {k: v for k, v in data["plugins"].items() if k not in ("docsite", "typeset")}
    reference = data["plugins"]["mkdocstrings"]["handlers"]["python"]["options"]
    reference["extensions"] = [name for name in reference["extensions"] if "/" not in name]
    data["plugins"]["mkdocstrings"].pop("custom_templates", None)
    extensions = data["markdown_extensions"]
    extensions.pop("mdx_include", None)
    data["extra"]["alternate"] = [
        {"name": language.name, "link": f"/{language.prefix}", "lang": language.tag}
        for language in site.tree.languages.all
    ]
    return data


def _entry(item: Any) -> Any:
    if isinstance(item, Section):
        return {str(item.title): [_entry(child) for child in item.children]}
    return item.file.src_uri if isinstance(item, Page) else {str(item.title): item.url}


def stage(root: Path, config: Path, code: str, folder: Path) -> None:
    """Write the project of one language; `config` is a configuration without the engine."""
    loaded = load_config(
        config_file=str(config),
        docs_dir=str(root / DOCS / code),
        site_dir=str(folder / ("site" if code == SOURCE else code)),
    )
    loaded.plugins["staging"] = StagingPlugin(folder)
    loaded.plugins.on_startup(command="build", dirty=False)
    try:
        build(loaded)
    except _Staged:
        return
    raise AssertionError("the build has no on_env event")


if __name__ == "__main__":
    stage(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
