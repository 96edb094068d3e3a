"""An access log without the lines of a health check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typer
import uvicorn
from click.testing import CliRunner
from fastapi.testclient import TestClient
from fastapi_cli.cli import app as fastapi_cli
from fastapi_cli.utils.cli import get_uvicorn_log_config
from uvicorn.config import LOGGING_CONFIG

from tests.docs_src.deployment.serving import serving

EXAMPLE = "logging_/tutorial005"

COMMANDS = {
    "run": ["fastapi", "run", "tutorial005.py", "--host", "127.0.0.1", "--port", "{port}"],
    "dev": ["fastapi", "dev", "tutorial005.py", "--port", "{port}", "--no-reload"],
    "uvicorn": ["uvicorn", "tutorial005:app", "--port", "{port}"],
}


def test_both_paths_answer(client: TestClient) -> None:
    """The filter changes nothing for clients."""
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/breads").json() == ["Rye loaf", "Spelt roll"]


@pytest.mark.parametrize("name", COMMANDS)
def test_health_checks_leave_no_line(root: Path, name: str) -> None:
    """Other requests do, with their query; however the server is started."""
    with serving(COMMANDS[name], root / "docs_src/logging_") as server:
        assert server.get("/health").status == 200
        assert server.get("/breads?token=secret").status == 200
        server.wait_for_line('"GET /breads?token=secret HTTP/1.1" 200')
    assert "/health" not in server.output


def test_uvicorn_can_leave_them_all_out(root: Path) -> None:
    """The option is Uvicorn's own."""
    command = [*COMMANDS["uvicorn"], "--no-access-log"]
    with serving(command, root / "docs_src/logging_") as server:
        assert server.get("/breads").status == 200
    assert "/breads" not in server.output


@pytest.mark.parametrize("command", ["run", "dev"])
@pytest.mark.parametrize("option", ["--no-access-log", "--log-level", "--log-config"])
def test_the_command_line_has_no_options_for_it(command: str, option: str) -> None:
    """FastAPI's own commands do not know Uvicorn's options for the log."""
    known = CliRunner().invoke(uvicorn.main, ["--help"])
    assert option in known.output
    asked = CliRunner().invoke(typer.main.get_command(fastapi_cli), [command, option])
    assert asked.exit_code == 2
    assert "No such option" in asked.output


@pytest.mark.parametrize("config", [LOGGING_CONFIG, get_uvicorn_log_config()])
def test_access_lines_go_to_stdout_and_others_to_stderr(config: dict[str, Any]) -> None:
    """Uvicorn's loggers have handlers of their own, and pass nothing up to the root."""
    streams = {name: handler["stream"] for name, handler in config["handlers"].items()}
    assert streams == {"default": "ext://sys.stderr", "access": "ext://sys.stdout"}
    loggers = config["loggers"]
    assert set(loggers) == {"uvicorn", "uvicorn.error", "uvicorn.access"}
    assert [loggers[name]["propagate"] for name in ("uvicorn", "uvicorn.access")] == [False, False]
