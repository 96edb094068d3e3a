import pytest
from fastapi.testclient import TestClient

from .main import app

client = TestClient(app)


def test_a_reading_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    client.get("/ovens/1")
    assert caplog.messages == ["Oven 1 is at 220 degrees"]


def test_a_hot_oven_is_a_warning(caplog: pytest.LogCaptureFixture) -> None:
    client.get("/ovens/2")
    levels = [record.levelname for record in caplog.records]
    assert levels == ["INFO", "WARNING"]
    assert caplog.messages[1] == "Oven 2 is too hot for bread"
