"""How long a writer waits for an edit: the live server on a copy of this site.

`python -m benchmarks.live [--edits N] [--json FILE]` starts `docs live` on a copy of the sources,
edits the text and the title of pages, and asks for the page until it shows the edit. Beside that a
follower does what the script in each page does: it is told of the edit, and loads the page. The
other figures are the first requests to languages that the cache knows. Times are in milliseconds.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from benchmarks import goals

ROOT = Path(__file__).resolve().parents[1]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "__pycache__", "*.egg-info")
LANGUAGES = ("es", "de", "ja")
PAGES = (
    "async",
    "tutorial/body",
    "tutorial/query-params",
    "advanced/settings",
    "deployment/docker",
)
LIMIT = 120.0
START = (
    "import sys; sys.argv = ['docs', 'live', '--port', '{}']; "
    "from scripts.start import main; main()"
)


class Live:
    """The live server in a process of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-c", START.format(self.port)]
        self.process = subprocess.Popen(
            command, cwd=root, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        wait(self.answers)

    def answers(self) -> bool:
        """Return whether the server listens."""
        try:
            self.get("/_docs_live?version=none")
        except OSError:
            return False
        return True

    def get(self, path: str) -> str:
        """Return what the server answers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LIMIT)
        connection.request("GET", path)
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    def version(self, page: str) -> str:
        """Return the version of a page, as its script knows it."""
        mark = '<meta name="docs-live" content="'
        return self.get(f"/{page}/").partition(mark)[2].split(" ")[0]

    def news(self, page: str, version: str) -> None:
        """Wait until the page is no longer that."""
        query = urlencode({"path": f"/{page}/", "version": version, "problem": ""})
        self.get(f"/_docs_live?{query}")

    def stop(self) -> None:
        """End the server as a writer does."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(10)


def wait(holds: Callable[[], bool]) -> float:
    """Ask until it holds; return how many milliseconds that took."""
    started = time.perf_counter()
    while not holds():
        if time.perf_counter() - started > LIMIT:
            sys.exit("the live server does not show the edit")
        time.sleep(0.002)
    return (time.perf_counter() - started) * 1000


def edits(live: Live, number: int, change: Callable[[str, str], str]) -> dict[str, list[float]]:
    """Return how long edits take: until a page asked for shows it, and until a follower does."""
    asked, followed = [], []
    for index in range(2 * number):
        page = PAGES[index % len(PAGES)]
        path = live.root / f"docs/en/{page}.md"
        before, version = path.read_text(encoding="utf-8"), live.version(page)
        mark = f"Benchmark{index}x{random.randrange(10**6)}"
        time.sleep(random.uniform(0.3, 0.5))  # an edit comes at any time
        path.write_text(change(before, mark), encoding="utf-8")
        started = time.perf_counter()
        if index % 2:
            asked.append(wait(lambda page=page, mark=mark: mark in live.get(f"/{page}/")))
        else:
            live.news(page, version)
            if mark not in live.get(f"/{page}/"):
                sys.exit("a follower was told of something else")
            followed.append((time.perf_counter() - started) * 1000)
        path.write_text(before, encoding="utf-8")
        wait(lambda page=page, mark=mark: mark not in live.get(f"/{page}/"))
    return {"asked for": asked, "followed": followed}


def first_requests(root: Path) -> list[float]:
    """Return how long a new server takes to show the home page of languages, after English."""
    live = Live(root)
    live.get("/")
    found = [wait(lambda code=code: "<html" in live.get(f"/{code}/")) for code in LANGUAGES]
    live.stop()
    return found


def in_text(source: str, mark: str) -> str:
    """Return the page with a paragraph more."""
    return f"{source}\n\n{mark}\n"


def in_title(source: str, mark: str) -> str:
    """Return the page with another title, which the navigation of all pages shows."""
    lines = source.split("\n")
    number = next(n for n, line in enumerate(lines) if line.startswith("# "))
    lines[number] = lines[number].replace("# ", f"# {mark} ", 1)
    return "\n".join(lines)


def measure(number: int) -> dict[str, list[float]]:
    """Return the milliseconds of each case."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "guide"
        shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
        shutil.copytree(ROOT / ".cache", copy / ".cache", symlinks=True)
        first_requests(copy)  # fills the cache
        first = first_requests(copy)
        live = Live(copy)
        found = {"first request to a language": first}
        for name, change in {"text edit": in_text, "title edit": in_title}.items():
            found |= {f"{name}, {how}": v for how, v in edits(live, number, change).items()}
        live.stop()
        return found


def main() -> None:
    """Measure, print a table, and write JSON where asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--edits", type=int, default=40, help="edits of each kind")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    found = measure(options.edits)
    sys.stdout.write(f"{'case':32} {'runs':>5} {'p50 ms':>8} {'p95 ms':>8} {'max ms':>8}\n")
    for name, times in found.items():
        row = f"{statistics.median(times):8.0f} {goals.p95(times):8.0f} {max(times):8.0f}"
        sys.stdout.write(f"{name:32} {len(times):5} {row}\n")
    sys.stdout.write(f"\n{goals.table(goals.of_live(found))}\n")
    if options.json:
        rows = {n: {"p50": statistics.median(t), "p95": goals.p95(t)} for n, t in found.items()}
        data = {"milliseconds": found, "summary": rows, "cores": os.cpu_count()}
        options.json.write_text(json.dumps(data, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
