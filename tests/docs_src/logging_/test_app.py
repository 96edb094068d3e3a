"""Tests of what an app logs, and what they rely on."""

from __future__ import annotations

import logging
from types import ModuleType

import pytest
from pydantic import BaseModel, SecretStr

EXAMPLE = "logging_/app"
MODULE = "test_main"


def test_its_own_tests_pass(module: ModuleType, caplog: pytest.LogCaptureFixture) -> None:
    """Each test that the example shows succeeds."""
    module.test_a_reading_is_logged(caplog)
    caplog.clear()
    module.test_a_hot_oven_is_a_warning(caplog)
    assert sum(name.startswith("test_") for name in vars(module)) == 2


def test_an_unknown_oven_is_not_found(module: ModuleType) -> None:
    """There are two ovens."""
    assert module.client.get("/ovens/3").status_code == 404


def test_debug_is_lowered_for_one_logger(
    module: ModuleType, caplog: pytest.LogCaptureFixture
) -> None:
    """Its lines of debug are collected; without its name, the test client's lines are as well."""
    logger = logging.getLogger("docs_src.logging_.app.main")
    caplog.set_level(logging.DEBUG, logger=logger.name)
    logger.debug("Door closed")
    module.client.get("/ovens/1")
    assert caplog.messages == ["Door closed", "Oven 1 is at 220 degrees"]
    caplog.clear()
    caplog.set_level(logging.DEBUG)
    module.client.get("/ovens/1")
    assert [record for record in caplog.records if record.name.startswith("httpx")]


def test_a_secret_is_not_printed(caplog: pytest.LogCaptureFixture) -> None:
    """A field of the type SecretStr is hidden, even where the whole model is logged."""

    class Unlock(BaseModel):
        baker: str
        pin: SecretStr

    data = Unlock.model_validate({"baker": "aiko", "pin": "4471"})
    logging.getLogger(__name__).warning("%s", data)
    assert caplog.messages == ["baker='aiko' pin=SecretStr('**********')"]
    assert "4471" not in caplog.text
