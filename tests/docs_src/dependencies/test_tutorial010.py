"""A context manager inside a dependency."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial010"


def test_the_operation_runs_inside_the_context(client: TestClient) -> None:
    """The radio is on while the operation runs."""
    assert client.get("/huts/Steinbock/radio").json() == {
        "hut": "Steinbock",
        "radio_is_on": True,
    }


def test_the_context_is_left(module: ModuleType) -> None:
    """The radio is off when the dependency has ended."""
    generator = module.get_radio()
    radio = next(generator)
    assert next(generator, None) is None
    assert radio.is_on is False
