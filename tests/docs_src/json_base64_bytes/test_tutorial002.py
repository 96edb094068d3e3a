"""Bytes in JSON without an encoding."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "json_base64_bytes/tutorial002"


def test_only_text_can_be_written(capsys: pytest.CaptureFixture[str], module: ModuleType) -> None:
    """Bytes that are UTF-8 come out as text, others raise an error."""
    text, error = capsys.readouterr().out.splitlines()
    assert text == '{"hut":"Steinbock","picture":"a drawing"}'
    assert error.startswith("Error serializing to JSON: invalid utf-8 sequence")
