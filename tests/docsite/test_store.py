"""Folders that are made once, whole or not at all."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import pytest

from scripts.docsite.store import made_once


def _write(folder: Path) -> None:
    (folder / "file.txt").write_text("made", encoding="utf-8")


def _write_slowly(folder: Path) -> None:
    """Leave a mark for each time it is called, outside of the folder."""
    (folder.parent.parent / f"made-{folder.name}").touch()
    time.sleep(0.2)
    _write(folder)


def _ask(target: Path) -> None:
    made_once(target, _write_slowly)


def _fail(folder: Path) -> None:
    _write(folder)
    raise ValueError("half done")


def test_makes_the_folder_once(tmp_path: Path) -> None:
    """The second call finds what the first has made."""
    calls = []

    def make(folder: Path) -> None:
        calls.append(folder)
        _write(folder)

    for _ in range(2):
        folder = made_once(tmp_path / "a/b", make)
        assert (folder / "file.txt").read_text("utf-8") == "made"
    assert len(calls) == 1


def test_a_failure_leaves_nothing(tmp_path: Path) -> None:
    """A folder that could not be made whole is not there, and the next call tries again."""
    with pytest.raises(ValueError, match="half done"):
        made_once(tmp_path / "a", _fail)
    assert [path.name for path in tmp_path.iterdir()] == ["lock"]
    assert (made_once(tmp_path / "a", _write) / "file.txt").is_file()


def test_clears_up_after_a_process_that_was_killed(tmp_path: Path) -> None:
    """What a killed process left behind is removed by the next one that makes something."""
    (tmp_path / "new-abandoned").mkdir()
    made_once(tmp_path / "a", _write)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "lock"]


def test_several_processes_share_the_work(tmp_path: Path) -> None:
    """Of several processes that ask at the same time one makes the folder, the others wait."""
    target = tmp_path / "store/a"
    processes = [multiprocessing.Process(target=_ask, args=(target,)) for _ in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(timeout=20)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    assert (target / "file.txt").is_file()
    assert len(list(tmp_path.glob("made-*"))) == 1
