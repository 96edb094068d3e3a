"""Data that does not fit the response model."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from fastapi.exceptions import ResponseValidationError
from fastapi.testclient import TestClient

EXAMPLE = "response_model/tutorial001_02"


def test_fitting_row_is_sent(client: TestClient) -> None:
    """A row that fits is answered as it is."""
    assert client.get("/books/salt-roads").json() == {"title": "Salt Roads", "pages": 312}


def test_unknown_book_is_not_found(client: TestClient) -> None:
    """A missing book is the client's error."""
    response = client.get("/books/the-ninth-wave")
    assert (response.status_code, response.json()) == (404, {"detail": "No such book"})


def test_other_row_is_an_error_of_the_server(client: TestClient) -> None:
    """The server sees where its data is wrong."""
    with pytest.raises(ResponseValidationError) as caught:
        client.get("/books/tides-and-timber")
    (error,) = caught.value.errors()
    assert (error["type"], error["loc"]) == ("int_parsing", ("response", "pages"))


def test_client_does_not_see_the_data(app: FastAPI) -> None:
    """The client gets a 500 without particulars."""
    client = TestClient(app, raise_server_exceptions=False)
    response = client.get("/books/tides-and-timber")
    assert (response.status_code, response.text) == (500, "Internal Server Error")
