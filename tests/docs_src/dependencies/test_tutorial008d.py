"""A dependency that raises an exception again."""

from __future__ import annotations

from types import ModuleType

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "dependencies/tutorial008d"


def test_good_answers(client: TestClient) -> None:
    """Without the exception, there is nothing to catch."""
    assert client.get("/loaves/rye").json() == {"loaf": "rye", "baker": "aiko"}
    assert client.get("/loaves/oat").status_code == 404


def test_the_client_gets_a_500(app: FastAPI) -> None:
    """A client sees a server error without details."""
    client = TestClient(app, raise_server_exceptions=False)
    response = client.get("/loaves/spelt")
    assert response.status_code == 500
    assert response.text == "Internal Server Error"


def test_the_exception_is_kept(
    module: ModuleType, client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    """The log shows the exception that was raised."""
    with pytest.raises(module.OutOfFlour, match="spelt is used up"):
        client.get("/loaves/spelt")
    assert capsys.readouterr().out == "The baker sighs.\n"
