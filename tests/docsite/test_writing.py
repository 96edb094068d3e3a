"""Files are written whole, and all of them or none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.writing import write_all


def picture(root: Path) -> dict[str, bytes | None]:
    """Return every path below the folder with its content, None for folders."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
    }


def test_files_are_written_with_their_folders(tmp_path: Path) -> None:
    """Old ones keep their permissions, new ones can be read by all, nothing else is left."""
    (tmp_path / "run").write_text("old")
    (tmp_path / "run").chmod(0o755)
    write_all(tmp_path, {"run": b"new", "a/b/c.md": b"c\n"})
    assert picture(tmp_path) == {"a": None, "a/b": None, "a/b/c.md": b"c\n", "run": b"new"}
    assert (tmp_path / "run").stat().st_mode & 0o777 == 0o755
    assert (tmp_path / "a/b/c.md").stat().st_mode & 0o777 == 0o644


def test_a_file_is_removed_with_the_others_or_not_at_all(tmp_path: Path) -> None:
    """None in place of a content; what can't be removed leaves all as it was."""
    (tmp_path / "old").write_text("old")
    before = picture(tmp_path)
    with pytest.raises(DocsError, match=r"gone:1: it can't be written"):
        write_all(tmp_path, {"old": None, "new": b"new", "gone": None})
    assert picture(tmp_path) == before
    write_all(tmp_path, {"old": None, "new": b"new"})
    assert picture(tmp_path) == {"new": b"new"}


def test_where_one_can_not_be_written_none_is(tmp_path: Path) -> None:
    """A file in the place of a folder is found before anything is replaced."""
    (tmp_path / "a").write_text("old")
    (tmp_path / "file").write_text("no folder")
    before = picture(tmp_path)
    with pytest.raises(DocsError, match=r"file/b:1: it can't be written: Not a directory"):
        write_all(tmp_path, {"a": b"new", "new/c": b"c", "file/b": b"b"})
    assert picture(tmp_path) == before


def test_a_replacement_that_fails_is_taken_back(tmp_path: Path) -> None:
    """Files that were replaced already get their old content, new ones go."""
    (tmp_path / "a").write_text("old")
    (tmp_path / "folder").mkdir()
    before = picture(tmp_path)
    with pytest.raises(DocsError, match=r"folder:1: it can't be written"):
        write_all(tmp_path, {"a": b"new", "b": b"b", "folder": b"no"})
    assert picture(tmp_path) == before


def test_an_interruption_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl+C between two replacements is no half of the work."""
    (tmp_path / "a").write_text("old")
    replace, calls = os.replace, []

    def interrupted(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 2:
            raise KeyboardInterrupt
        replace(self, target)
        return target

    monkeypatch.setattr(Path, "replace", interrupted)
    before = picture(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        write_all(tmp_path, {"a": b"new", "b": b"b"})
    assert len(calls) == 2
    assert picture(tmp_path) == before


LIMITED = """
import resource, signal, sys
from pathlib import Path
from scripts.docsite.errors import DocsError
from scripts.docsite.writing import write_all

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (9, 9))
try:
    write_all(Path(sys.argv[1]), {"a": b"new", "new/b": b"too much for it"})
except DocsError as error:
    print(error)
"""


def test_a_full_disk_leaves_the_old_files(tmp_path: Path, root: Path) -> None:
    """The error names the file, and no half of one is left."""
    (tmp_path / "a").write_text("old")
    before = picture(tmp_path)
    command = [sys.executable, "-c", LIMITED, str(tmp_path)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("new/b:1: it can't be written: File too large\n  → nothing was")
    assert picture(tmp_path) == before
