"""What `JSONResponse` can't hold without the encoder."""

from __future__ import annotations

from types import ModuleType

import pytest

EXAMPLE = "response_directly/tutorial003"


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], module: ModuleType) -> str:
    """Return what the script prints when it is imported."""
    return capsys.readouterr().out


def test_a_date_needs_the_encoder(printed: str) -> None:
    """Without the encoder there is an error, with it there is text."""
    assert printed.splitlines() == [
        "Object of type datetime is not JSON serializable",
        '{"due":"2027-03-01T18:00:00"}',
    ]
