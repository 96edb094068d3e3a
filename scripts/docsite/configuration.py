"""What the library needs to know from `mkdocs.yml`: addresses, the navigation, what pages load."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.docsite import addresses, yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.markdown.front_matter import Loader
from scripts.docsite.model import Location, PageKey
from scripts.docsite.yaml_file import KeyPath, YamlFile

FILE = "mkdocs.yml"
_NAMES = ("site_name", "repo_name")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The part of `mkdocs.yml` that rules look at."""

    site_url: str
    """The address of the English home page, with a slash at the end; empty where none is given."""
    repo_url: str
    """The address of the repository, without a slash at the end."""
    nav: tuple[tuple[PageKey, Location], ...] | None
    """The pages of the navigation with their places; None where MkDocs makes it from the files."""
    names: tuple[str, ...] = ()
    """The names of the site and of its repository."""
    resources: tuple[tuple[str, Location], ...] = ()
    """The styles, scripts and pictures that it lets every page load, with their places."""
    custom_dir: str = ""
    """The folder of what takes the place of the theme's files; empty where there is none."""
    web_fonts: Location | None = None
    """Where it lets the theme load fonts from another host; None where it does not."""


class _TolerantLoader(Loader):
    """A loader that keeps the value behind a tag of MkDocs and resolves nothing."""


def _tagged(loader: Any, suffix: str, node: yaml.Node) -> Any:
    """Return what a tagged node holds: the default of `!ENV [NAME, default]`, or nothing."""
    if isinstance(node, yaml.SequenceNode):
        items = loader.construct_sequence(node, deep=True)
        return items[-1] if len(items) > 1 else ""
    return "" if suffix == "ENV" else getattr(node, "value", None)


_TolerantLoader.add_multi_constructor("!", _tagged)
_TolerantLoader.add_multi_constructor("tag:yaml.org,2002:python/", _tagged)


def load(root: Path) -> Configuration:
    """Return the configuration of the site below `root`; the environment is not looked at.

    Raises `DocsError` with the line where `mkdocs.yml` is missing, is no mapping of settings, or
    its navigation has an entry that is neither a page nor a section.
    """
    source = yaml_file.load(root, FILE, loader_type=_TolerantLoader)
    if not isinstance(source.data, dict) or not source.data:
        raise DocsError(
            "the file is no mapping of settings",
            at=Location(FILE),
            hint="write lines of the form `site_name: …`",
        )
    site_url, repo_url = (str(source.data.get(key) or "") for key in ("site_url", "repo_url"))
    nav, theme = source.data.get("nav"), source.data.get("theme")
    theme = theme if isinstance(theme, dict) else {"name": theme}
    asks = theme.get("name") == "material" and theme.get("font") is not False  # by default as well
    return Configuration(
        site_url=f"{site_url.rstrip('/')}/" if site_url else "",
        repo_url=repo_url.rstrip("/"),
        nav=None if nav is None else tuple(_pages(source, nav, ("nav",))),
        names=tuple(str(source.data[key]) for key in _NAMES if source.data.get(key)),
        resources=tuple(_resources(source, theme)),
        custom_dir=str(theme.get("custom_dir") or ""),
        web_fonts=source.at("theme", "font") if asks else None,
    )


def _resources(source: YamlFile, theme: Mapping[str, Any]) -> Iterator[tuple[str, Location]]:
    """Yield the files that every page loads; what MkDocs refuses itself is left out."""
    for key in ("logo", "favicon"):
        if name := theme.get(key):
            yield str(name), source.at("theme", key)
    for key in ("extra_css", "extra_javascript"):
        entries = source.data.get(key)
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            name = entry.get("path") if isinstance(entry, dict) else entry
            if isinstance(name, str) and name:
                yield name, source.at(key, index, "path")


def _pages(source: YamlFile, entry: Any, keys: KeyPath) -> Iterator[tuple[PageKey, Location]]:
    """Yield the pages of a part of the navigation, addresses of other sites left out."""
    if isinstance(entry, str):
        if not addresses.has_scheme(entry):
            yield PageKey(entry), source.at(*keys)
    elif isinstance(entry, list):
        for index, item in enumerate(entry):
            yield from _pages(source, item, (*keys, index))
    elif isinstance(entry, dict) and len(entry) == 1:
        for title, item in entry.items():
            yield from _pages(source, item, (*keys, str(title)))
    else:
        raise DocsError(
            "the entry of the navigation is neither a page nor a section",
            at=source.at(*keys),
            hint="write `- page.md`, or `- Title:` with a list below it",
        )
