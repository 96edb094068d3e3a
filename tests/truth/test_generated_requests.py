"""Every app of every example stands requests that nobody wrote, and its schema is valid.

`GENERATED_REQUESTS=200 pytest tests/truth/test_generated_requests.py` is the longer run.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docsite.exchanges import apps, exceptions
from scripts.docsite.exchanges.apps import ExampleFile
from tests.truth import generating

ROOT = Path(__file__).resolve().parents[2]
APPS = [(file, name) for file in apps.every(ROOT) for name in apps.app_names(file)]
IDS = [file.shown if name == "app" else f"{file.shown}:{name}" for file, name in APPS]
KNOWN = exceptions.load(ROOT)


@pytest.mark.parametrize(("file", "app"), APPS, ids=IDS)
def test_the_schema_is_valid_and_generated_requests_find_nothing(
    file: ExampleFile, app: str
) -> None:
    """No server error, no answer that breaks the schema, no crash; all forms are alike."""
    found = generating.failures(file, app, generating.count())
    findings = generating.judged(file, found, KNOWN)
    if findings:
        pytest.fail("\n\n".join(map(str, findings)), pytrace=False)
