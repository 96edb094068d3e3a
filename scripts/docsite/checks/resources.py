"""Checks of what mkdocs.yml lets every page load: styles, scripts, fonts, the logo, the icon."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from scripts.docsite import addresses, theme, tree
from scripts.docsite.assets import VENDOR
from scripts.docsite.checks import rules
from scripts.docsite.checks.survey import Survey
from scripts.docsite.languages import SOURCE
from scripts.docsite.model import Finding


def check(survey: Survey) -> Iterator[Finding]:
    """Yield each file that is not among those of the site, and fonts that the theme would load."""
    if at := survey.configuration.web_fonts:
        message, hint = (
            "pages would ask another host for fonts",
            "write `font: false` below `theme`",
        )
        yield rules.OTHER_HOST.at(at.path, at.line, message, hint)
    english = survey.tree.folder(SOURCE)
    folders = [english, theme.folder()]
    if custom := survey.configuration.custom_dir:
        folders.append(survey.tree.root / custom)
    for name, at in survey.configuration.resources:
        path = unquote(name.partition("?")[0].partition("#")[0])
        if name.startswith("//") or addresses.has_scheme(name):
            if not name.startswith("data:"):
                message = f"pages would ask another host for {name!r}"
                yield rules.OTHER_HOST.at(at.path, at.line, message)
        elif not path.startswith(f"{VENDOR}/") and not _is_below(folders, path):
            near = difflib.get_close_matches(path, tree.files_below(english), 1)
            hint = f"did you mean {near[0]!r}?" if near else ""
            yield rules.NO_RESOURCE.at(at.path, at.line, f"the site has no file {name!r}", hint)


def _is_below(folders: Iterable[Path], name: str) -> bool:
    path = PurePosixPath(name)
    leaves = path.is_absolute() or ".." in path.parts
    return not leaves and any((folder / path).is_file() for folder in folders)
