"""A dependency that is replaced for all tests of a file."""

from __future__ import annotations

from types import ModuleType

EXAMPLE = "dependency_testing/tutorial001"


def test_its_own_tests_pass(module: ModuleType) -> None:
    """The replacement answers, with its own parameter."""
    module.test_read_me()
    module.test_list_loans()
    module.test_another_member()


def test_the_original_is_not_called(module: ModuleType) -> None:
    """Without the replacement, the header is required and the service is asked."""
    module.app.dependency_overrides = {}
    assert module.client.get("/loans").status_code == 422
    response = module.client.get("/loans", headers={"X-Token": "mast"})
    assert response.status_code == 401
    assert response.json() == {"detail": "The login service refuses mast"}
