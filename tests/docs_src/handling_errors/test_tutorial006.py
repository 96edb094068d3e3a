"""Errors that are logged, and then handled as ever."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

EXAMPLE = "handling_errors/tutorial006"


def test_hut_is_sent(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """Without an error nothing is logged."""
    with caplog.at_level("WARNING"):
        assert client.get("/huts/1").json() == {"hut_id": 1}
    assert not caplog.messages


def test_http_error_is_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """The answer is that of FastAPI's own handler."""
    response = client.get("/huts/3")
    assert (response.status_code, response.json()) == (404, {"detail": "There are two huts."})
    assert caplog.messages == ["/huts/3: There are two huts."]


def test_wrong_request_is_logged(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    """The log tells where the operation stands in the code, the answer does not."""
    response = client.get("/huts/birkenhof")
    assert response.status_code == 422
    assert response.json()["detail"][0]["type"] == "int_parsing"
    (message,) = caplog.messages
    assert message.startswith("1 validation error:")
    assert "tutorial006.py" in message
    assert "in read_hut" in message
    assert "tutorial006.py" not in response.text
