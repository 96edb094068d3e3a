"""Processes that build one language after another."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from scripts.engine.builds import forking
from scripts.engine.builds.cache import Cache
from scripts.engine.builds.language import LanguageResult, Progress
from scripts.engine.store.results import PAGE


def test_processes_build_one_language_after_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There are no more of them than jobs, and each language is built once and told of."""

    def make(root: Path, target: Path, code: str, *rest: object) -> LanguageResult:
        progress = rest[1]
        assert callable(progress)
        progress(Progress(code, 1, 1))
        return LanguageResult(code, 0, os.getpid(), ())

    monkeypatch.setattr(forking, "build_language", make)
    told: list[str] = []
    codes = ["de", "es", "fa", "fr"]
    cache = Cache.nowhere(tmp_path)

    def watch(progress: Progress) -> None:
        told.append(progress.language)

    results = forking.build_into(tmp_path, tmp_path, codes, jobs=2, cache=cache, progress=watch)
    assert sorted(result.language for result in results) == codes == sorted(told)
    processes = {result.pages for result in results}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_a_language_whose_process_ends_is_told_and_the_others_are_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process takes what is left."""

    def make(root: Path, target: Path, code: str, *rest: object) -> LanguageResult:
        if code == "es":
            os._exit(3)
        return LanguageResult(code, 0, 1, ())

    monkeypatch.setattr(forking, "build_language", make)
    cache = Cache.nowhere(tmp_path)
    results = forking.build_into(tmp_path, tmp_path, ["de", "es", "fa"], jobs=1, cache=cache)
    errors = {result.language: result.error for result in results}
    assert errors == {"de": "", "es": "its process ended with code 3", "fa": ""}


@pytest.mark.parametrize("together", [False, True])
def test_english_comes_first_or_with_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, together: bool
) -> None:
    """Where it fails, whatever the others came to has the same cause, and is not told."""

    def make(root: Path, target: Path, code: str, *rest: object) -> LanguageResult:
        (tmp_path / code).write_text(str(os.getpid()))
        return LanguageResult(code, 0, 1, (), "no title")

    monkeypatch.setattr(forking, "build_language", make)
    codes, cache = ["en", "es"], Cache.nowhere(tmp_path)
    results = forking.build_into(tmp_path, tmp_path, codes, jobs=2, cache=cache, together=together)
    assert [result.language for result in results] == ["en"]
    assert (tmp_path / "es").exists() == together
    assert ((tmp_path / "en").read_text() == str(os.getpid())) != together


@pytest.mark.parametrize(
    ("languages", "jobs", "alone"),
    [(12, 2, 2), (12, 8, 4), (12, 1, 1), (3, 2, 1), (2, 8, 2), (1, 2, 0), (0, 2, 0)],
)
def test_who_is_left_over_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, languages: int, jobs: int, alone: int
) -> None:
    """Where English had much to make: one by one, with all processes for each."""
    cache = Cache.nowhere(tmp_path)

    def make(root: Path, target: Path, code: str, *rest: Any) -> LanguageResult:
        cache.store.made[PAGE] += 101
        return LanguageResult(code, rest[-1], os.getpid(), ())

    monkeypatch.setattr(forking, "build_language", make)
    codes = ["en", *(f"x{number}" for number in range(languages))]
    results = forking.build_into(tmp_path, tmp_path, codes, jobs=jobs, cache=cache)
    first = [result for result in results if result.pages == os.getpid()]
    assert [result.language for result in first] == codes[: 1 + alone]
    assert {result.seconds for result in first} == {jobs}
    assert {result.seconds for result in results if result not in first} <= {1}
