"""Logging that is set up in two lines, in a test and under real servers."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from fastapi.testclient import TestClient

from tests.docs_src.deployment.serving import serving

EXAMPLE = "logging_/tutorial002"
NAME = "docs_src.logging_.tutorial002"

COMMANDS = {
    "fastapi": ["fastapi", "dev", "tutorial002.py", "--port", "{port}", "--no-reload"],
    "uvicorn": ["uvicorn", "tutorial002:app", "--port", "{port}"],
}
DICT_CONFIG = """\
import logging.config

logging.config.dictConfig({"version": 1%s})
from tutorial002 import app

print("Uvicorn running on, Application startup complete")  # what is waited for
"""


@pytest.fixture
def levels() -> Iterator[None]:
    """Put the level back that the package's logger had."""
    package = logging.getLogger("docs_src.logging_")
    level = package.level
    yield
    package.setLevel(level)


def test_an_unknown_oven_is_not_found(client: TestClient) -> None:
    """There are two ovens."""
    assert client.get("/ovens/3").json() == {"detail": "No such oven"}


def test_its_lines_are_printed(log: io.StringIO, client: TestClient) -> None:
    """Each line has its level and its logger, and those of info are there."""
    client.get("/ovens/1")
    client.get("/ovens/2")
    assert log.getvalue().splitlines() == [
        f"INFO {NAME}: Oven 1 is at 220 degrees",
        f"INFO {NAME}: Oven 2 is at 275 degrees",
        f"WARNING {NAME}: Oven 2 is too hot for bread",
    ]


def test_other_loggers_stay_quiet(log: io.StringIO) -> None:
    """The root logger keeps its level, so libraries are heard from warnings on."""
    library = logging.getLogger("watchfiles.main")
    library.info("1 change detected")
    library.warning("No change detected")
    assert log.getvalue() == "WARNING watchfiles.main: No change detected\n"


@pytest.mark.usefixtures("levels")
def test_modules_take_the_level_of_their_package(log: io.StringIO) -> None:
    """A level that is set for the package holds in its modules."""
    logging.getLogger("docs_src.logging_").setLevel(logging.INFO)
    logging.getLogger("docs_src.logging_.routers").info("Open")
    assert log.getvalue() == "INFO docs_src.logging_.routers: Open\n"


def test_values_that_do_not_fit_are_told(
    log: io.StringIO, module: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    """The mistake is printed; pytest's handlers raise it instead."""
    with pytest.raises(TypeError):
        module.logger.info("Oven %d is at %d degrees", 1)
    del logging.getLogger().handlers[1:]  # those of pytest
    module.logger.info("Oven %d is at %d degrees", 1)
    assert "TypeError: not enough arguments for format string" in capsys.readouterr().err


def test_a_break_of_lines_is_shown_as_it_is_written(log: io.StringIO, module: ModuleType) -> None:
    """With %s a text can forge a second line, with %r it can't."""
    module.logger.info("Baker %s", "aiko\nERROR main: Fire")
    module.logger.info("Baker %r", "aiko\nERROR main: Fire")
    assert log.getvalue().splitlines() == [
        f"INFO {NAME}: Baker aiko",
        "ERROR main: Fire",
        f"INFO {NAME}: Baker 'aiko\\nERROR main: Fire'",
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_its_lines_stand_among_those_of_the_server(root: Path, name: str) -> None:
    """Both are there, each once, in their own forms."""
    with serving(COMMANDS[name], root / "docs_src/logging_") as server:
        assert server.get("/ovens/2").status == 200
        server.wait_for_line('"GET /ovens/2 HTTP/1.1" 200')
        server.wait_for_line("too hot")
    assert server.lines.count("INFO tutorial002: Oven 2 is at 275 degrees\n") == 1
    assert server.lines.count("WARNING tutorial002: Oven 2 is too hot for bread\n") == 1
    assert server.output.count("GET /ovens/2") == 1


@pytest.mark.parametrize(
    ("setting", "count"), [("", 0), (', "disable_existing_loggers": False', 1)]
)
def test_a_dict_config_silences_the_server(
    root: Path, tmp_path: Path, setting: str, count: int
) -> None:
    """Without the setting, the access log is gone."""
    (tmp_path / "tutorial002.py").write_bytes(
        (root / "docs_src/logging_/tutorial002.py").read_bytes()
    )
    (tmp_path / "main.py").write_text(DICT_CONFIG % setting)
    command = ["uvicorn", "main:app", "--port", "{port}"]
    with serving(command, tmp_path) as server:
        server.get("/ovens/2")
        server.wait_for_line("too hot")
    assert server.output.count("GET /ovens/2") == count
