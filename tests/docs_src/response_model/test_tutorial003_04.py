"""A return annotation that is no model, made on purpose."""

from __future__ import annotations

import asyncio

import pytest
from fastapi.exceptions import FastAPIError
from fastapi.responses import RedirectResponse

from scripts.docsite import examples

EXAMPLE = "response_model/tutorial003_04"


def test_app_does_not_start() -> None:
    """A union with a response is refused when the app is built."""
    with pytest.raises(FastAPIError, match="Invalid args for response field") as caught:
        examples.load(EXAMPLE)
    assert "response_model=None" in str(caught.value)


def test_function_alone_is_correct() -> None:
    """Only the response model is refused; the function does what it says."""
    with pytest.raises(FastAPIError) as caught:
        examples.load(EXAMPLE)
    (read_reading_room,) = {
        entry.frame.f_locals["func"] for entry in caught.traceback if "func" in entry.frame.f_locals
    }
    assert asyncio.run(read_reading_room()) == {"seats": 24}
    assert isinstance(asyncio.run(read_reading_room(plan=True)), RedirectResponse)
