"""The hook that adds the vendored files to a build and names them to the theme."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from scripts.docsite import assets as library
from scripts.docsite.errors import DocsError

ASSETS = (library.Asset("assets/vendor/fonts.12345678.css", Path("/store/fonts.12345678.css")),)


@pytest.fixture
def config(tmp_path: Path, root: Path) -> MkDocsConfig:
    """Return the configuration of a small project that uses the hook."""
    config = MkDocsConfig(config_file_path=str(tmp_path / "mkdocs.yml"))
    docs = tmp_path / "docs"
    docs.mkdir()
    config.load_dict(
        {
            "site_name": "Huts",
            "docs_dir": str(docs),
            "site_dir": str(tmp_path / "site"),
            "plugins": [],
            "hooks": [str(root / "scripts/hooks/assets.py")],
        }
    )
    assert config.validate() == ([], [])
    return config


@pytest.fixture(autouse=True)
def _assembled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "assemble", lambda root: ASSETS)


def _language(config: MkDocsConfig, prefix: str) -> None:
    config.extra["docsite"] = SimpleNamespace(language=SimpleNamespace(prefix=prefix))


def _built(config: MkDocsConfig) -> list[tuple[str, Any]]:
    config = config.plugins.on_config(config)
    files = config.plugins.on_files(Files([]), config=config)
    return [(file.url, file.abs_src_path) for file in files]


def test_english_has_the_files(config: MkDocsConfig) -> None:
    """The English build serves the vendored files under their names."""
    _language(config, "")
    assert _built(config) == [("assets/vendor/fonts.12345678.css", "/store/fonts.12345678.css")]
    assert config.extra["vendored"].fonts == "assets/vendor/fonts.12345678.css"


def test_another_language_refers_to_them(config: MkDocsConfig, tmp_path: Path) -> None:
    """A language inside the English site adds nothing, and leads one folder up."""
    _language(config, "es/")
    config.site_dir = str(tmp_path / "site/es")
    assert _built(config) == []
    assert config.extra["vendored"].fonts == "../assets/vendor/fonts.12345678.css"


def test_a_language_alone_has_its_own(config: MkDocsConfig) -> None:
    """A preview of one language works without the English site."""
    _language(config, "es/")
    assert len(_built(config)) == 1
    assert config.extra["vendored"].fonts == "assets/vendor/fonts.12345678.css"


def test_works_without_languages(config: MkDocsConfig) -> None:
    """The hook needs no other hook."""
    assert len(_built(config)) == 1


def test_a_failure_stops_the_build(config: MkDocsConfig, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the library can't do becomes MkDocs' own kind of error, with the same words."""

    def fail(root: Path) -> tuple[library.Asset, ...]:
        raise DocsError("npm can't reach its registry", hint="connect")

    monkeypatch.setattr(library, "assemble", fail)
    with pytest.raises(PluginError, match="npm can't reach its registry"):
        config.plugins.on_config(config)
