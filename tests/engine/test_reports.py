"""What a build tells: how far it is, what it made and why, where the time went."""

from __future__ import annotations

import io
import shutil

from rich.console import Console
from typer.testing import CliRunner, Result

from scripts.commands import progress
from scripts.docs import app
from scripts.engine.builds.language import Progress
from tests.engine.conftest import PAGES, Site


def docs(site: Site, *arguments: str) -> Result:
    """Run `docs` in the project of the site."""
    done = CliRunner().invoke(app, ["--root", str(site.root), *arguments])
    assert done.exit_code == 0, done.output
    return done


def told(site: Site, *arguments: str) -> list[str]:
    """Return the lines that `docs build-all -v` prints, but for the last one."""
    return docs(site, "build-all", "-v", *arguments).stdout.splitlines()[:-1]


def test_the_reason_of_each_build_is_told(site: Site) -> None:
    """A first one, none, an edit of a translation, a page more, a site that is gone."""
    assert told(site)[0] == "no earlier build is known: everything counts as changed"
    assert told(site) == ["nothing changed since the last build"]
    shutil.rmtree(site.root / "site")
    assert told(site) == [
        "no source differs: site/, the times of files or the installed packages do",
        *(f"{code}: restored from the cache, 4 pages" for code in ("en", "es", "fa")),
    ]
    site.change({"docs/es/index.md": f"{PAGES['docs/es/index.md']}\nMás.\n"})
    lines = told(site)
    assert lines[0] == "changed: docs/es/index.md (es)"
    assert "es: 1 of 4 pages made anew: index.md" in lines
    assert "fa: nothing changed" in lines
    site.change({"docs/es/more.md": "# Más { #more }\n"})
    reason = "added: docs/es/more.md (all languages: their menus tell who has the page)"
    assert told(site)[0] == reason
    site.change({"docs/es/more.md": None, "data/new.yml": "a: 1\n"})
    assert told(site)[:2] == [
        "added: data/new.yml (all languages)",
        reason.replace("added", "removed"),
    ]


def test_many_changes_become_a_number(site: Site) -> None:
    """The first twenty are named."""
    site.build()
    site.change({f"data/many{number:02}.yml": "a: 1\n" for number in range(25)})
    lines = told(site)
    assert lines[19] == "added: data/many19.yml (all languages)"
    assert lines[20] == "… and 5 more"


def test_no_cache_makes_all_anew(site: Site) -> None:
    """Also where nothing changed."""
    site.build()
    assert "en: 4 of 4 pages made anew" in "\n".join(told(site, "--no-cache"))


def test_a_profile_names_phases_and_the_slowest_pages(site: Site) -> None:
    """Every language with its seconds, every page of a small site, within 80 columns."""
    done = docs(site, "build-all", "--profile")
    lines = done.stdout.splitlines()
    assert lines[0].strip() == "Seconds by phase"
    assert lines[1].split() == ["start", "Markdown", "theme", "end", "all", "pages", "anew"]
    for line in lines[2:5]:
        code, *spans, whole, pages, anew = line.split()
        assert code in ("en", "es", "fa")
        assert 0 < sum(map(float, spans)) <= float(whole) + 0.05
        assert (pages, anew) == ("4", "4")
    assert lines[5].strip() == "The slowest pages"
    seconds = [float(line.split()[2]) for line in lines[7:-1]]
    assert len(seconds) == 12 and seconds == sorted(seconds, reverse=True)
    assert max(map(len, lines)) <= 80


def test_without_a_terminal_progress_is_lines(site: Site) -> None:
    """One when a language is begun and one when it is done, nothing drawn over."""
    lines = docs(site, "build-lang", "en").stderr.splitlines()
    assert lines[0] == "en: started"
    assert lines[1].startswith("en: 4 pages, ") and len(lines) == 2


def test_on_a_terminal_a_bar_shows_the_page_in_work() -> None:
    """The name of the page stands beside the bar, within the width of the terminal."""
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=80)
    with progress.shown(console) as tell:
        tell(Progress("es", 0, 0, "tutorial/a-very-long-name-of-a-page-that-goes-on-and-on.md"))
        tell(Progress("es", 3, 9))
    shown = Console(file=io.StringIO(), width=80).render_str(stream.getvalue()).plain
    assert "3/9" in shown and "tutorial/a-very" in shown
