"""A logger that nobody has set up, in a test and under a real server."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.docs_src.deployment.serving import serving

EXAMPLE = "logging_/tutorial001"


def test_a_reading_is_answered(client: TestClient) -> None:
    """The temperature comes with the number of the oven."""
    assert client.get("/ovens/1").json() == {"number": 1, "degrees": 220}


def test_an_unknown_oven_is_not_found(client: TestClient) -> None:
    """There are two ovens."""
    response = client.get("/ovens/3")
    assert response.status_code == 404
    assert response.json() == {"detail": "No such oven"}


@pytest.mark.usefixtures("bare")
def test_only_a_warning_is_printed(client: TestClient, capsys: pytest.CaptureFixture[str]) -> None:
    """Python prints the text of warnings and worse, and drops the rest."""
    logging.getLogger().handlers.clear()  # pytest's come back with each phase of a test
    client.get("/ovens/1")
    client.get("/ovens/2")
    assert capsys.readouterr() == ("", "Oven 2 is too hot for bread\n")


def test_a_record_keeps_its_values_apart(
    client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    """All lines of one kind have the same text."""
    with caplog.at_level(logging.INFO, logger="docs_src.logging_.tutorial001"):
        client.get("/ovens/1")
        client.get("/ovens/2")
    assert [(record.msg, record.args) for record in caplog.records] == [
        ("Oven %d is at %d degrees", (1, 220)),
        ("Oven %d is at %d degrees", (2, 275)),
        ("Oven %d is too hot for bread", (2,)),
    ]


def test_a_server_sets_up_its_own_loggers_only(root: Path) -> None:
    """Under `fastapi dev` the warning is bare, and the line of info is missing."""
    command = ["fastapi", "dev", "tutorial001.py", "--port", "{port}", "--no-reload"]
    with serving(command, root / "docs_src/logging_") as server:
        assert server.get("/ovens/2").status == 200
        server.wait_for_line('"GET /ovens/2 HTTP/1.1" 200')
        server.wait_for_line("Oven 2 is too hot for bread\n")
    assert "Oven 2 is too hot for bread\n" in server.lines
    assert "275 degrees" not in server.output
