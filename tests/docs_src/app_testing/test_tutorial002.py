"""Tests of a WebSocket."""

from __future__ import annotations

from types import ModuleType

EXAMPLE = "app_testing/tutorial002"


def test_its_own_tests_pass(module: ModuleType) -> None:
    """The operation, the message and the refusal are as the example expects."""
    module.test_read_hut()
    module.test_weather_is_sent()
    module.test_wrong_token_is_refused()
