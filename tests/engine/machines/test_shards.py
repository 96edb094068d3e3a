"""Parts of a site built apart and put together: the same as the whole, or an error and nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite.errors import DocsError
from scripts.engine.machines import costs, merging, plans, shards
from scripts.engine.machines.costs import Measured
from scripts.engine.machines.plans import Costs, Shard
from tests.engine.conftest import NAV, PAGES, Site, configuration
from tests.support import Project, make_project

PATHS = st.text("ab/", min_size=1, max_size=6)
COSTS = st.dictionaries(
    st.sampled_from("abcdefghijklm"),
    st.dictionaries(PATHS, st.floats(0.1, 100), min_size=1, max_size=12),
    min_size=1,
)


def built(site: Site, count: int) -> list[Path]:
    """Build all shards of the site; return their folders."""
    folders = [site.root / f"shards/{number}" for number in range(1, count + 1)]
    for number, folder in enumerate(folders, start=1):
        shards.build(site.root, Shard(number, count), folder)
    return folders


def whole(site: Site) -> dict[str, bytes]:
    """Return the files of the site built in one piece, which then is gone."""
    site.build(use_cache=False)
    output = site.output()
    shutil.rmtree(site.root / "site")
    return output


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_merged_shards_are_the_whole(site: Site, count: int) -> None:
    """To the byte, for fewer and for more shards than languages, and than pages of one.

    What parts hold of a split language is what it is built from: the cache is not there.
    """
    expected = whole(site)
    folders = built(site, count)
    shutil.rmtree(site.root / ".cache")
    done = merging.merge(site.root, folders)
    assert (done.shards, done.languages, done.files) == (count, 3, len(expected))
    assert bool(done.joined) == (count > 2)
    assert all((each.result.pages, each.again) == (4, 0) for each in done.joined)
    assert done.damaged == []
    assert site.output() == expected


def test_shards_from_the_cache_are_the_whole_too(site: Site) -> None:
    """A language that the cache knows is put back."""
    site.build()
    expected = site.output()
    shutil.rmtree(site.root / "site")
    report = shards.build(site.root, Shard(1, 1), site.root / "shards/1")
    assert all(result.restored for result in report.languages)
    merging.merge(site.root, [site.root / "shards/1"])
    assert site.output() == expected


def totals(site: Site) -> dict[str, float]:
    """Return what each language costs."""
    return {code: sum(pages.values()) for code, pages in costs.of(site.root).items()}


@given(COSTS, st.integers(1, 20))
def test_each_page_is_in_one_share(known: Costs, count: int) -> None:
    """However many shares there are, and no one has more to do than with whole languages."""
    shares = plans.plan(known, count)
    done = [
        (code, path)
        for share in shares
        for code, paths in share.items()
        for path in (known[code] if paths is None else paths)
    ]
    assert len(shares) == count
    assert sorted(done) == sorted((code, path) for code in known for path in known[code])
    loads = [plans.load(share, known) for share in shares]
    totals = [sum(pages.values()) for pages in known.values()]
    assert max(loads) <= sum(totals) / count + max(totals)
    assert plans.plan(dict(reversed(known.items())), count) == shares


def pages(number: int, cost: float) -> dict[str, float]:
    """Return the costs of pages in sections of ten."""
    return {f"{at // 10}/{at}.md": cost for at in range(number)}


def test_only_languages_are_split_that_the_others_wait_for() -> None:
    """Whole languages need no merge, which would have most to do of many split ones."""
    same = {code: pages(20, 1) for code in "abcdef"}
    assert plans.plan(same, 3) == tuple({a: None, b: None} for a, b in ("ad", "be", "cf"))
    shares = plans.plan({**same, "en": pages(60, 1)}, 9)
    assert [[*share] for share in shares] == [
        ["a"],
        ["b"],
        ["c"],
        ["d"],
        ["e"],
        ["f"],
        *[["en"]] * 3,
    ]


def test_even_shares_of_many_languages() -> None:
    """A dear one is split over all that have less to do; the others are not, with more machines."""
    known = {f"{number:03}": pages(100, 1 if number else 4) for number in range(100)}
    shares = plans.plan(known, 100)
    assert {code for share in shares for code, paths in share.items() if paths} == {"000"}
    loads = [plans.load(share, known) for share in shares]
    assert max(loads) <= 1.05 * sum(loads) / 100
    more = plans.plan(known, 150)
    assert {code for share in more for code, paths in share.items() if paths} == {"000"}


def test_a_language_is_split_between_sections() -> None:
    """Where one ends about where the share does; a section that is too large is cut in itself."""
    shares = plans.plan({"en": pages(49, 1)}, 5)
    assert [len({path[0] for path in share["en"] or ()}) for share in shares] == [1] * 5
    halves = plans.plan({"en": {f"a/{at}.md": 1 for at in range(10)}}, 2)
    assert [len(share["en"] or ()) for share in halves] == [5, 5]


def test_the_plan_follows_measured_costs(site: Site) -> None:
    """Where those of all languages are known; else pages count."""
    assert totals(site) == {"en": 8, "es": 6, "fa": 4}
    report = shards.build(site.root, Shard(1, 1), site.root / "shards/1")
    merging.merge(site.root, [site.root / "shards/1"])
    seconds = {result.language: round(result.seconds, 3) for result in report.languages}
    assert totals(site) == pytest.approx(seconds)


def test_measured_pages_share_their_language_out(site: Site) -> None:
    """In the order of the navigation; one that was never measured counts as the others do."""
    seconds = {"index.md": 1.0, "huts/index.md": 3.0, "reference/api.md": 2.0}
    costs.remember(site.root, Measured({"en": 16.0, "es": 8.0, "fa": 4.0}, seconds))
    expected = {"index.md": 2, "huts/index.md": 6, "huts/alpenrose.md": 4, "reference/api.md": 4}
    assert [*costs.of(site.root)["en"].items()] == [*expected.items()]
    assert costs.of(site.root)["es"]["huts/index.md"] == 3


def test_costs_of_another_form_are_none(site: Site) -> None:
    """Those of an earlier version of the cache, too."""
    for text in ('{"en": 3.5}', '{"languages": {"en": "much"}}', '{"languages": 3}', "[", "[]"):
        site.change({costs.FILE: text})
        assert costs.load(site.root) == Measured()


@pytest.mark.parametrize("text", ["", "3", "0/8", "9/8", "1/0", "a/b", "1/8/2", "-1/8"])
def test_what_is_no_shard_is_told(text: str) -> None:
    """With how it is written."""
    with pytest.raises(DocsError, match="--shard 3/8"):
        Shard.parse(text)
    assert str(Shard.parse("3/8")) == "3/8"


def test_a_shard_overwrites_nothing(site: Site) -> None:
    """A folder that is not empty is left alone."""
    site.change({"shards/1/mine.txt": "mine"})
    with pytest.raises(DocsError, match="not empty"):
        shards.build(site.root, Shard(1, 2), site.root / "shards/1")
    assert (site.root / "shards/1/mine.txt").read_text() == "mine"


def test_a_failing_language_leaves_no_shard(site: Site) -> None:
    """And neither does a warning with --strict."""
    site.change({"docs/es/index.md": "# Inicio { #home }\n\n[roto](nada.md)\n"})
    with pytest.raises(DocsError, match=r"nada\.md"):
        shards.build(site.root, Shard(1, 1), site.root / "shards/1", strict=True)
    assert not (site.root / "shards/1").exists()


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a project with both shards of two, and a site from before."""
    files = {"mkdocs.yml": configuration(NAV), **PAGES, "site/index.html": "old"}
    site = Site(make_project(tmp_path_factory.mktemp("pair") / "project", files))
    built(site, 2)
    return site


def missing(site: Site, folders: list[Path]) -> list[Path]:
    """Leave one out."""
    return folders[:1]


def twice(site: Site, folders: list[Path]) -> list[Path]:
    """Name one two times."""
    shutil.copytree(folders[0], site.root / "shards/copy")
    return [*folders, site.root / "shards/copy"]


def foreign(site: Site, folders: list[Path]) -> list[Path]:
    """Name another folder."""
    return [*folders, site.root / "docs"]


def of_another_commit(site: Site, folders: list[Path]) -> list[Path]:
    """Build one again after an edit."""
    shutil.rmtree(folders[1])
    site.change({"docs/es/index.md": "# Inicio { #home }\n\nOtra.\n"})
    shards.build(site.root, Shard(2, 2), folders[1])
    return folders


def of_another_count(site: Site, folders: list[Path]) -> list[Path]:
    """Build one as one of three."""
    shutil.rmtree(folders[1])
    shards.build(site.root, Shard(2, 3), folders[1])
    return folders


def of_another_plan(site: Site, folders: list[Path]) -> list[Path]:
    """Build one with other costs."""
    shutil.rmtree(folders[1])
    costs.remember(site.root, Measured({"en": 1.0, "es": 9.0, "fa": 2.0}))
    shards.build(site.root, Shard(2, 2), folders[1])
    return folders


def changed(site: Site, folders: list[Path]) -> list[Path]:
    """Change a page of one."""
    page = next(iter(sorted(folders[0].rglob("*.html"))))
    page.write_bytes(page.read_bytes()[:-1])
    return folders


def lost(site: Site, folders: list[Path]) -> list[Path]:
    """Lose a page of one."""
    next(folders[1].rglob("*.html")).unlink()
    return folders


def garbled(site: Site, folders: list[Path]) -> list[Path]:
    """Cut a manifest."""
    path = folders[1] / shards.MANIFEST
    path.write_text(path.read_text()[:100])
    return folders


def of_another_version(site: Site, folders: list[Path]) -> list[Path]:
    """Let a manifest be of a version to come."""
    path = folders[1] / shards.MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text()), "version": 9}))
    return folders


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (missing, "of 2 shards, 2 is missing"),
        (twice, "shard 1 is there twice"),
        (foreign, r"docs is no shard: it has no shard\.json"),
        (of_another_commit, "not made from the same sources"),
        (of_another_count, "of 3 and of 2 shards"),
        (of_another_plan, "share the languages out in different ways"),
        (changed, "not as the shard was built"),
        (lost, "not as the shard was built"),
        (garbled, "can't be read"),
        (of_another_version, "of another version"),
    ],
)
def test_what_does_not_go_together_is_told(
    pair: Site, tmp_path: Path, harm: Callable[[Site, list[Path]], list[Path]], said: str
) -> None:
    """And nothing is written: the site stays as it was."""
    shutil.copytree(pair.root, tmp_path / "project")
    site = Site(Project(tmp_path / "project"))
    with pytest.raises(DocsError, match=said):
        merging.merge(site.root, harm(site, [site.root / "shards/1", site.root / "shards/2"]))
    assert site.output() == {"index.html": b"old"}
