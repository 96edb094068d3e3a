"""How long `docs translations status` and `check` take, and whether the cost is linear.

    python -m benchmarks.translations [--languages 13] [--pages 38 --pages 75 --pages 150]

Each size is a generated tree in which every page is translated and has its sync record (see
`trees`). Each figure is the median of the runs of a whole process, from its start to its end;
linear is what costs the same for each page in the smallest and the largest tree.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks import processes, trees
from benchmarks.peers import Project
from benchmarks.processes import Command, Cost
from scripts.docsite import tree
from scripts.docsite.translations.memo import FILE
from scripts.docsite.translations.states import State, Workbench

COMMANDS = ("status", "status again", "check", "check again")
"""Without a memo of an earlier run, and again, with one and nothing changed."""
NOTHING = {"status": "status --help", "check": "check --list"}
"""What looks at nothing, and so costs what the start does: of Python and of the command."""
GOAL = 2.0
"""Seconds for 13 languages of 150 pages."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The runs of a command on a tree."""

    command: str
    languages: int
    pages: int
    costs: list[Cost]

    def median(self, what: str = "wall") -> float:
        """Return the median of the runs."""
        return statistics.median(getattr(cost, what) for cost in self.costs)


def measure(size: trees.Size, runs: int) -> Iterator[Measured]:
    """Yield the runs of each command on a tree of the size, every page of it translated."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        root = Path(folder) / "guide"
        trees.make(root, size)
        _refuse_other_work(root, size)
        project = Project(root, 1)
        docs = str(Path(sys.executable).with_name("docs"))
        for name in (*COMMANDS, *NOTHING.values()):
            words = [docs, "translations", *name.removesuffix(" again").split()]
            command = Command(words, root, project.environment)
            costs = []
            for _ in range(runs):
                if not name.endswith(" again"):
                    (root / FILE).unlink(missing_ok=True)
                costs.append(processes.run([command], 1))
            yield Measured(name, size.languages, size.pages, costs)


def _refuse_other_work(root: Path, size: trees.Size) -> None:
    """See that the tree holds the translations that are to be looked at, all of them current."""
    found = Workbench.of(tree.load(root)).chosen()
    assert len(found) == (size.languages - 1) * (size.pages - 1), "help is not translated"
    assert {state for page in found for state in page.states.values()} == {State.CURRENT}


def growth(found: Sequence[Measured], command: str) -> float:
    """Return what a page costs in the largest tree, as a multiple of the smallest.

    Processor seconds, without those that every start costs.
    """
    nothing = NOTHING[command.removesuffix(" again")]
    cost = {(m.command, m.pages): m.median("cpu") for m in found}
    sizes = sorted({m.pages for m in found})
    least, most = (
        (cost[command, pages] - cost[nothing, pages]) / pages for pages in (sizes[0], sizes[-1])
    )
    return most / least


def main() -> None:
    """Measure, print a table, and write JSON where asked."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.translations",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--languages", type=int, default=13)
    parser.add_argument("--pages", type=int, action="append", help="of a language; several times")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    sizes = [trees.Size(options.languages, n, percent=100) for n in options.pages or (38, 75, 150)]
    sys.stdout.write(f"{'command':14} {'size':>8} {'wall s (least – largest)':>26} {'cpu s':>7}\n")
    found: list[Measured] = []
    for size in sizes:
        for measured in measure(size, options.runs):
            found.append(measured)
            walls = [cost.wall for cost in measured.costs]
            told = f"{measured.median():.2f} ({min(walls):.2f} – {max(walls):.2f})"
            cpu = measured.median("cpu")
            sys.stdout.write(f"{measured.command:14} {size!s:>8} {told:>26} {cpu:7.2f}\n")
            sys.stdout.flush()
    if len(sizes) > 1:
        for command in COMMANDS:
            factor = growth(found, command)
            sys.stdout.write(f"{command}: a page costs {factor:.2f} × in the largest tree\n")
    for measured in found:
        if (measured.languages, measured.pages) == (13, 150) and measured.command in COMMANDS:
            word = "reached" if measured.median() < GOAL else "not reached"
            sys.stdout.write(f"{measured.command}: {word} (goal: under {GOAL:g} s)\n")
    if options.json:
        options.json.write_text(json.dumps([asdict(m) for m in found], indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
