"""The reference links to the source of each object, at the release that is installed."""

from __future__ import annotations

from importlib.metadata import version

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority

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
