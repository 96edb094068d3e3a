"""An app and its tests in two files of a package."""

from __future__ import annotations

from types import ModuleType

EXAMPLE = "app_testing/app_a"
MODULE = "test_main"


def test_the_app_answers(module: ModuleType) -> None:
    """The tests' client talks to the app of the other file."""
    response = module.client.get("/")
    assert response.status_code == 200
    assert response.json() == {"summit": "Steinbock", "altitude": 2871}


def test_its_own_test_passes(module: ModuleType) -> None:
    """The test that the example shows succeeds."""
    module.test_read_summit()
