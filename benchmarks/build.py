"""What the build engine saves: the same trees, built by it, by stock MkDocs and by Zensical.

    python -m benchmarks.build [--tree here] [--tree 12x150] [--runs 3] [--cases 'engine/*']

`here` is this site, `here@50%` the same with half of it translated (see `translated`), and a size
is a generated tree of so many languages and pages (see `trees`). Each tree is made in a temporary
folder, and every run is a process of its own from its start to its end.
The file of `--json` is written after each run, so that a run that is ended early loses nothing, and
`--continue` goes on with what is missing in it. `python -m benchmarks.report` makes a page of it.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from benchmarks import goals, peers, results, translated, trees
from benchmarks.cases import TITLES, Bench
from benchmarks.peers import PEERS, Peer, Project, Zensical
from benchmarks.results import HERE, Results, TreeResult
from scripts.docsite import assets

ROOT = Path(__file__).resolve().parents[1]

# Processor seconds as measured once on generated trees: of a process, of a page, and of a page for
# each hundred pages in its navigation. Only to say beforehand how long it will take.
RATES = {
    "stock": (1.0, 0.06, 0.005),
    "zensical": (0.6, 0.043, 0.002),
    "engine": (0.5, 0.045, 0.003),
}
SMALL = {"nothing": 0.3, "restored": 0.3, "untranslated": 0.4, "added": 0.8, "deeper": 0.5}
"""What the other cases cost of a cold build; one translated page costs a language of it."""


@dataclass(frozen=True, slots=True)
class Options:
    """What is asked for."""

    trees: Sequence[str]
    runs: int
    cases: Sequence[str]
    path: Path
    goes_on: bool
    jobs: int

    def wants(self, name: str) -> bool:
        """Whether a case is to be measured."""
        return any(fnmatch(name, pattern) for pattern in self.cases)


def cases_of(peer: Peer, options: Options) -> Iterator[tuple[str, str]]:
    """Yield the cases of a peer that are wanted, with the names that results have."""
    for case in peer.cases:
        if options.wants(f"{peer.name}/{case}"):
            yield case, f"{peer.name}/{case}"


def estimate(peer: Peer, case: str, languages: int, pages: int, cores: int) -> float:
    """Return about how many seconds a run of a case takes."""
    process, page, hundred = RATES[peer.name]
    every = languages * (process + pages * (page + hundred * pages / 100)) / cores
    return every / languages if case == "translated" else every * SMALL.get(case, 1)


def measure(name: str, options: Options, found: Results) -> None:
    """Measure one tree, and save each run."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        root = Path(folder) / "guide"
        make(name, root)
        assets.assemble(root)  # whoever builds first would do it for all
        project = Project(root, options.jobs)
        everyone = peers.peers(project)
        tree = _result(name, project, found, options)
        plan = [(p, c, n) for p in everyone for c, n in cases_of(p, options)]
        size = (tree.languages, tree.pages, options.jobs)
        seconds = sum(estimate(peer, case, *size) for peer, case, _ in plan) * options.runs
        tell(f"{name}: {tree.total} pages in {tree.languages} languages; about {minutes(seconds)}")
        benches = {}
        for number in range(options.runs):
            for peer, case, key in plan:
                if len(tree.costs.get(key, ())) > number:
                    continue
                if peer.name not in benches:
                    peer.prepare()
                    benches[peer.name] = Bench(peer)
                _measure_case(benches[peer.name], case, key, tree)
                found.save()


def _measure_case(bench: Bench, case: str, key: str, tree: TreeResult) -> None:
    cost = bench.run(case)
    tree.costs.setdefault(key, []).append(cost)
    if case == "cold":
        pages, size = bench.weight()
        tree.bytes_a_page[bench.peer.name] = size / pages
    tell(f"  {key:24} {cost.wall:8.2f} s  {cost.cpu:8.2f} s of processor")


def _result(name: str, project: Project, found: Results, options: Options) -> TreeResult:
    """Return where the runs of a tree go: what is there already, where it goes on."""
    if not (options.goes_on and name in found.trees):
        languages, pages = len(project.codes), len(project.pages.source_pages)
        where = results.here(ROOT, _zensical(project, options))
        found.trees[name] = TreeResult(name, languages, pages, where)
    return found.trees[name]


def _zensical(project: Project, options: Options) -> str:
    peer = Zensical(project)
    if not any(cases_of(peer, options)):
        return "not measured"
    peers.install(peer.package, peers.PINS)
    return peers.version(peer.package)


def make(name: str, root: Path) -> None:
    """Make a tree in the folder `root`: a copy of this site's sources, or a generated one.

    That takes a process of its own, for the memory that it needs would count as that of all
    processes that are started from here later.
    """
    module = "translated" if name.startswith(HERE) else "trees"
    subprocess.run([sys.executable, "-m", f"benchmarks.{module}", name, root], cwd=ROOT, check=True)


def table(tree: TreeResult) -> str:
    """Return the figures of a tree as text."""
    head = f"{'median (least – largest)':42} {'wall s':>24} {'processor s':>12}"
    lines = [f"{head} {'largest MB':>11} {'together MB':>12}"]
    for key, costs in tree.costs.items():
        peer, case = key.split("/")
        wall, (least, most) = tree.median(key) or 0, tree.spread(key) or (0, 0)
        memory = [(tree.median(key, what) or 0) / 1e6 for what in ("largest", "together")]
        name = f"{PEERS[peer]}, {TITLES[case]}"
        runs = f"{wall:.2f} ({least:.2f} – {most:.2f})"
        cpu = tree.median(key, "cpu") or 0
        lines.append(
            f"{name[:50]:50} {runs:>22} {cpu:>10.2f} {memory[0]:>11.0f} {memory[1]:>12.0f}"
            f"  [{len(costs)}]"
        )
    for peer, size in tree.bytes_a_page.items():
        cold = tree.median(f"{peer}/cold") or 0
        each = 1000 * cold / tree.total
        lines.append(f"{PEERS[peer]}: {each:.1f} ms and {size:.0f} bytes of HTML a page")
    return "\n".join(lines)


def minutes(seconds: float) -> str:
    """Return a duration as people say it."""
    return f"{seconds:.0f} seconds" if seconds < 90 else f"{seconds / 60:.0f} minutes"


def tell(text: str) -> None:
    """Show how far it is."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def parse(arguments: Sequence[str] | None = None) -> Options:
    """Return what the arguments ask for."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.build",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--tree", action="append", help="here, here@50%%, 12x150: this site, or a size"
    )
    parser.add_argument("--runs", type=int, default=3, help="of each case (3)")
    parser.add_argument("--cases", action="append", help="patterns: 'engine/*', '*/cold'")
    parser.add_argument("--json", type=Path, default=ROOT / ".cache/benchmark.json")
    parser.add_argument("--continue", dest="goes_on", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes of peers")
    found = parser.parse_args(arguments)
    for name in found.tree or []:
        try:
            _ = translated.share(name) if name.startswith(HERE) else trees.Size.parse(name)
        except ValueError as error:
            parser.error(str(error))
    return Options(
        found.tree or [HERE, "12x150"],
        found.runs,
        found.cases or ["*"],
        found.json,
        found.goes_on,
        found.jobs,
    )


def main() -> None:
    """Measure, save, and print tables."""
    options = parse()
    found = results.load(options.path)
    for name in options.trees:
        measure(name, options, found)
    for name in options.trees:
        tree = found.trees[name]
        sys.stdout.write(f"\n{name}\n{table(tree)}\n\n{goals.table(goals.of_tree(tree))}\n")
    sys.stdout.write(f"\n{goals.table(goals.of_growth(found))}\n")


if __name__ == "__main__":
    main()
