"""Languages that several machines build: what their parts hand on is used, and never trusted."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.commands import build_report
from scripts.docsite.errors import DocsError
from scripts.engine.machines import merging, shards
from scripts.engine.machines.plans import Shard
from scripts.engine.pages import parts
from scripts.engine.pages.parts import Part
from scripts.engine.store.digests import content_digest
from scripts.engine.store.results import Store
from tests.engine.conftest import NAV, PAGES, Site, configuration
from tests.support import Project, make_project

COUNT = 4
RESULTS = {content_digest(key): key * 40 for key in (b"one", b"two", b"three")}


def stored(path: Path) -> tuple[bool, dict[bytes, bytes]]:
    """Return whether a part was whole, and what a store has of the results afterwards."""
    store = Store(None)
    whole = parts.take(path, store)
    found = {key: store.get(key) for key in RESULTS}
    return whole, {key: content for key, content in found.items() if content is not None}


def test_a_part_gives_back_what_it_got(tmp_path: Path) -> None:
    """And is the same file each time."""
    for name in ("a.zip", "b.zip"):
        parts.make(Part((), tmp_path / name), [*RESULTS.items(), *RESULTS.items()])
    assert stored(tmp_path / "a.zip") == (True, RESULTS)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


@given(st.data())
def test_no_damage_gives_another_result(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """What any changed or cut bytes leave of a part is as it was, or a miss."""
    path = tmp_path_factory.mktemp("part") / "en.zip"
    parts.make(Part((), path), RESULTS.items())
    raw = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at] ^= data.draw(st.integers(1, 255))
    path.write_bytes(raw[: data.draw(st.integers(at, len(raw)))])
    _, found = stored(path)
    assert found.items() <= RESULTS.items()


def test_what_is_not_a_result_is_left_out(tmp_path: Path) -> None:
    """A name without key, and a content that is not the one of its name."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../evil", b"content")
        for key in RESULTS:
            archive.writestr(f"{key.hex()}-{'0' * 32}", b"other")
    (tmp_path / "en.zip").write_bytes(buffer.getvalue())
    assert stored(tmp_path / "en.zip") == (False, {})


@pytest.fixture(scope="module")
def parted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, dict[str, bytes]]:
    """Return a project with four shards of three languages and no cache, and what its site is."""
    files = {"mkdocs.yml": configuration(NAV), **PAGES}
    site = Site(make_project(tmp_path_factory.mktemp("parted") / "project", files))
    site.build(use_cache=False)
    expected = site.output()
    for number in range(1, COUNT + 1):
        shards.build(site.root, Shard(number, COUNT), site.root / f"shards/{number}")
    for folder in ("site", ".cache"):
        shutil.rmtree(site.root / folder)
    return site, expected


@pytest.fixture
def copied(parted: tuple[Site, dict[str, bytes]], tmp_path: Path) -> Site:
    """Return a copy of that project, as another machine has it."""
    shutil.copytree(parted[0].root, tmp_path / "project")
    return Site(Project(tmp_path / "project"))


def folders(site: Site) -> list[Path]:
    """Return the folders of the shards."""
    return sorted((site.root / "shards").iterdir())


def part_files(site: Site) -> list[Path]:
    """Return the files of the parts."""
    return sorted((site.root / "shards").glob("*/parts/*.zip"))


def test_a_part_has_no_site(copied: Site) -> None:
    """What a shard holds of a split language is in its part alone."""
    assert {path.stem for path in part_files(copied)} == {"en", "es"}
    for file in part_files(copied):
        names = {path.name for path in (file.parents[1] / "site").iterdir()}
        assert not names - {"es", "fa"}
        assert file.stem not in names


def test_a_merge_tells_what_it_took_from_parts(
    parted: tuple[Site, dict[str, bytes]], copied: Site
) -> None:
    """Nothing is rendered again; what a language costs is known afterwards."""
    done = merging.merge(copied.root, folders(copied))
    assert [*build_report.merged(done)][:-1] == [
        f"{code}: 4 pages from {sum(f.stem == code for f in part_files(copied))} parts, "
        "none rendered again"
        for code in ("en", "es")
    ]
    assert [*build_report.merge_warnings(done)] == []
    assert copied.output() == parted[1]
    assert '"es":' in (copied.root / ".cache/engine/costs.json").read_text()


def flipped(file: Path) -> None:
    """Change the first half."""
    raw = file.read_bytes()
    half = len(raw) // 2
    file.write_bytes(bytes(255 - byte for byte in raw[:half]) + raw[half:])


def emptied(file: Path) -> None:
    """Let it be no archive."""
    file.write_bytes(b"")


def exchanged(file: Path) -> None:
    """Let it be an archive without any result."""
    parts.make(Part((), file), [])


@pytest.mark.parametrize(("harm", "told"), [(flipped, 1), (emptied, 1), (exchanged, 0)])
def test_what_a_part_lacks_is_rendered_again(
    parted: tuple[Site, dict[str, bytes]], copied: Site, harm: Callable[[Path], None], told: int
) -> None:
    """The site is the same to the byte; what was damaged is named."""
    file = part_files(copied)[0]
    harm(file)
    done = merging.merge(copied.root, folders(copied))
    warnings = [*build_report.merge_warnings(done)]
    assert sum(each.again for each in done.joined) > 0
    assert [warning.partition(":")[0] for warning in warnings] == [str(file)] * told
    assert copied.output() == parted[1]


def test_a_part_that_is_gone_is_told(copied: Site) -> None:
    """With its file and its language."""
    file = part_files(copied)[0]
    file.unlink()
    with pytest.raises(DocsError, match=rf"{file} is missing: the shard's part of {file.stem}"):
        merging.merge(copied.root, folders(copied))


def test_parts_of_other_sources_are_told(copied: Site) -> None:
    """Nothing is built of the parts of one commit and the sources of another."""
    copied.change({"docs/fa/index.md": "# Other { #home }\n"})
    with pytest.raises(DocsError, match="other sources than those that are here"):
        merging.merge(copied.root, folders(copied))
    assert copied.output() == {}


def test_a_page_in_two_parts_is_told(copied: Site) -> None:
    """Plans that share a language out as a whole and in parts are none of ours."""
    for folder in folders(copied):
        path = folder / shards.MANIFEST
        path.write_text(path.read_text().replace('"fa": null', '"en": null'))
    with pytest.raises(DocsError, match="do not hold each language once"):
        merging.merge(copied.root, folders(copied))


def test_a_split_language_warns_in_the_merge(
    make_site: Callable[[dict[str, str]], Site],
) -> None:
    """Of what only shows when all its pages are there; with --strict there is no site then."""
    site = make_site({"docs/en/index.md": "# Home { #home }\n\n[Beds](huts/index.md#no-beds)\n"})
    for number in range(1, COUNT + 1):
        folder = site.root / f"shards/{number}"
        report = shards.build(site.root, Shard(number, COUNT), folder)
        assert not any(result.warnings for result in report.languages if result.part)
    with pytest.raises(DocsError, match="no-beds"):
        merging.merge(site.root, folders(site), strict=True)
    assert site.output() == {}
    done = merging.merge(site.root, folders(site))
    assert any("no-beds" in warning for warning in build_report.merge_warnings(done))
