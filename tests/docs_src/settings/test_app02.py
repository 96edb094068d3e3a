"""Settings as a dependency, replaced in a test."""

from __future__ import annotations

from types import ModuleType

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

EXAMPLE = "settings/app02"
MODULE = "test_main"


def test_its_own_test_passes(module: ModuleType) -> None:
    """The overriding settings are those of the test."""
    module.test_info_has_the_contact()


def test_without_the_override_the_environment_counts(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The app reads the variable at each request."""
    module.app.dependency_overrides.clear()
    client = TestClient(module.app)
    for contact in ("jonas@trailhead.example", "aiko@trailhead.example"):
        monkeypatch.setenv("CONTACT_EMAIL", contact)
        assert client.get("/info").json()["contact_email"] == contact


def test_a_missing_setting_is_found_at_the_first_request(
    module: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The app starts without it, and the request fails."""
    monkeypatch.delenv("CONTACT_EMAIL", raising=False)
    module.app.dependency_overrides.clear()
    with pytest.raises(ValidationError):
        TestClient(module.app).get("/info")
