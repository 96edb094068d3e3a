"""Settings in a module of their own, one of them without a default."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

from scripts.docsite import examples

EXAMPLE = "settings/app01"


def test_the_variable_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the variable set, the app starts and answers."""
    monkeypatch.setenv("CONTACT_EMAIL", "mira@trailhead.example")
    app = examples.load(EXAMPLE, module="main").app
    assert TestClient(app).get("/info").json() == {
        "app_name": "Trailhead",
        "contact_email": "mira@trailhead.example",
        "beds_per_booking": 8,
    }


def test_without_it_the_import_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """A required setting that is missing stops the app before it starts."""
    monkeypatch.delenv("CONTACT_EMAIL", raising=False)
    with pytest.raises(ValidationError) as caught:
        examples.load(EXAMPLE, module="main")
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("missing", ("contact_email",))
