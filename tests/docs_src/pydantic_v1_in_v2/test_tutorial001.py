"""A model written for Pydantic v1, in the hands of v2."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pydantic import PydanticDeprecatedSince20

from scripts.docsite import examples

EXAMPLE = "pydantic_v1_in_v2/tutorial001"

pytestmark = pytest.mark.filterwarnings("ignore::pydantic.PydanticDeprecatedSince20")


def test_pydantic_warns(module: ModuleType) -> None:
    """The old names still exist, and each one is reported."""
    del module
    with pytest.warns() as caught:
        examples.load(EXAMPLE)
    texts = [str(warning.message) for warning in caught]
    assert any("class-based `config` is deprecated" in text for text in texts)
    assert any("`@validator` validators are deprecated" in text for text in texts)
    assert any("'anystr_strip_whitespace' has been renamed" in text for text in texts)


def test_a_field_that_may_be_none_is_required(client: TestClient) -> None:
    """Without a default, the note has to be sent."""
    response = client.post("/orders", json={"bread": "rye", "pieces": 2})
    assert response.status_code == 422
    (error,) = response.json()["detail"]
    assert (error["type"], error["loc"]) == ("missing", ["body", "note"])


def test_the_old_setting_does_nothing(client: TestClient) -> None:
    """The blanks around the text stay, and the method of old is reported."""
    order: dict[str, Any] = {"bread": " rye ", "pieces": 2, "note": None}
    with pytest.warns(PydanticDeprecatedSince20, match="use `model_dump` instead"):
        assert client.post("/orders", json=order).json() == order


def test_the_old_validator_works(client: TestClient) -> None:
    """An order of nothing is refused."""
    order = {"bread": "rye", "pieces": 0, "note": None}
    (error,) = client.post("/orders", json=order).json()["detail"]
    assert error["msg"] == "Value error, order at least one"
