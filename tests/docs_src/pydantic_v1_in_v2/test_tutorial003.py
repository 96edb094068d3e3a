"""A model of `pydantic.v1`, which FastAPI refuses."""

from __future__ import annotations

import sys

import pytest

from scripts.docsite import examples

EXAMPLE = "pydantic_v1_in_v2/tutorial003"


@pytest.mark.skipif(sys.version_info >= (3, 14), reason="there is no Pydantic v1 for Python 3.14")
def test_the_model_is_refused(variant: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The operation can't be declared, and the error names the model."""
    module = examples.load(variant)
    printed = capsys.readouterr().out
    assert printed.startswith("pydantic.v1 models are no longer supported by FastAPI.")
    assert "Order" in printed
    assert "/orders" not in module.app.openapi()["paths"]
