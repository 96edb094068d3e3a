"""mkdocstrings' handlers: loaded when something is asked of them that is not known."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from mkdocstrings import Handlers

from scripts.engine.markdown import handlers
from scripts.engine.store.results import Store

FINGERPRINT = b"fingerprint"


def configured(store: Store, **config: Any) -> Handlers:
    """Return handlers as mkdocstrings' plugin has them."""
    found = Handlers(
        theme="material",
        default="python",
        inventory_project="A site",
        handlers_config={"python": config},
        tool_config=None,
    )
    with handlers.late(store, FINGERPRINT):
        found.get_handler("python")
        found._download_inventories()
    return found


@pytest.fixture
def loaded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return a list that gets the name of each handler that is loaded."""
    names: list[str] = []
    load = handlers._load

    def noted(self: Handlers, name: str, config: Any = None) -> Any:
        if name not in self._handlers:
            names.append(name)
        return load(self, name, config)

    monkeypatch.setattr(handlers, "_load", noted)
    return names


def test_a_known_handler_is_loaded_when_it_has_to_collect(
    tmp_path: Path, loaded: list[str]
) -> None:
    """Its stylesheet and whether it keeps an inventory are known without that."""
    store = Store.at(tmp_path)
    first = configured(store).get_handler("python")
    second = configured(store)
    (late,) = second.seen_handlers
    assert (late.extra_css, late.enable_inventory) == (first.extra_css, first.enable_inventory)
    assert late.extra_css
    late.teardown()
    assert loaded == ["python"]
    assert late.collect("pathlib.PurePath", late.get_options({})).name == "PurePath"
    assert loaded == ["python", "python"]
    assert second.get_handler("python") is late._loaded  # type: ignore[attr-defined]


def test_a_handler_with_inventories_of_other_sites_is_loaded(
    tmp_path: Path, loaded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is remembered of it: it has to fetch them."""
    monkeypatch.setattr(Handlers, "_download_inventories", lambda self: None)
    store = Store.at(tmp_path)
    for _ in range(2):
        configured(store, inventories=["https://example.com/objects.inv"])
    assert loaded == ["python", "python"]
