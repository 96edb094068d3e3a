"""The releases that the site names."""

from __future__ import annotations

import importlib.metadata
import re
from pathlib import Path

import pytest

from scripts.docsite import examples, versions
from scripts.docsite.errors import DocsError
from tests import releases


def test_the_installed_releases_are_named() -> None:
    """They are read from the environment, FastAPI first."""
    found = versions.installed()
    assert list(found)[:3] == ["FastAPI", "Starlette", "Pydantic"]
    assert found["FastAPI"] == importlib.metadata.version("fastapi")


def test_pages_get_all_of_them(root: Path) -> None:
    """With the lowest release, which is none that comes after the installed one."""
    found = versions.of_project(root)
    newest = importlib.metadata.version("fastapi")
    assert found["packages"][0]["release"] == newest
    assert not versions.is_older(newest, found["lowest"])


def test_examples_that_need_a_newer_release_exist(root: Path) -> None:
    """Each needs one that comes after the lowest, and not after the newest."""
    known = {example.base for example in examples.find(root)}
    for example, release in versions.newer(root).items():
        assert example in known
        assert versions.is_older(versions.lowest_fastapi(root), release)
        assert not versions.is_older(versions.installed()["FastAPI"], release)
    assert [page for page in versions.shown(root) if not (root / page).is_file()] == []


def test_releases_are_compared_by_their_numbers() -> None:
    """Not by their letters."""
    assert versions.is_older("0.9.2", "0.10")
    assert not versions.is_older("0.10.0", "0.9.2")


def test_the_lowest_release_is_the_one_that_is_tested(root: Path) -> None:
    """The environment of `make test-lowest` has the release that pyproject.toml names."""
    pinned = (root / "requirements-lowest.txt").read_text("utf-8")
    assert re.findall(r"^fastapi==(\S+)", pinned, re.MULTILINE) == [versions.lowest_fastapi(root)]
    assert "://" not in pinned


@pytest.mark.parametrize("text", [None, "[", "[tool]\n"], ids=["no file", "no TOML", "no key"])
def test_a_project_that_names_none_is_told(tmp_path: Path, text: str | None) -> None:
    """With the line to write."""
    if text is not None:
        (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DocsError, match=r"^pyproject\.toml:1: it names no lowest") as caught:
        versions.lowest_fastapi(tmp_path)
    assert caught.value.hint == 'write `lowest-fastapi = "…"` below [tool.docsite]'


def test_an_example_that_is_too_new_is_skipped(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """Where the installed release is older; this test, which has no example, is not."""
    monkeypatch.setattr(versions, "installed", lambda: {"FastAPI": "0.1.0"})
    monkeypatch.setattr(releases, "_newer", releases._newer.__wrapped__)
    example, release = next(iter(releases._newer().items()))
    assert releases.needed(request.node) is None
    monkeypatch.setattr(request.node.module, "EXAMPLE", example, raising=False)
    assert releases.needed(request.node) == release
