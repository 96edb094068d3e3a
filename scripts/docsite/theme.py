"""The installed theme: its templates and icons, and which languages it and its search know."""

from __future__ import annotations

import difflib
import importlib.util
from collections.abc import Iterator
from pathlib import Path

from scripts.docsite import yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import FILE, SOURCE, Language
from scripts.docsite.model import Finding

_TRANSLATIONS, _ICONS = "partials/languages", ".icons"
_OVERRIDES = "overrides"
OURS = f"{_OVERRIDES}/{_TRANSLATIONS}"
"""Where translations of the theme are that it does not have itself."""

_LUNR_ONLY = frozenset({"multi", "stemmer", "jp", "du"})
"""Names among lunr's files that are no language, or another name of one."""


def folder() -> Path:
    """Return the folder of the installed theme's templates."""
    spec = importlib.util.find_spec("material")
    if spec is None or not spec.submodule_search_locations:
        raise DocsError("Material for MkDocs is not installed", hint="run `make .venv`")
    return Path(spec.submodule_search_locations[0]) / "templates"


def translations(root: Path) -> frozenset[str]:
    """Return the codes of the theme's translations, ours among them, as their files spell them."""
    folders = (folder() / _TRANSLATIONS, root / OURS)
    return frozenset(path.stem for found in folders for path in found.glob("*.html"))


def has_icon(root: Path, name: str) -> bool:
    """Whether the theme or what takes its place has an icon: `material/pencil`."""
    return any((icons / f"{name}.svg").is_file() for icons in _icon_folders(root))


def near_icon(root: Path, name: str) -> str:
    """Return the icon that is called so, else the one of the likest path; empty where none is."""
    known = [
        path.relative_to(icons).with_suffix("").as_posix()
        for icons in _icon_folders(root)
        for path in icons.rglob("*.svg")
    ]
    called = [icon for icon in known if icon.rpartition("/")[2] == name.rpartition("/")[2]]
    near = difflib.get_close_matches(name, called, 1, 0) or difflib.get_close_matches(name, known)
    return near[0] if near else ""


def _icon_folders(root: Path) -> tuple[Path, Path]:
    return root / _OVERRIDES / _ICONS, folder() / _ICONS


def search_languages() -> frozenset[str]:
    """Return the languages of the search; English needs no file of lunr's."""
    files = folder().glob("assets/javascripts/lunr/min/lunr.*.min.js")
    return frozenset({SOURCE, *(path.name.split(".")[1] for path in files)}) - _LUNR_ONLY


def check(root: Path, language: Language) -> Iterator[Finding]:
    """Yield what the theme and its search do not know of a language that is registered."""
    wanted = {
        "theme": (language.theme, translations(root), SOURCE),
        "search": (language.search or SOURCE, search_languages(), "leave `search` out"),
    }
    for key, (name, known, otherwise) in wanted.items():
        if name not in known:
            at = yaml_file.load(root, FILE).at("languages", language.code, key)
            hint = f"write {_nearest(name, known)}, or {otherwise} where none is like it"
            yield Finding(at, "M009", f"the {key} knows no language {name!r}", hint)


def _nearest(name: str, known: frozenset[str]) -> str:
    spelled = {code.lower(): code for code in sorted(known)}
    if near := difflib.get_close_matches(name.lower(), spelled):
        return " or ".join(spelled[code] for code in near)
    return f"one of {', '.join(spelled.values())}"
