"""What the live server shows equals a clean build: whatever is edited, in whatever order."""

from __future__ import annotations

import os
import shutil
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.engine.live.site import SOURCES, LiveSite
from scripts.engine.live.watching import Lookout
from tests.engine import edits
from tests.engine.conftest import NAV, PAGES, Site, configuration
from tests.engine.edits import EXTRA
from tests.engine.test_exactness import plain
from tests.support import REPOSITORY, make_project

EXAMPLES = int(os.environ.get("DOCSITE_EXACTNESS_EXAMPLES", "2"))
ADDRESS = "https://guide.example/"
EDITS = (*edits.EDITS, "template", "data", "section index", "broken page", "two pages")


def edit(site: Site, kind: str, number: int) -> None:
    """Make one edit of the kind; `number` makes its text differ from the ones before."""
    match kind:
        case "template":
            partial = site.root / "overrides/main.html"
            text = partial.read_text().split("<!-- edit")[0]
            site.change({"overrides/main.html": f"{text}<!-- edit {number} -->\n"})
        case "data":
            site.change({"data/huts.yml": f"- name: Hut {number}\n"})
        case "section index":
            text = f"# Refugios {number} {{ #huts }}\n\nTodos.\n" if number % 2 else "Nada.\n"
            site.change({"docs/es/huts/index.md": text})
        case "broken page":
            page = "docs/en/huts/alpenrose.md"
            text = site.project.read(page)
            site.change({page: "---\ntitle: [\n---\n\n# X\n"})
            note(site)
            site.change({page: f"{text}\nMended {number}.\n"})
        case "two pages":
            for page in ("docs/en/index.md", "docs/en/huts/index.md"):
                site.change({page: f"{site.project.read(page)}\nMore {number}.\n"})
        case _:
            edits.edit(site, kind, number)


LIVE: dict[Path, tuple[LiveSite, Lookout]] = {}


def note(site: Site) -> None:
    """Let the live site see what was edited."""
    live, lookout = LIVE[site.root]
    for _ in range(2):  # what comes or goes counts at the second look
        live.note(lookout.look())
    for code in ("", "es/", "fa/"):
        live.answer(code)


def shown(live: LiveSite, built: dict[str, bytes]) -> dict[str, bytes]:
    """Return what the live site shows at the addresses of the files of a build."""
    answers = {path: live.answer(path.removesuffix("index.html")) for path in built}
    return {path: answer.body for path, answer in answers.items()}


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(EDITS), min_size=2, max_size=4), st.integers(0, 10**6))
def test_live_equals_clean(kinds: list[str], seed: int) -> None:
    """After each edit, each address shows what stock MkDocs writes into a clean folder."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        site = make(Path(folder) / "project")
        live = LiveSite(site.root, Path(folder) / "live", ADDRESS)
        stack.callback(live.close)
        LIVE[site.root] = live, Lookout(site.root, SOURCES)
        note(site)
        for step, kind in enumerate(kinds):
            edit(site, kind, seed + step)
            note(site)
            live.settle()
            files, _ = plain(site)
            differing = {p for p, body in shown(live, files).items() if body != files[p]}
            assert not differing, kind
            if "added/index.html" not in files:
                assert live.answer("added/").status == 404


def make(root: Path) -> Site:
    """Make the usual small site with templates of its own, and a page that shows data."""
    config = yaml.safe_load(configuration(NAV))
    config["theme"]["custom_dir"] = "overrides"
    pages = {
        "data/huts.yml": "- name: Alpenrose\n",
        "data/schemas/huts.json": "{}",
        "docs/en/data.md": "---\ndata: [huts]\n---\n\n# {{ huts[0].name }} { #data }\n",
    }
    files = {"mkdocs.yml": yaml.safe_dump(config, sort_keys=False), **PAGES, **EXTRA, **pages}
    shutil.copytree(REPOSITORY / "overrides", root / "overrides")
    return Site(make_project(root, files))
