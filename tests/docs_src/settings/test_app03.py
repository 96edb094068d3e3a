"""Settings from a file, read once."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import ModuleType

import pytest
from fastapi.testclient import TestClient
from pydantic import ValidationError

EXAMPLE = "settings/app03"
MODULE = "main"


@pytest.fixture(autouse=True)
def settings_file(module: ModuleType, root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put the example's file into the working directory."""
    monkeypatch.delenv("CONTACT_EMAIL", raising=False)
    return Path(shutil.copy(root / "docs_src/settings/app03/.env", ".env"))


def test_the_file_is_read(client: TestClient) -> None:
    """The values come from the file, the rest from the defaults."""
    assert client.get("/info").json() == {
        "app_name": "Trailhead of mira",
        "contact_email": "mira@trailhead.example",
        "beds_per_booking": 8,
    }


def test_it_is_read_once(client: TestClient, module: ModuleType, settings_file: Path) -> None:
    """A second request gets the same object, even when the file is gone."""
    first = module.get_settings()
    settings_file.unlink()
    assert module.get_settings() is first
    assert client.get("/info").json()["app_name"] == "Trailhead of mira"
    module.get_settings.cache_clear()
    with pytest.raises(ValidationError):
        module.get_settings()


def test_variables_win_over_the_file(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is set in the environment is closer than what stands in the file."""
    monkeypatch.setenv("CONTACT_EMAIL", "tomas@trailhead.example")
    found = client.get("/info").json()
    assert found["contact_email"] == "tomas@trailhead.example"
    assert found["app_name"] == "Trailhead of mira"


def test_an_unknown_name_in_the_file_is_refused(module: ModuleType, settings_file: Path) -> None:
    """A slip of the pen in the file is found."""
    settings_file.write_text("CONTACT_EMAIL=a@b.example\nBEDS=4\n")
    with pytest.raises(ValidationError) as caught:
        module.get_settings()
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("extra_forbidden", ("beds",))


def test_the_variants_have_the_same_file(root: Path) -> None:
    """Both forms of the example read the same values."""
    folder = root / "docs_src/settings"
    assert (folder / "app03/.env").read_text() == (folder / "app03_an/.env").read_text()
