"""What the build engine saves: this site, built by stock MkDocs and by the engine.

`python benchmarks/build.py [--runs N] [--json FILE]` copies the sources into a temporary folder and
measures there. Stock MkDocs builds one language a process, as many at a time as there are cores,
without the engine's plugin. Every case is a process of its own, from its start to its end; each
figure is the median of the runs, in seconds.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.docsite import languages

ROOT = Path(__file__).resolve().parents[1]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "__pycache__", "*.egg-info")

STOCK = (
    "import sys; from mkdocs.config import load_config; from mkdocs.commands.build import build; "
    "build(load_config(config_file=sys.argv[1], docs_dir=sys.argv[2], site_dir=sys.argv[3]))"
)
TRANSLATED = "docs/es/index.md"
UNTRANSLATED = "docs/en/async.md"


class Bench:
    """One copy of the sources, and the ways to build it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.codes = languages.load(root).codes
        self.environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}

    def stock(self) -> None:
        """Build every language with stock MkDocs, as many at a time as there are cores."""
        text = (self.root / "mkdocs.yml").read_text(encoding="utf-8")
        lines = [line for line in text.split("\n") if not line.startswith("  docsite:")]
        config = self.root / "stock.yml"
        config.write_text("\n".join(lines), encoding="utf-8")
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            list(pool.map(lambda code: self._stock_language(config, code), self.codes))

    def _stock_language(self, config: Path, code: str) -> None:
        target = self.root / "stock" / ("" if code == "en" else code)
        if code == "en":
            target = self.root / "stock-en"
        arguments = [str(config), str(self.root / "docs" / code), str(target)]
        self.run([sys.executable, "-c", STOCK, *arguments])

    def engine(self) -> None:
        """Run `docs build-all`."""
        code = (
            "import sys; sys.argv = ['docs', 'build-all']; from scripts.start import main; main()"
        )
        self.run([sys.executable, "-c", code])

    def run(self, command: list[str]) -> None:
        """Run a command in the copy; its failure ends the benchmark."""
        done = subprocess.run(
            command, cwd=self.root, env=self.environment, capture_output=True, check=False
        )
        if done.returncode:
            sys.exit(done.stderr.decode())

    def forget(self, *names: str) -> None:
        """Remove folders of the copy."""
        for name in names:
            shutil.rmtree(self.root / name, ignore_errors=True)

    def append(self, path: str, text: str) -> None:
        """Add text to a file of the copy."""
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    def add_page(self, number: int) -> None:
        """Add a page and its entry in the navigation."""
        page = f"docs/en/bench-{number}.md"
        (self.root / page).write_text(f"# Bench {number} {{ #bench }}\n\nText.\n")
        config = self.root / "mkdocs.yml"
        text = config.read_text(encoding="utf-8")
        config.write_text(
            text.replace("  - features.md\n", f"  - features.md\n  - bench-{number}.md\n", 1),
            encoding="utf-8",
        )


def cases(bench: Bench) -> dict[str, tuple[Callable[[int], None], Callable[[], None]]]:
    """Return each case: what is done before the clock starts, and what is timed."""
    return {
        "stock MkDocs, cold": (lambda n: bench.forget("stock", "stock-en"), bench.stock),
        "engine, cold": (lambda n: bench.forget("site", ".cache/engine"), bench.engine),
        "engine, nothing changed": (lambda n: None, bench.engine),
        "engine, cache into empty site/": (lambda n: bench.forget("site"), bench.engine),
        "engine, one translated page edited": (
            lambda n: bench.append(TRANSLATED, f"\nEdit {n}.\n"),
            bench.engine,
        ),
        "engine, one untranslated page edited": (
            lambda n: bench.append(UNTRANSLATED, f"\nEdit {n}.\n"),
            bench.engine,
        ),
        "engine, a page added": (bench.add_page, bench.engine),
    }


def measure(runs: int) -> dict[str, list[float]]:
    """Return the seconds of each run of each case."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "guide"
        shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
        shutil.copytree(ROOT / ".cache/npm", copy / ".cache/npm", symlinks=True)
        bench = Bench(copy)
        found: dict[str, list[float]] = {}
        for name, (prepare, timed) in cases(bench).items():
            for number in range(runs):
                prepare(number)
                started = time.perf_counter()
                timed()
                found.setdefault(name, []).append(time.perf_counter() - started)
        return found


def main() -> None:
    """Measure, print a table, and write JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found = measure(options.runs)
    medians = {name: statistics.median(times) for name, times in found.items()}
    base = medians["stock MkDocs, cold"]
    sys.stdout.write(f"{'case':40} {'median s':>9} {'stock / case':>13}\n")
    for name, median in medians.items():
        sys.stdout.write(f"{name:40} {median:9.2f} {base / median:12.1f}x\n")
    if options.json:
        data = {"runs": found, "median": medians, "cores": os.cpu_count()}
        options.json.write_text(json.dumps(data, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
