"""An app of a single file, and its Dockerfile."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from tests.docs_src.deployment.serving import serving
from tests.docs_src.docker import dockerfiles

EXAMPLE = "docker/single"
MODULE = "main"


def test_breads_are_listed(client: TestClient) -> None:
    """The only path answers."""
    assert client.get("/breads").json() == ["Rye loaf", "Spelt with walnuts"]


def test_its_command_serves(root: Path, tmp_path: Path) -> None:
    """The one file lies where the command looks for it."""
    context = root / "docs_src/docker/single"
    instructions = dockerfiles.parse((context / "Dockerfile").read_text())
    workdir = dockerfiles.laid_out(instructions, context, tmp_path)
    assert not list(workdir.rglob("__init__.py"))
    *command, port = dockerfiles.only(instructions, "CMD").words
    assert port == "8080"
    with serving([*command, "{port}", "--host", "127.0.0.1"], workdir) as server:
        assert server.get("/breads").status == 200
