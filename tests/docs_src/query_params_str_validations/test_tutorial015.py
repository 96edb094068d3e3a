"""A check of one's own."""

from __future__ import annotations

from types import ModuleType

from fastapi.testclient import TestClient

EXAMPLE = "query_params_str_validations/tutorial015"


def test_a_good_number_is_looked_up(client: TestClient) -> None:
    """The check passes the value on."""
    response = client.get("/books?number=issn-0000-0019")
    assert response.json() == {"number": "issn-0000-0019", "title": "Harbor Monthly"}


def test_the_check_says_nothing_about_the_catalogue(client: TestClient) -> None:
    """A number of the right form may still be unknown."""
    assert client.get("/books?number=isbn-1").json() == {"number": "isbn-1", "title": None}


def test_another_form_is_refused(client: TestClient) -> None:
    """The message of the `ValueError` reaches the client."""
    response = client.get("/books?number=978-1")
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("value_error", ["query", "number"])
    assert error["msg"] == "Value error, a number starts with 'isbn-' or 'issn-'"


def test_without_a_number_any_book_is_chosen(client: TestClient, module: ModuleType) -> None:
    """The default is not checked, and an entry of the catalogue takes its place."""
    answer = client.get("/books").json()
    assert module.catalogue[answer["number"]] == answer["title"]
