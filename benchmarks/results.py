"""What was measured: a JSON file, written after each run, and read by the report."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.processes import Cost

PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "Pygments")

HERE = "here"
"""What the tree is called that is this site."""


@dataclass
class TreeResult:
    """All runs on one tree, and where and when they were made."""

    tree: str
    languages: int
    pages: int
    """Pages of one language."""
    where: Mapping[str, Any]
    costs: dict[str, list[Cost]] = field(default_factory=dict)
    """The runs of each case: `engine/cold`."""
    bytes_a_page: dict[str, float] = field(default_factory=dict)
    """The size of a page's HTML by peer, the mean of all pages."""

    @property
    def is_here(self) -> bool:
        """Whether it is this site, however much of it is translated."""
        return self.tree.partition("@")[0] == HERE

    @property
    def total(self) -> int:
        """Pages of all languages."""
        return self.languages * self.pages

    def median(self, case: str, what: str = "wall") -> float | None:
        """Return the median of the runs of a case; None where it was not measured."""
        costs = self.costs.get(case)
        return statistics.median(getattr(cost, what) for cost in costs) if costs else None

    def spread(self, case: str, what: str = "wall") -> tuple[float, float] | None:
        """Return the least and the largest of the runs of a case."""
        found = [getattr(cost, what) for cost in self.costs.get(case, ())]
        return (min(found), max(found)) if found else None


@dataclass
class Results:
    """The trees of a file, by name."""

    path: Path
    trees: dict[str, TreeResult]

    def save(self) -> None:
        """Write the file whole."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        new = self.path.with_name(f"{self.path.name}.new")
        data = {name: asdict(found) for name, found in self.trees.items()}
        new.write_text(json.dumps({"trees": data}, indent=1), encoding="utf-8")
        new.replace(self.path)


def load(path: Path) -> Results:
    """Return what the file holds; nothing where there is none."""
    if not path.is_file():
        return Results(path, {})
    data = json.loads(path.read_text(encoding="utf-8"))["trees"]
    trees = {name: _tree(found) for name, found in data.items()}
    return Results(path, trees)


def _tree(data: dict[str, Any]) -> TreeResult:
    costs = {case: [Cost(**cost) for cost in runs] for case, runs in data["costs"].items()}
    return TreeResult(**{**data, "costs": costs})


def here(root: Path, zensical: str) -> dict[str, Any]:
    """Return where and when something is measured: machine, releases, commit, date."""
    git = ["git", "-C", str(root), "rev-parse", "--short=12", "HEAD"]
    commit = subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()
    packages = {name: version(name) for name in PACKAGES}
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "commit": commit,
        "cores": os.cpu_count(),
        "processor": _processor(),
        "memory": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "load": os.getloadavg()[0],
        "system": f"{platform.system()} {platform.machine()}",
        "versions": {"Python": sys.version.split()[0], **packages, "Zensical": zensical},
    }


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), "")
