"""Every app of every example stands requests that nobody wrote, and its schema is valid.

`GENERATED_REQUESTS=200 pytest tests/truth/test_generated_requests.py` is the longer run.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from openapi_spec_validator import validate

from scripts.docsite.exchanges import apps, exceptions, schemas
from scripts.docsite.exchanges.apps import ExampleFile
from scripts.docsite.exchanges.faults import Fault
from tests.truth import generating

ROOT = Path(__file__).resolve().parents[2]
APPS = [(file, name) for file in apps.every(ROOT) for name in apps.app_names(file)]
IDS = [file.shown if name == "app" else f"{file.shown}:{name}" for file, name in APPS]
KNOWN = exceptions.load(ROOT)
NOT_IMPORTED = {entry.example for entry in KNOWN if entry.check == exceptions.IMPORT}


@pytest.mark.parametrize(("file", "app"), APPS, ids=IDS)
def test_generated_requests_find_nothing(file: ExampleFile, app: str) -> None:
    """No server error, no answer that breaks the schema, no crash; all forms are alike."""
    found = generating.failures(file, app, generating.count())
    findings = generating.judged(file, found, KNOWN)
    if findings:
        pytest.fail("\n\n".join(map(str, findings)), pytrace=False)


@pytest.mark.parametrize(("file", "app"), APPS, ids=IDS)
def test_the_openapi_schema_is_valid(file: ExampleFile, app: str) -> None:
    """openapi-spec-validator accepts what the app serves."""
    if file.name in NOT_IMPORTED:
        return
    left: list[Fault] = []
    schema = schemas.fetch(file, app, left)
    validate(schema)
    assert left == []
