"""How much of each example the last measured run of the tests has executed."""

from __future__ import annotations

import importlib
import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from scripts.docsite.errors import DocsError
from scripts.docsite.examples.catalogue import SOURCES, Example
from scripts.docsite.model import Location

DATA = ".coverage"
"""What `pytest --cov` leaves in the root."""


def coverage(root: Path, found: tuple[Example, ...]) -> Mapping[str, float]:
    """Return the covered percentage of each example by name, statements and branches together.

    Examples that the run did not measure are left out; all of them, where there was no run. Raises
    `DocsError` where what it left can't be read.
    """
    if not (root / DATA).is_file():
        return MappingProxyType({})
    measured = _measured(root)
    percent: dict[str, float] = {}
    for example in found:
        parts = [measured[path] for path in example.files if path in measured]
        total = sum(lines for _, lines in parts)
        if parts:
            covered = sum(lines for lines, _ in parts)
            percent[example.base] = 100 * covered / total if total else 100.0
    return MappingProxyType(percent)


def _measured(root: Path) -> Mapping[str, tuple[int, int]]:
    """Return what is covered, and what there is, of each measured file in `docs_src/`."""
    # A development tool that only whoever has measured needs to have installed.
    tool = importlib.import_module("coverage")
    data = tool.Coverage(data_file=str(root / DATA), config_file=False, messages=False)
    try:
        data.load()
    except tool.exceptions.CoverageException as error:
        hint = "run `make coverage` again, or remove the file"
        raise DocsError("it can't be read", at=Location(DATA), hint=hint) from error
    files = sorted(data.get_data().measured_files())
    inside = [file for file in files if Path(file).is_relative_to(root / SOURCES)]
    existing = [file for file in inside if Path(file).is_file()]
    if not existing:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        data.json_report(morfs=existing, outfile=str(report))
        entries = json.loads(report.read_text(encoding="utf-8"))["files"]
    return {
        (root / path).relative_to(root).as_posix(): (
            entry["summary"]["covered_lines"] + entry["summary"].get("covered_branches", 0),
            entry["summary"]["num_statements"] + entry["summary"].get("num_branches", 0),
        )
        for path, entry in entries.items()
    }
