"""How long the truth suite takes, and how it grows with the number of examples.

    python benchmarks/truth.py [--jobs 2] [--json]

Two measurements: the whole suite by pytest on the content as it is, by kind of test; and pages of
10, 40 and 160 examples of their own, run in this process, which shows the cost of one more.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.docsite import markdown
from scripts.docsite.exchanges import execute, notation

ROOT = Path(__file__).resolve().parents[1]
SIZES = (10, 40, 160)

APP = """\
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()


class Hut(BaseModel):
    name: str
    beds: int


@app.post("/huts/{number}")
async def create(number: int, hut: Hut) -> Hut:
    return hut
"""
BLOCK = """\
```http example="growth/tutorial{:03}.py"
POST /huts/1

{{"name": "Alpenrose", "beds": 12}}

200
{{"name": "Alpenrose", "beds": 12}}
```

"""


@dataclass(frozen=True, slots=True)
class Kind:
    """All tests of one function."""

    name: str
    tests: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Size:
    """A run of a number of examples, and what one of them costs in processor time."""

    examples: int
    seconds: float

    @property
    def each(self) -> float:
        """Milliseconds for one example."""
        return 1000 * self.seconds / self.examples


@dataclass(frozen=True, slots=True)
class Suite:
    """A run of the whole suite."""

    wall: float
    cpu: float
    """Processor seconds of all its processes: what another machine's load does not change."""
    status: int
    kinds: list[Kind]


def suite(jobs: int) -> Suite:
    """Run the suite in a number of processes."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "tests/truth", "-q", "-n", str(jobs)]
        start, before = time.perf_counter(), os.times()
        process = subprocess.run(
            [*command, f"--junitxml={report}"], cwd=ROOT, stdout=sys.stderr, check=False
        )
        wall, after = time.perf_counter() - start, os.times()
        cases = list(ElementTree.parse(report).iter("testcase"))
    seconds: dict[str, list[float]] = {}
    for case in cases:
        name = case.get("name", "").split("[")[0]
        seconds.setdefault(name, []).append(float(case.get("time", 0)))
    kinds = [Kind(name, len(times), sum(times)) for name, times in seconds.items()]
    cpu = sum(after[2:4]) - sum(before[2:4])
    return Suite(wall, cpu, process.returncode, sorted(kinds, key=lambda kind: -kind.seconds))


def growth() -> list[Size]:
    """Run pages of more and more examples; the first of all is left out, it imports FastAPI."""
    _page(1)
    return [_page(count) for count in SIZES]


def _page(count: int) -> Size:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "docs_src/growth").mkdir(parents=True)
        for number in range(count):
            (root / f"docs_src/growth/tutorial{number:03}.py").write_text(APP)
        text = "".join(BLOCK.format(number) for number in range(count))
        document = markdown.scan(text, "growth.md")
        start = time.process_time()
        for group in execute.groups(notation.blocks(document, "growth.md")):
            (outcome,) = execute.run(root, group)
            assert not outcome.findings, outcome.findings
        return Size(count, time.process_time() - start)


def main() -> int:
    """Measure, print, and return the suite's exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--jobs", type=int, default=2, help="how many processes pytest uses")
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    options = parser.parse_args()
    run = suite(options.jobs)
    sizes = growth()
    if options.json:
        found = {
            "jobs": options.jobs,
            **asdict(run),
            "growth": [asdict(size) | {"each_ms": round(size.each, 2)} for size in sizes],
        }
        print(json.dumps(found, indent=2))
        return run.status
    print(f"{'kind of test':<52} {'tests':>6} {'seconds':>9}")
    for kind in run.kinds:
        print(f"{kind.name:<52} {kind.tests:>6} {kind.seconds:>9.2f}")
    print(f"{f'the whole suite, {options.jobs} processes: wall':<59} {run.wall:>9.2f}")
    print(f"{'the whole suite: processor seconds':<59} {run.cpu:>9.2f}\n")
    print(f"{'examples run in one process':<52} {'each ms':>6} {'seconds':>9}")
    for size in sizes:
        print(f"{size.examples:<52} {size.each:>6.1f} {size.seconds:>9.2f}")
    return run.status


if __name__ == "__main__":
    sys.exit(main())
