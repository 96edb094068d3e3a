"""Operation ids made of the tag and the function."""

from __future__ import annotations

from types import ModuleType

import pytest
from fastapi import FastAPI

EXAMPLE = "generate_clients/tutorial003"


def test_ids_are_tag_and_function(ids: list[str]) -> None:
    """The id is as short as it can be and stay unique."""
    assert ids == ["books-list_books", "books-add_book", "members-add_member"]


def test_an_operation_without_tag_is_an_error(module: ModuleType) -> None:
    """The function fails as soon as the operation is declared."""
    app = FastAPI(generate_unique_id_function=module.tag_and_name)
    with pytest.raises(IndexError):
        app.get("/prices")(lambda: None)
