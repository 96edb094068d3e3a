"""Which of the two decorators checks objects that are made in Python."""

from __future__ import annotations

from types import ModuleType

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

EXAMPLE = "dataclasses_/tutorial004"


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], module: ModuleType) -> str:
    """Return what the script prints when it is imported."""
    return capsys.readouterr().out


def test_only_the_one_of_pydantic_checks(printed: str) -> None:
    """The standard library takes any value, Pydantic raises."""
    assert printed.splitlines() == [
        "Delivery(street='Quay 3', loaves='many')",
        "Input should be a valid integer, unable to parse string as an integer",
    ]


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
def test_an_object_that_is_returned_is_not_checked_again(module: ModuleType) -> None:
    """What the standard library let pass reaches the client; a dictionary would not."""
    app = FastAPI()

    @app.get("/object", response_model=module.Delivery)
    def read_object() -> object:
        return module.Delivery(**module.row)

    @app.get("/dictionary", response_model=module.Delivery)
    def read_dictionary() -> object:
        return module.row

    client = TestClient(app, raise_server_exceptions=False)
    assert client.get("/object").json() == {"street": "Quay 3", "loaves": "many"}
    assert client.get("/dictionary").status_code == 500
