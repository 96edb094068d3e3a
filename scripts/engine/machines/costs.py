"""What languages and pages cost to build, as builds measured it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from math import inf
from pathlib import Path

from scripts.docsite import configuration, tree, writing
from scripts.docsite.errors import DocsError
from scripts.docsite.tree import Tree
from scripts.engine.builds.language import LanguageResult
from scripts.engine.machines.plans import Costs
from scripts.engine.store.folder import FOLDER

FILE = f"{FOLDER}/costs.json"


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds that were measured where something was made anew."""

    languages: Mapping[str, float] = field(default_factory=dict)
    pages: Mapping[str, float] = field(default_factory=dict)
    """What it takes before the theme, by the paths of the pages, whatever their language."""

    @classmethod
    def of(cls, results: Iterable[LanguageResult]) -> Measured:
        """Return what builds tell: of languages whose every page was made anew, and of pages."""
        languages, pages = {}, dict[str, float]()
        for result in results:
            times = result.times.pages if result.times else {}
            made = {path: page for path, page in times.items() if page.made}
            if len(made) == result.pages > 0 and not result.part:
                languages[result.language] = round(result.seconds, 3)
            for path, page in made.items():
                if page.markdown:
                    pages[path] = max(pages.get(path, 0), round(page.markdown, 3))
        return cls(languages, pages)

    def __or__(self, other: Measured) -> Measured:
        """Return both; where both know something, what the other knows."""
        return Measured({**self.languages, **other.languages}, {**self.pages, **other.pages})


def of(root: Path) -> Costs:
    """Return what each page of each language costs, in the order of the navigation.

    The measured seconds of the languages are shared out to their pages where those of all are
    known. Else pages count: those a language shows, and once more those it has a translation of.
    """
    found, known = tree.load(root), load(root)
    measured = known.languages.keys() >= set(found.languages.codes)
    costs = {}
    for code in found.languages.codes:
        weights = _weights(found, code, known.pages if measured else {})
        factor = known.languages[code] / sum(weights.values()) if measured and weights else 1
        costs[code] = {path: weight * factor for path, weight in weights.items()}
    return costs


def load(root: Path) -> Measured:
    """Return what is remembered; nothing where there is nothing that can be read."""
    try:
        data = json.loads((root / FILE).read_text(encoding="utf-8"))
        numbers = {name: {str(k): float(v) for k, v in data[name].items()} for name in data}
        return Measured(**numbers)
    except (OSError, ValueError, TypeError, AttributeError):
        return Measured()


def remember(root: Path, measured: Measured) -> None:
    """Remember what was measured, for the next plan; without space for it, as it was."""
    if measured != Measured():
        text = json.dumps(asdict(load(root) | measured), indent=1, sort_keys=True)
        with suppress(DocsError):
            writing.write_all(root, {FILE: text.encode()})


def _weights(found: Tree, code: str, seconds: Mapping[str, float]) -> dict[str, float]:
    """Return what the pages of a language cost beside one another."""
    keys = found.source_pages.keys() | found.pages[code].keys()
    nav = configuration.load(found.root).nav or ()
    places = {key: place for place, (key, _) in enumerate(nav)}
    ordered = sorted(keys, key=lambda key: (places.get(key, inf), key))
    if not any(seconds.get(key) for key in ordered):
        return {key: 1.0 + (found.page(code, key) is not None) for key in ordered}
    known = [seconds[key] for key in ordered if seconds.get(key)]
    usual = sum(known) / len(known)
    return {key: seconds.get(key) or usual for key in ordered}
