"""What the live site shows while pages are written: what follows an edit, and what survives it."""

from __future__ import annotations

import gc
import itertools
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from mkdocs.commands import serve
from mkdocs.commands.build import build

from scripts.docsite.errors import DocsError
from scripts.engine.live import markup, references, watching
from scripts.engine.live.answers import Answer
from scripts.engine.live.server import LiveServer
from scripts.engine.live.site import SOURCES, LiveSite
from scripts.engine.live.watching import Lookout
from tests.engine.conftest import NAV, Site, configuration, heed_interrupts

Files = Mapping[str, str | bytes | None]

MORE = {
    "docs/en/css/look.css": '@import "more.css";\n',
    "docs/en/css/more.css": "a { color: red }\n",
    "docs/en/img/hut.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "docs/en/code.md": (
        "# Code { #code }\n\n```python\n{! ../../docs_src/huts/tutorial001.py !}\n```\n"
    ),
    "docs_src/huts/tutorial001.py": "beds = 12\n",
    "docs/en/picture.md": "# Picture { #picture }\n\n![A hut](img/hut.svg)\n",
    "docs/en/data.md": "---\ndata: [huts]\n---\n\n# Data { #data }\n\n{{ huts[0].name }}\n",
    "data/huts.yml": "- name: Alpenrose\n",
    "data/schemas/huts.json": "{}",
}
ADDRESSES = ("", "huts/alpenrose/", "code/", "picture/", "data/", "es/", "es/huts/alpenrose/")


@dataclass
class Writing:
    """A small site, its live server's inside, and what browsers show of it."""

    site: Site
    live: LiveSite
    lookout: Lookout
    before: dict[str, Answer] = field(default_factory=dict)

    def change(self, files: Files) -> Writing:
        """Change files as an editor does, and let the live site notice."""
        self.before = {path: self.live.answer(path) for path in ADDRESSES}
        self.site.change(files)
        return self.noticed()

    def noticed(self) -> Writing:
        """Let the live site notice what changed on disk."""
        for _ in range(2):  # what comes or goes counts at the second look
            self.live.note(self.lookout.look())
        return self

    def reloaded(self) -> set[str]:
        """Return the addresses that browsers load again."""
        return {
            path
            for path in ADDRESSES
            if self.live.answer(path).version != self.before[path].version
        }

    def problem(self, path: str) -> str:
        """Return what the page at an address tells is wrong."""
        return str(self.live.answer(path).problem or "")

    def text(self, path: str) -> str:
        """Return the HTML at an address."""
        return self.live.answer(path).body.decode()


@pytest.fixture
def write(
    make_site: Callable[[Files], Site], tmp_path: Path
) -> Iterator[Callable[[Files], Writing]]:
    """Return a function that makes a small site of the given files over the usual ones."""
    stack = ExitStack()

    def make(files: Files) -> Writing:
        config = yaml.safe_load(configuration(NAV)) | {"extra_css": ["css/look.css"]}
        site = make_site({"mkdocs.yml": yaml.safe_dump(config, sort_keys=False), **MORE, **files})
        live = LiveSite(site.root, tmp_path / "live", "http://localhost/")
        stack.callback(live.close)
        return Writing(site, live, Lookout(site.root, SOURCES))

    with stack:
        yield make


@pytest.fixture
def writing(write: Callable[[Files], Writing]) -> Writing:
    """Return the usual small site."""
    return write({})


@pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="the system does not list open files"
)
def test_edits_leave_no_files_open(writing: Writing) -> None:
    """However long somebody writes, and although rubbish is collected when nobody waits."""
    counts = []
    gc.disable()
    try:
        for number in range(4):
            config = writing.site.project.read("mkdocs.yml")
            writing.change({"mkdocs.yml": f"{config}\n# {number}\n"})
            assert writing.text("")
            counts.append(len(list(Path("/proc/self/fd").iterdir())))
    finally:
        gc.enable()
    assert len(set(counts[1:])) == 1, counts


@pytest.mark.parametrize(
    ("files", "reloaded"),
    [
        (
            {"docs/en/huts/alpenrose.md": "# Alpenrose { #alpenrose }\n\nThirteen.\n"},
            {"huts/alpenrose/", "es/huts/alpenrose/"},
        ),
        ({"docs/es/index.md": "# Inicio { #home }\n\nOtro.\n"}, {"es/"}),
        ({"docs/es/index.md": "# Otro { #home }\n\nOtro.\n"}, {"es/", "es/huts/alpenrose/"}),
        ({"docs_src/huts/tutorial001.py": "beds = 13\n"}, {"code/"}),
        ({"data/huts.yml": "- name: Other\n"}, {"data/"}),
        ({"docs/en/img/hut.svg": "<svg xmlns='http://www.w3.org/2000/svg' id='x'/>"}, {"picture/"}),
        ({"docs/en/css/more.css": "a { color: blue }\n"}, set(ADDRESSES)),
        ({"docs/en/index.md": "# Home { #home }\n\nGo to [huts](huts/index.md).\n"}, set()),
        ({"data/messages/es.yml": "search_placeholder: x\n"}, set()),
    ],
)
def test_an_edit_reloads_what_shows_it(writing: Writing, files: Files, reloaded: set[str]) -> None:
    """Browsers that show something else stay as they are."""
    assert writing.change(files).reloaded() == reloaded


def test_words_of_a_language_are_made_anew_in_it_alone(
    writing: Writing, caplog: pytest.LogCaptureFixture
) -> None:
    """No other language is built for them."""
    caplog.set_level("INFO", "mkdocs.docsite.live")
    words = writing.site.project.read("data/messages/es.yml")
    untranslated = next(line for line in words.split("\n") if line.startswith("page_untranslated"))
    writing.change({})
    caplog.clear()
    writing.change(
        {"data/messages/es.yml": words.replace(untranslated, "page_untranslated: Falta")}
    )
    assert writing.reloaded() == {"es/huts/alpenrose/"}
    assert {record.getMessage()[:3] for record in caplog.records} == {"es:"}


def test_a_title_reaches_all_pages_that_show_it(writing: Writing) -> None:
    """The navigation of the language's pages shows a title."""
    writing.change({"docs/es/huts/index.md": "# Cabañas { #huts }\n\nTexto.\n"})
    assert writing.reloaded() == {"es/", "es/huts/alpenrose/"}
    assert "Cabañas" in writing.text("es/")


def test_the_configuration_reaches_all_pages(writing: Writing) -> None:
    """An edit of `mkdocs.yml` is shown without a restart."""
    config = writing.site.project.read("mkdocs.yml")
    writing.change({"mkdocs.yml": config.replace("Small site", "Other site")})
    assert writing.reloaded() == set(ADDRESSES)
    assert "Other site" in writing.text("es/")


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        (
            {"docs/en/huts/alpenrose.md": "---\ntitle: [\n---\n\n# X { #x }\n"},
            "docs/en/huts/alpenrose.md:3: the front matter is no YAML",
        ),
        (
            {"docs/en/huts/alpenrose.md": "---\ntags: []\nsearch: 5\n---\n\n# X { #x }\n"},
            "docs/en/huts/alpenrose.md:3: `search` is no mapping",
        ),
        (
            {"docs/en/huts/alpenrose.md": b"# X\n\nna\xefve\n"},
            "docs/en/huts/alpenrose.md:3: byte 7 is not UTF-8",
        ),
        (
            {"docs/en/huts/alpenrose.md": "# X { #x }\n\n{! nope.md !}\n"},
            "docs/en/huts/alpenrose.md:3: there is no file",
        ),
        (
            {
                "docs/en/huts/alpenrose.md": "# X { #x }\n\n{* ../../docs_src/broken.py ln[9] *}\n",
                "docs_src/broken.py": "def (",
            },
            "docs/en/huts/alpenrose.md:3:",
        ),
        ({"mkdocs.yml": "site_name: [\n"}, "mkdocs.yml:2: the file is no YAML"),
        ({"mkdocs.yml": "site_name: X\nplugins: [nope]\n"}, "mkdocs.yml:2: "),
        ({"mkdocs.yml": ""}, "mkdocs.yml:1: the file is no mapping of settings"),
        ({"data/languages.yml": "languages: 3\n"}, "data/languages.yml:1: "),
    ],
)
def test_an_error_is_told_and_the_last_good_page_stays(
    writing: Writing, files: Files, problem: str
) -> None:
    """The browser keeps what it shows, and comes back by itself when the error is mended."""
    page = "huts/alpenrose/"
    good = {path: writing.site.project.read(path) for path in files if path != "docs_src/broken.py"}
    writing.change(files)
    assert writing.problem(page).startswith(problem), writing.problem(page)
    assert writing.live.answer(page).version == writing.before[page].version
    assert "Twelve" in writing.text("search/search_index.json")
    writing.change({**good, "docs/en/huts/alpenrose.md": "# Alpenrose { #alpenrose }\n\nMended.\n"})
    assert not writing.problem(page)
    assert "Mended." in writing.text(page)


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ({"docs/en/es/map.png": b""}, "docs/en/es/map.png:1: it would be built to es/map.png"),
        ({"data/redirects.yml": "es/old.md: index.md\n"}, "data/redirects.yml:1: 'es/old.md' has"),
    ],
)
def test_what_would_overwrite_another_language_is_told(
    writing: Writing, files: Files, problem: str
) -> None:
    """Until it is gone."""
    writing.change(files)
    assert writing.problem("").startswith(problem)
    writing.change(dict.fromkeys(files))
    assert not writing.problem("")


def test_a_page_that_was_never_good_shows_what_is_wrong(write: Callable[[Files], Writing]) -> None:
    """The others are shown; the page appears when it is mended."""
    writing = write({"docs/en/code.md": "# Code { #code }\n\n{! <nope>.md !}\n"})
    answer = writing.live.answer("code/")
    assert (answer.status, answer.lost) == (500, True)
    html = markup.followed(answer).decode()
    assert "docs/en/code.md:3" in html
    assert "&lt;nope&gt;" in html
    assert "Twelve." in writing.text("huts/alpenrose/")
    writing.change({"docs/en/code.md": "# Code { #code }\n\nMended.\n"})
    assert "Mended." in writing.text("code/")


def test_a_site_that_was_never_good_shows_what_is_wrong(write: Callable[[Files], Writing]) -> None:
    """The server starts with a broken configuration, and shows the site when it is mended."""
    writing = write({"mkdocs.yml": "site_name: [\n"})
    assert writing.problem("").startswith("mkdocs.yml:2: ")
    writing.change({"mkdocs.yml": configuration(NAV)})
    assert "Go to" in writing.text("")


def test_a_broken_template_is_told(write: Callable[[Files], Writing]) -> None:
    """The template's line is named, and pages stay as they were."""
    config = yaml.safe_load(configuration(NAV))
    config["theme"]["custom_dir"] = "overrides"
    good = '{% extends "base.html" %}\n'
    writing = write({"mkdocs.yml": yaml.safe_dump(config), "overrides/main.html": good})
    writing.change({"overrides/main.html": f"{good}{{% if %}}\n"})
    assert writing.problem("").startswith("overrides/main.html:2: ")
    assert writing.reloaded() == set()
    writing.change({"overrides/main.html": good})
    assert not writing.problem("")


def test_a_removed_page_is_gone_and_comes_back(writing: Writing) -> None:
    """Its browser shows the page for what is not there, until the page is there again."""
    text = writing.site.project.read("docs/en/code.md")
    writing.change({"docs/en/code.md": None})
    assert (writing.live.answer("code/").status, writing.reloaded()) == (404, {"code/"})
    writing.change({"docs/en/code.md": text})
    assert "beds" in writing.text("code/")


def test_a_language_folder_may_vanish(writing: Writing) -> None:
    """The language is shown in English then."""
    writing.change({})
    shutil.rmtree(writing.site.root / "docs/es")
    writing.noticed()
    assert "Go to" in writing.text("es/")


def test_a_plugin_that_nobody_knows_costs_only_time(write: Callable[[Files], Writing]) -> None:
    """What it may keep between pages is made anew with the language."""
    config = yaml.safe_load(configuration(NAV))
    hook = "def on_page_content(html, page, **more):\n    return html + '<i>hook</i>'\n"
    config["hooks"].append("hook.py")
    writing = write({"mkdocs.yml": yaml.safe_dump(config), "hook.py": hook})
    writing.change({"docs/en/code.md": "# Code { #code }\n\nEdited.\n"})
    assert "Edited.</p><i>hook</i>" in writing.text("code/")


def test_the_search_follows(writing: Writing) -> None:
    """The search index holds what the pages say now."""
    assert "Twelve" in writing.text("search/search_index.json")
    writing.change({"docs/en/huts/alpenrose.md": "# Alpenrose { #alpenrose }\n\nThirteen.\n"})
    index = writing.text("search/search_index.json")
    assert ("Thirteen" in index, "Twelve" in index) == (True, False)


def test_nothing_outside_the_site_is_served(writing: Writing) -> None:
    """A path that climbs out finds nothing."""
    assert writing.live.answer("../../mkdocs.yml").status == 404


def test_what_is_added_to_a_page_can_be_told_apart(writing: Writing) -> None:
    """But for the mark and the script, a page is what a build writes."""
    answer = writing.live.answer("")
    assert markup.plain(markup.followed(answer)) == answer.body


def test_files_that_live_for_a_moment_are_no_change(site: Site) -> None:
    """What comes or goes counts when two looks agree; a modified file counts at once."""
    lookout = Lookout(site.root, SOURCES)
    site.change({"docs/en/new.md": "x", "docs/en/.hidden": "x", "docs/en/index.md~": "x"})
    assert not lookout.look()
    site.change({"docs/en/new.md": None})
    assert not lookout.look()
    site.change({"docs/en/new.md": "x", "docs/en/index.md": "# Other { #home }\n"})
    assert lookout.look().modified == {"docs/en/index.md"}
    assert lookout.look().added == {"docs/en/new.md"}


def test_a_change_is_seen_once(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """However soon after it somebody looks, and however soon the next change follows."""
    lookout, path = Lookout(site.root, SOURCES), "docs/en/index.md"
    for number in range(50):
        site.change({path: f"# Home {number % 10} {{ #home }}\n"})
        assert lookout.glance([path]).modified == {path}
        assert not lookout.glance([path])
        assert not lookout.look()
    monkeypatch.setattr(watching, "_RACY", 0)  # the moment has passed
    assert not lookout.look()
    site.change({path: ""})
    assert lookout.look().modified == {path}


def test_what_a_page_loads_is_found() -> None:
    """Links to other pages and to other hosts are not loaded."""
    html = (
        '<link href="../css/a.css"><script src=js/b.js></script><a href="../other/">x</a>'
        '<img src="c.png?x" srcset="d.png 1x, e.png 2x"><img src="https://f.example/f.png">'
    )
    assert references.of_page(html) == ("../css/a.css", "js/b.js", "c.png", "d.png", "e.png")
    text = 'import { x } from "./y.js"; a { background: url("z.svg") } @import "w.css";'
    assert references.of_text(text) == ("./y.js", "z.svg", "w.css")


@pytest.mark.parametrize("options", [[], ["--strict"]])
def test_mkdocs_serves_without_building_first(site: Site, options: list[str]) -> None:
    """What nobody asked for; with `--strict` it looks for warnings before."""
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", "127.0.0.1:0", *options]
    with subprocess.Popen(
        command,
        cwd=site.root,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        preexec_fn=heed_interrupts,
    ) as serving:
        assert serving.stderr
        told = [*itertools.takewhile(lambda line: "Serving every" not in line, serving.stderr)]
        serving.send_signal(signal.SIGINT)
        rest = serving.stderr.read()
    assert any("Documentation built" in line for line in told) == bool(options)
    assert serving.returncode == 0, rest


def test_a_live_site_leaves_mkdocs_as_it_is(writing: Writing) -> None:
    """Only `mkdocs serve` itself is kept from building."""
    assert "Go to" in writing.text("")
    assert vars(serve)["build"] is build


def test_a_port_in_use_is_told(site: Site) -> None:
    """The message says what to do."""
    server = LiveServer(site.root, "127.0.0.1", 0)
    port = server.server_address[1]
    try:
        with pytest.raises(DocsError, match=f"127.0.0.1:{port}.*already\n.*another port"):
            LiveServer(site.root, "127.0.0.1", port)
    finally:
        server.shutdown()
