"""`data/examples.yml`: the plain forms that are not derived, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from scripts.docsite import yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location

FILE = "data/examples.yml"
BY_HAND = "by_hand"
ANNOTATED_ONLY = "annotated_only"
_EMPTY: Mapping[str, Location] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The names of the examples concerned, each with the place where it is listed."""

    by_hand: Mapping[str, Location] = field(default_factory=lambda: _EMPTY)
    """The plain form is written by hand."""
    annotated_only: Mapping[str, Location] = field(default_factory=lambda: _EMPTY)
    """There is no plain form."""


def load(root: Path) -> Exceptions:
    """Return the exceptions below `root`; raises `DocsError` where the file is not well formed."""
    if not (root / FILE).is_file():
        return Exceptions()
    source = yaml_file.load(root, FILE)
    data = source.data
    if not isinstance(data, dict) or not set(data) <= {BY_HAND, ANNOTATED_ONLY}:
        raise DocsError(
            f"the file is no mapping of {BY_HAND} and {ANNOTATED_ONLY}",
            at=Location(FILE),
            hint="write `topic/tutorial001: the reason` below one of them",
        )
    by_hand, annotated_only = (_listed(source, key) for key in (BY_HAND, ANNOTATED_ONLY))
    for base in by_hand.keys() & annotated_only.keys():
        raise DocsError(
            f"{base} is listed twice", at=by_hand[base], hint=f"is it {BY_HAND} or not?"
        )
    return Exceptions(by_hand, annotated_only)


def _listed(source: yaml_file.YamlFile, key: str) -> Mapping[str, Location]:
    entries = source.data.get(key) or {}
    if not isinstance(entries, dict):
        raise DocsError(
            f"`{key}` is no mapping",
            at=source.at(key),
            hint="write `topic/tutorial001: the reason` below it",
        )
    for base, reason in entries.items():
        if not isinstance(reason, str) or not reason.strip():
            raise DocsError(
                f"{base} is listed without a reason",
                at=source.at(key, base),
                hint="say in a sentence why its plain form is not derived",
            )
    return MappingProxyType({str(base): source.at(key, base) for base in entries})
