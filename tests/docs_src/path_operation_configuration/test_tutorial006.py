"""An operation that is to disappear."""

from __future__ import annotations

from typing import Any

from fastapi.testclient import TestClient

EXAMPLE = "path_operation_configuration/tutorial006"


def test_deprecated_operation_still_answers(client: TestClient) -> None:
    """The old path works like the new one."""
    answers = [client.get(path) for path in ("/breads", "/assortment")]
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json() == answers[1].json()


def test_mark_is_documented(schema: dict[str, Any]) -> None:
    """OpenAPI marks the old path only."""
    assert schema["paths"]["/assortment"]["get"]["deprecated"] is True
    assert "deprecated" not in schema["paths"]["/breads"]["get"]
