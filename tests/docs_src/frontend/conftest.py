"""The built files that the examples of the topic serve."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

BUILT = Path(__file__).resolve().parents[3] / "docs_src" / "frontend"


@pytest.fixture(autouse=True)
def _built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the folders into the working directory, as a reader has them; no `fastapi dev`."""
    monkeypatch.delenv("FASTAPI_ENV", raising=False)
    for name in ("dist", "site"):
        shutil.copytree(BUILT / name, tmp_path / name)
