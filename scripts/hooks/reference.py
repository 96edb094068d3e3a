"""The reference: links to the source of each object and to the guide."""

from __future__ import annotations

from importlib.metadata import version

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite import docstrings
from scripts.docsite.names.reference import FOLDER

REPOSITORIES = {
    "fastapi": "https://github.com/fastapi/fastapi/blob/{}/",
    "starlette": "https://github.com/Kludex/starlette/blob/{}/",
}
"""Where the packages are published, their tags are called as their releases."""


@event_priority(50)  # before mkdocstrings, which reads its options only once
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Tell the templates of the reference where the packages' files are."""
    if "mkdocstrings" in config.plugins:
        handlers = config.plugins["mkdocstrings"].config["handlers"]
        options = handlers.setdefault("python", {}).setdefault("options", {})
        options["extra"] = {
            "repositories": {name: url.format(version(name)) for name, url in REPOSITORIES.items()}
        }
    return config


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead readers to the guide's own page as well, wherever there is one; keep ids apart."""
    if not page.file.src_uri.startswith(FOLDER):
        return html

    def address(path: str) -> str | None:
        found = (files.get_file_from_path(f"{path}{end}") for end in (".md", "/index.md"))
        return next((file.url_relative_to(page.file) for file in found if file), None)

    return docstrings.without_line_ids(docstrings.with_guide(html, address))
