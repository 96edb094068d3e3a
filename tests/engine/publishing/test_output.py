"""Building aside and swapping in whole."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from scripts.docsite.errors import DocsError
from scripts.engine.publishing import output


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write the files below the folder, and return it."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def read(folder: Path) -> dict[str, str]:
    """Return the files below the folder."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def test_the_first_build_becomes_the_site(tmp_path: Path) -> None:
    """Where there is no site yet, the finished folder becomes it."""
    with output.staging(tmp_path) as folder:
        built = write(folder / "site", {"index.html": "new"})
        output.publish(tmp_path, built, tmp_path / "site")
    assert read(tmp_path / "site") == {"index.html": "new"}


@pytest.mark.parametrize("atomic", [True, False])
def test_nothing_of_the_old_site_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, atomic: bool
) -> None:
    """The new site replaces the old one, with and without an atomic exchange."""
    if not atomic:
        monkeypatch.setattr(output, "_exchange", lambda first, second: False)
    site = write(tmp_path / "site", {"index.html": "old", "gone.html": "old"})
    with output.staging(tmp_path) as folder:
        output.publish(tmp_path, write(folder / "site", {"index.html": "new"}), site)
    assert read(site) == {"index.html": "new"}
    assert [p.name for p in (tmp_path / output.BUILDS).iterdir()] == ["publish.lock"]


def test_kept_folders_are_carried_over(tmp_path: Path) -> None:
    """A folder that this build did not make stays as it was."""
    site = write(tmp_path / "site", {"index.html": "old", "es/index.html": "viejo"})
    with output.staging(tmp_path) as folder:
        built = write(folder / "site", {"index.html": "new"})
        output.publish(tmp_path, built, site, keep=["es", "fa"])
    assert read(site) == {"index.html": "new", "es/index.html": "viejo"}


def test_a_failed_swap_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an atomic exchange, an error between the two steps loses nothing."""
    monkeypatch.setattr(output, "_exchange", lambda first, second: False)
    site = write(tmp_path / "site", {"index.html": "old"})
    with output.staging(tmp_path) as folder, pytest.raises(FileNotFoundError):
        output.publish(tmp_path, folder / "never-built", site)
    assert read(site) == {"index.html": "old"}


@pytest.mark.parametrize(
    ("number", "said"),
    [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "read-only"), (errno.EACCES, "permitted")],
)
def test_a_disk_that_takes_no_more_is_told_in_one_line(number: int, said: str) -> None:
    """The error names the reason, and says that the site is unchanged."""
    with pytest.raises(DocsError, match=said) as caught, output.told_when_full():
        raise OSError(number, os.strerror(number), "site/index.html")
    assert "previous site is unchanged" in str(caught.value)


def test_other_errors_pass(tmp_path: Path) -> None:
    """An error with another reason keeps its own name."""
    with pytest.raises(NotADirectoryError), output.told_when_full():
        raise NotADirectoryError(errno.ENOTDIR, "no folder", str(tmp_path))


def test_folders_of_dead_builds_are_removed(tmp_path: Path) -> None:
    """What a killed build left is gone with the next; a running build's folder stays."""
    builds = tmp_path / output.BUILDS
    write(builds / "999999999-dead", {"site/index.html": "half"})
    write(builds / f"{os.getpid()}-alive", {"site/index.html": "half"})
    with output.staging(tmp_path):
        names = {path.name for path in builds.iterdir()}
    assert "999999999-dead" not in names
    assert f"{os.getpid()}-alive" in names
