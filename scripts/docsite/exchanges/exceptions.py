"""`data/generated_requests.yml`: failures of generated requests that are known and wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.docsite import yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.examples import SOURCES
from scripts.docsite.exchanges import apps
from scripts.docsite.model import Location
from scripts.docsite.yaml_file import YamlFile

FILE = "data/generated_requests.yml"

IMPORT = "import"
"""The check that an example can be imported and started."""

SCHEMA = "openapi_spec_validator"
"""The check that the schema is valid."""

CHECKS = (
    IMPORT,
    SCHEMA,
    "not_a_server_error",
    "content_type_conformance",
    "response_schema_conformance",
    "response_headers_conformance",
    "guards",
)
"""What is checked: import and schema, schemathesis' checks by their names, and the guards."""

_KEYS = {"example", "operation", "check", "reason"}


@dataclass(frozen=True, slots=True)
class KnownFailure:
    """One failure that is wanted: of which example, operation and check, and why."""

    example: str
    """The example's first form, from `docs_src/`."""
    operation: str
    """Method and path, `GET /huts/{hut_id}`; `*` for what concerns the whole app."""
    check: str
    reason: str
    location: Location


def load(root: Path) -> tuple[KnownFailure, ...]:
    """Return the known failures below `root`; none where it has no list of them.

    Raises `DocsError` with the line of an entry that is not complete, names an unknown check or a
    missing example, or stands there twice.
    """
    if not (root / FILE).is_file():
        return ()
    source = yaml_file.load(root, FILE)
    entries = source.data.get("exceptions") if isinstance(source.data, dict) else None
    if not isinstance(entries, list):
        raise DocsError(
            "there is no list `exceptions`",
            at=Location(FILE),
            hint="write `exceptions: []` where there are none",
        )
    found: dict[tuple[str, str, str], KnownFailure] = {}
    for index, entry in enumerate(entries):
        known = _entry(root, source, index, entry)
        key = (known.example, known.operation, known.check)
        if key in found:
            raise DocsError(
                "the exception stands here twice", at=known.location, hint="remove one of them"
            )
        found[key] = known
    return tuple(found.values())


def _entry(root: Path, source: YamlFile, index: int, entry: Any) -> KnownFailure:
    at = source.at("exceptions", index)
    if (
        not isinstance(entry, dict)
        or set(entry) != _KEYS
        or not all(isinstance(value, str) and value.strip() for value in entry.values())
    ):
        raise DocsError(
            "the exception is not complete",
            at=at,
            hint="give example, operation, check and a reason, each a text",
        )
    if entry["check"] not in CHECKS:
        raise DocsError(
            f"there is no check {entry['check']!r}", at=at, hint=f"known are {', '.join(CHECKS)}"
        )
    file = apps.find(root, entry["example"], at)
    first = apps.first_form(file)
    if first != file:
        raise DocsError(
            f"{file.shown} is the second form of its example",
            at=at,
            hint=f"name the first: {first.shown.removeprefix(SOURCES + '/')}",
        )
    return KnownFailure(entry["example"], entry["operation"], entry["check"], entry["reason"], at)
