"""The store: bounded, shared, and never a wrong result."""

from __future__ import annotations

import logging
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.engine.store import results as store_room
from scripts.engine.store.digests import content_digest, digest
from scripts.engine.store.results import Store, unpacked

KEYS = [digest([f"key {number}"]) for number in range(60)]
RESULTS = {key: f"result {number} ".encode() * 40 for number, key in enumerate(KEYS)}


def filled(folder: Path) -> Path:
    """Write a store with all of `RESULTS`; return its file."""
    store = Store.at(folder)
    for key, result in RESULTS.items():
        store.put(key, result)
    store.flush()
    assert store.path is not None
    return store.path


def flip(path: Path) -> None:
    """Change one bit in each 97th byte behind the header of the file."""
    raw = bytearray(path.read_bytes())
    for place in range(4096, len(raw), 97):
        raw[place] ^= 4
    path.write_bytes(raw)


def truncate(path: Path) -> None:
    """Cut the file in the middle of a page."""
    path.write_bytes(path.read_bytes()[:5000])


def empty(path: Path) -> None:
    """Leave nothing of the file but its name."""
    path.write_bytes(b"")


def text(path: Path) -> None:
    """Put a text in the place of the file."""
    path.write_text("This is no database, though it is longer than the header of one. " * 99)


def folder(path: Path) -> None:
    """Put a folder in the place of the file."""
    path.unlink()
    path.mkdir()


def foreign(path: Path) -> None:
    """Put another program's database in the place of the file."""
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name TEXT)")


def older(path: Path) -> None:
    """Let the file be of the version before."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 1")


def other_form(path: Path) -> None:
    """Let the file be of this version, with another table."""
    with sqlite3.connect(path) as connection:
        connection.execute("ALTER TABLE contents RENAME COLUMN data TO stuff")


DAMAGES = [flip, truncate, empty, text, folder, foreign, older, other_form]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_damage_is_a_miss_told_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Callable[[Path], None]
) -> None:
    """Whatever was done to the file, there is no wrong result, and at most one warning."""
    damage(filled(tmp_path))
    store = Store.at(tmp_path)
    found = {key: store.get(key) for key in KEYS}
    store.put(KEYS[0], RESULTS[KEYS[0]])
    store.flush()
    assert {
        key: result for key, result in found.items() if result not in (None, RESULTS[key])
    } == {}
    assert None in found.values()
    assert len(caplog.records) == (0 if damage is empty else 1)
    assert all("the cache" in record.getMessage() for record in caplog.records)


@pytest.mark.parametrize("damage", [d for d in DAMAGES if d is not folder])
def test_a_damaged_store_is_made_anew(tmp_path: Path, damage: Callable[[Path], None]) -> None:
    """After the build that met the damage, the store works again, without a warning."""
    damage(filled(tmp_path))
    store = Store.at(tmp_path)
    for key in KEYS:
        if store.get(key) is None:
            store.put(key, RESULTS[key])
    store.flush()
    assert {key: Store.at(tmp_path).get(key) for key in KEYS} == RESULTS


def test_no_flipped_bit_gives_a_wrong_result(tmp_path: Path) -> None:
    """Wherever in the file it is, keys, references and contents included."""
    path = filled(tmp_path)
    whole = path.read_bytes()
    chosen = random.Random(4)
    logging.disable(logging.WARNING)
    try:
        for _ in range(150):
            raw = bytearray(whole)
            raw[chosen.randrange(len(raw))] ^= 1 << chosen.randrange(8)
            path.write_bytes(raw)
            store = Store.at(tmp_path)
            assert all(store.get(key) in (None, RESULTS[key]) for key in KEYS)
            store.close()
    finally:
        logging.disable(logging.NOTSET)


def test_a_result_can_not_be_taken_for_another(tmp_path: Path) -> None:
    """A row that refers to another result's content is no result."""
    path = filled(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE results SET content = ? WHERE key = ?",
            (content_digest(RESULTS[KEYS[1]]), KEYS[0]),
        )
    assert Store.at(tmp_path).get(KEYS[0]) is None


def test_equal_contents_are_stored_once(tmp_path: Path) -> None:
    """Pages that are the same in thirteen languages cost one."""
    store = Store.at(tmp_path)
    for number in range(13):
        store.put(digest([str(number)]), b"the same " * 1000)
    store.flush()
    with sqlite3.connect(tmp_path / ".cache/engine/results.db") as connection:
        assert connection.execute("SELECT count(*) FROM contents").fetchone() == (1,)


def test_the_limit_drops_what_is_unused_for_longest(tmp_path: Path) -> None:
    """What was used in this build stays; results without content go too."""
    path = filled(tmp_path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE contents SET used = 1")
        size = connection.execute("SELECT sum(length(data)) FROM contents").fetchone()[0]
    store = Store(path, limit=size // 2)
    assert store.get(KEYS[7]) == RESULTS[KEYS[7]]
    store.flush()
    with sqlite3.connect(path) as connection:
        left = connection.execute("SELECT sum(length(data)) FROM contents").fetchone()[0]
        results = connection.execute("SELECT count(*) FROM results").fetchone()[0]
    assert left <= size // 2
    assert 0 < results < len(KEYS)
    assert Store.at(tmp_path).get(KEYS[7]) == RESULTS[KEYS[7]]


def test_a_store_that_can_not_be_written_does_no_harm(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Where a file is in the way, results stay in memory."""
    (tmp_path / ".cache").write_text("in the way")
    store = Store.at(tmp_path)
    store.put(KEYS[0], b"result")
    store.flush()
    assert store.get(KEYS[0]) == b"result"
    assert ["can't be written" in record.getMessage() for record in caplog.records] == [True]


def test_unpacking_checks_the_content() -> None:
    """Bytes that are not compressed, and those of another content, are none."""
    assert unpacked(b"nonsense", content_digest(b"nonsense")) is None
    store = Store(None)
    known = store.put_content(b"text")
    assert unpacked(store._contents[known], content_digest(b"other")) is None
    assert unpacked(store._contents[known], known) == b"text"


def test_what_is_asked_for_again_stays_as_long_as_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In memory, so that it is there though the file is not; what is too much is not kept."""
    monkeypatch.setattr(store_room, "IN_MEMORY", 10)
    store = Store(tmp_path / "results.db")
    contents = {b"a": b"123456", b"b": b"12345", b"c": b"1234", b"d": b"1"}
    for key, content in contents.items():
        store.put(key, content)
    store.flush()
    assert [store.get(key, again=key != b"d") for key in contents] == list(contents.values())
    store.close()
    for path in tmp_path.iterdir():
        path.unlink()
    assert [store.get(key) for key in contents] == [b"123456", None, b"1234", None]
