"""The npm packages: installed once, and told plainly when they can't be had."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path

import pytest

from scripts.docsite import npm
from scripts.docsite.errors import DocsError

OURS = (".", "scripts/capture", "tests/docs_src/generate_clients/npm", "tests/workflows")
"""The folders with packages."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project whose lock file names one package."""
    about = {"name": "p", "version": "1.0.0", "dependencies": {"is-odd-hut": "1.0.0"}}
    package = {"version": "1.0.0", "integrity": "sha512-" + "A" * 86 + "=="}
    lock = {
        **about,
        "lockfileVersion": 3,
        "requires": True,
        "packages": {"": about, "node_modules/is-odd-hut": package},
    }
    (tmp_path / "package.json").write_text(json.dumps(about), encoding="utf-8")
    (tmp_path / "package-lock.json").write_text(json.dumps(lock), encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def _no_registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lead npm to an address of this machine where nobody listens, and to an empty cache."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        closed = server.getsockname()[1]
    monkeypatch.setenv("npm_config_registry", f"http://127.0.0.1:{closed}/")
    monkeypatch.setenv("npm_config_cache", str(tmp_path / "npm-cache"))


def _fetch(folder: Path) -> None:
    """Pretend to be npm: the folder gets its `node_modules`."""
    assert (folder / "package-lock.json").is_file()
    (folder / "node_modules").mkdir()


def test_installs_once_for_a_lock_file(project: Path) -> None:
    """A second call installs nothing; a changed lock file does."""
    calls = []

    def fetch(folder: Path) -> None:
        calls.append(folder)
        _fetch(folder)

    first = npm.install(project, fetch=fetch)
    assert npm.install(project, fetch=fetch) == first
    assert first.is_relative_to(project / ".cache/npm")
    assert len(calls) == 1

    lock = project / "package-lock.json"
    lock.write_text(lock.read_text("utf-8") + "\n", encoding="utf-8")
    assert npm.install(project, fetch=fetch) != first
    assert len(calls) == 2


def test_installs_from_a_folder(project: Path) -> None:
    """A lock file deeper in the project has a folder of its own, and is named by its path."""
    (project / "tool").mkdir()
    for name in npm.FILES:
        (project / "tool" / name).write_bytes((project / name).read_bytes() + b"\n")
    assert npm.install(project, "tool", fetch=_fetch) != npm.install(project, fetch=_fetch)
    (project / "tool" / npm.LOCK_FILE).write_text("{", encoding="utf-8")
    with pytest.raises(DocsError, match=r"^tool/package-lock\.json:1: npm can't install"):
        npm.install(project, "tool")


def test_names_a_missing_file(project: Path) -> None:
    """Without its lock file there is nothing to install, and the message names it."""
    (project / "package-lock.json").unlink()
    with pytest.raises(DocsError, match=r"^package-lock\.json:1: can't be read: No such file"):
        npm.install(project, fetch=_fetch)


def test_without_network_one_clear_error(project: Path) -> None:
    """A registry that can't be reached: one message that says so, and nothing is left behind."""
    with pytest.raises(DocsError) as caught:
        npm.install(project)
    assert str(caught.value) == (
        "package-lock.json:1: npm can't reach its registry to fetch the packages "
        "(ECONNREFUSED)\n"
        "  → connect to the network and try again; later builds take them from .cache/npm"
    )
    assert not list((project / ".cache/npm").glob("*/"))


def test_tells_what_npm_says(project: Path) -> None:
    """Another failure of npm is told in its own words, with the remedy."""
    (project / "package-lock.json").write_text("{", encoding="utf-8")
    with pytest.raises(DocsError) as caught:
        npm.install(project)
    message, hint = str(caught.value).split("\n")
    assert "can't install the packages: code EUSAGE" in message
    assert "complete log" not in message
    assert hint == "  → `npm install --package-lock-only` writes a lock file that fits package.json"


def test_npm_that_hangs_is_ended(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """npm gets a time limit."""
    monkeypatch.setattr(npm, "TIME_LIMIT", 0.01)
    with pytest.raises(DocsError, match="did not answer within"):
        npm.install(project)


@pytest.mark.parametrize("folder", OURS)
def test_our_lock_files_name_no_registry(root: Path, folder: str) -> None:
    """A lock file pins every package by its hash, and names the address of none."""
    text = (root / folder / "package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    assert "resolved" not in text
    assert [name for name, about in packages.items() if name and "integrity" not in about] == []


@pytest.mark.parametrize("folder", OURS)
def test_our_package_files_pin_exact_versions(root: Path, folder: str) -> None:
    """What the site ships and shows does not change by itself."""
    versions = json.loads((root / folder / "package.json").read_text("utf-8"))["dependencies"]
    assert [v for v in versions.values() if not re.fullmatch(r"\d+\.\d+\.\d+", v)] == []
