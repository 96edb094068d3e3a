"""An app with errors to test, and its six tests."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "app_testing/app_b"
MODULE = "test_main"

TOKEN = {"X-Token": "edelweiss"}


@pytest.mark.parametrize(
    "name",
    [
        "test_read_hut",
        "test_read_hut_with_a_bad_token",
        "test_read_an_unknown_hut",
        "test_add_hut",
        "test_add_hut_with_a_bad_token",
        "test_add_a_hut_that_exists",
    ],
)
def test_its_own_tests_pass(module: ModuleType, name: str) -> None:
    """Each test that the example shows succeeds, also alone."""
    getattr(module, name)()


def test_there_are_six_tests(module: ModuleType) -> None:
    """No test of the example is left out above."""
    assert sum(name.startswith("test_") for name in vars(module)) == 6


def test_the_token_is_required(module: ModuleType) -> None:
    """Without the header, FastAPI refuses the request by itself."""
    response = module.client.get("/huts/alpenrose")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["header", "x-token"])


def test_a_hut_that_was_added_can_be_read(module: ModuleType) -> None:
    """The app keeps what it was sent."""
    hut = {"id": "wildsee", "name": "Wildsee", "beds": 12}
    assert module.client.post("/huts", json=hut, headers=TOKEN).status_code == 200
    assert module.client.get("/huts/wildsee", headers=TOKEN).json() == hut


def test_a_hut_that_exists_is_kept(module: ModuleType) -> None:
    """A refused hut replaces nothing."""
    hut = {"id": "birkenhof", "name": "Birkenhof II", "beds": 4}
    assert module.client.post("/huts", json=hut, headers=TOKEN).status_code == 409
    kept = module.client.get("/huts/birkenhof", headers=TOKEN).json()
    assert kept == {"id": "birkenhof", "name": "Birkenhof", "beds": 40}
