"""The model's address: what is sent, what is understood, and how each failure is told."""

from __future__ import annotations

import pytest

from scripts.docsite.errors import DocsError
from scripts.docsite.translations.drafting import endpoint
from scripts.docsite.translations.drafting.endpoint import Endpoint, Settings, settings
from tests.docsite.translations.stub_model import Reply, model, said

KEY = "sk-very-secret"
TALK = [{"role": "user", "content": "a private question"}]


def asked(url: str, pauses: list[float] | None = None, seconds: float = 10) -> str:
    """Ask the model at an address."""
    pause = (pauses if pauses is not None else []).append
    return Endpoint(Settings(url, "tiny", KEY, seconds), pause).answer(TALK)


def test_a_question_is_sent_as_the_interface_wants_it() -> None:
    """With the key in its header and nowhere else."""
    with model(lambda question: said("yes")) as stub:
        assert asked(stub.url) == "yes"
    (question,) = stub.questions
    assert question.path == "/v1/chat/completions"
    assert question.headers["Authorization"] == f"Bearer {KEY}"
    assert (question.body["model"], question.body["messages"]) == ("tiny", TALK)


def test_without_a_key_none_is_sent() -> None:
    """As for a model on one's own machine."""
    with model(lambda question: said("yes")) as stub:
        Endpoint(Settings(stub.url, "tiny")).answer(TALK)
    assert "Authorization" not in stub.questions[0].headers


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_model_is_asked_again(status: int) -> None:
    """After as long as it says, or a little longer each time."""
    pauses: list[float] = []
    busy = Reply("busy", status, {"Retry-After": "7"})
    with model(lambda q: busy, lambda q: Reply("", status), lambda q: said("yes")) as stub:
        assert asked(stub.url, pauses) == "yes"
    assert pauses == [7.0, 4.0]


@pytest.mark.parametrize(
    ("reply", "message", "questions"),
    [
        (Reply(KEY, 429, {"Retry-After": "999"}), "HTTP status 429\n  → it gets too many", 3),
        (Reply(KEY, 500), "HTTP status 500\n  → try it again later", 3),
        (Reply(KEY, 401), f"HTTP status 401\n  → is {endpoint.KEY} right?", 1),
        (Reply(KEY, 404), "HTTP status 404", 1),
        (Reply("", 302, {"Location": "http://127.0.0.1:9/"}), "HTTP status 302", 1),
        (Reply("<html>"), "does not answer as such an interface does", 1),
        (Reply("[]"), "does not answer as such an interface does", 1),
        (Reply('{"choices": []}'), "does not answer as such an interface does", 1),
        (Reply('{"choices": [{"message": null}]}'), "does not answer as such an interface", 1),
        (said(" "), "gives an empty answer", 1),
        (said("half", "length"), "is not whole", 1),
        (Reply("", wait=True), "does not answer in 0.2 s\n  → set DOCS_DRAFT_TIMEOUT", 1),
    ],
)
def test_a_failure_is_told_without_secrets(reply: Reply, message: str, questions: int) -> None:
    """Which model, what went wrong, what to do; never the key, the question or the answer."""
    pauses: list[float] = []
    with model(lambda question: reply) as stub, pytest.raises(DocsError) as error:
        asked(stub.url, pauses, seconds=0.2 if reply.wait else 10)
    assert message in str(error.value)
    assert stub.url.removesuffix("/v1") in str(error.value)
    assert KEY not in str(error.value) + repr(error.value)
    assert "private" not in str(error.value)
    assert len(stub.questions) == questions
    assert max(pauses, default=0) <= 60


def test_no_model_at_all_is_told() -> None:
    """Its address may be wrong, or it does not run."""
    with model(lambda question: said("yes")) as stub:
        url = stub.url
    with pytest.raises(DocsError, match=r"can't be reached \(ConnectError\)\n  → does it run"):
        asked(url)


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({}, "DOCS_DRAFT_URL is not set"),
        ({endpoint.URL: "https://a.example/v1"}, "DOCS_DRAFT_MODEL is not set"),
        ({endpoint.URL: "a.example", endpoint.MODEL: "a"}, "DOCS_DRAFT_URL is no address"),
        ({endpoint.URL: "ftp://a.example", endpoint.MODEL: "a"}, "DOCS_DRAFT_URL is no address"),
        (
            {endpoint.URL: "http://a.example/v1", endpoint.MODEL: "a", endpoint.KEY: KEY},
            "DOCS_DRAFT_KEY would be sent unencrypted to a.example",
        ),
        (
            {endpoint.URL: "https://a.example", endpoint.MODEL: "a", endpoint.TIMEOUT: "nan"},
            "DOCS_DRAFT_TIMEOUT is no number of seconds",
        ),
    ],
)
def test_what_the_environment_lacks_is_told(environment: dict[str, str], message: str) -> None:
    """With an example of what it can be."""
    with pytest.raises(DocsError, match=message) as error:
        settings(environment)
    assert error.value.hint
    assert KEY not in str(error.value)


def test_settings_show_no_secret() -> None:
    """Neither the key nor what stands before an @ is part of any message."""
    found = settings(
        {
            endpoint.URL: "https://me:pw@a.example:8443/v1/",
            endpoint.MODEL: "tiny",
            endpoint.KEY: KEY,
            endpoint.TIMEOUT: "5",
        }
    )
    assert found.place == "https://a.example:8443"
    assert (found.url, found.seconds) == ("https://me:pw@a.example:8443/v1", 5.0)
    assert KEY not in repr(found)
