"""What the tests of these examples read in a schema."""

from __future__ import annotations

from typing import Any

import pytest


@pytest.fixture
def ids(schema: dict[str, Any]) -> list[str]:
    """Return the operation ids of the app, in order."""
    return [
        operation["operationId"]
        for operations in schema["paths"].values()
        for operation in operations.values()
    ]
