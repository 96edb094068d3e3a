"""A dependency that is replaced for one test."""

from __future__ import annotations

from types import ModuleType

EXAMPLE = "dependency_testing/tutorial002"


def test_the_fixture_replaces_and_resets(module: ModuleType) -> None:
    """The replacement is there while the fixture is in use, and gone afterwards."""
    fixture = module.client.__wrapped__()
    module.test_with_override(next(fixture))
    assert next(fixture, None) is None
    assert module.app.dependency_overrides == {}
    module.test_without_override()
