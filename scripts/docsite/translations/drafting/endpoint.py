"""A model behind an OpenAI-compatible address: one question, one answer.

Neither the key nor what is asked is ever part of a message.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx2

from scripts.docsite.errors import DocsError

URL, MODEL, KEY = "DOCS_DRAFT_URL", "DOCS_DRAFT_MODEL", "DOCS_DRAFT_KEY"
TIMEOUT = "DOCS_DRAFT_TIMEOUT"
_SECONDS = 120.0
_TRIES = 3
_LONGEST_PAUSE = 60.0
_BUSY = frozenset({429, 500, 502, 503, 504, 529})
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_HINTS = {
    400: f"is {MODEL} the name of a model that it has?",
    401: f"is {KEY} right?",
    403: f"is {KEY} right, and may it use this model?",
    404: f"{URL} is the part before /chat/completions; is {MODEL} right?",
    413: "draft fewer sections: name them behind the page",
    429: "it gets too many questions: wait, or ask for a higher limit",
}


class TruncatedError(DocsError):
    """Says that an answer ends before it is whole: the same question may get a whole one."""


@dataclass(frozen=True)
class Settings:
    """Where the model is, which one it is, and how it is reached."""

    url: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = _SECONDS

    @property
    def place(self) -> str:
        """The address without anything secret, for messages."""
        url = httpx2.URL(self.url)
        return f"{url.scheme}://{url.host}" + (f":{url.port}" if url.port else "")


def settings(environment: Mapping[str, str]) -> Settings:
    """Return the settings that the environment names.

    Raises `DocsError` where one is missing or can't be, and where a key would travel unprotected.
    """
    for name, example in ((URL, "http://127.0.0.1:11434/v1"), (MODEL, "the name of a model")):
        if not environment.get(name, "").strip():
            hint = f"set it, for example to {example}; {KEY} holds the key, if one is needed"
            raise DocsError(f"{name} is not set", hint=hint)
    url, key = environment[URL].strip().rstrip("/"), environment.get(KEY, "").strip()
    try:
        parsed = httpx2.URL(url)
    except httpx2.InvalidURL as error:
        hint = "write it like https://host/v1"
        raise DocsError(f"{URL} is no address", hint=hint) from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise DocsError(f"{URL} is no address", hint="write it like https://host/v1")
    if key and parsed.scheme == "http" and parsed.host not in _LOOPBACK:
        hint = "use https://, or an address of this machine"
        raise DocsError(f"{KEY} would be sent unencrypted to {parsed.host}", hint=hint)
    return Settings(url, environment[MODEL].strip(), key, _seconds(environment.get(TIMEOUT, "")))


def _seconds(text: str) -> float:
    try:
        found = float(text or _SECONDS)
    except ValueError:
        found = 0.0
    if not 0 < found < math.inf:
        raise DocsError(f"{TIMEOUT} is no number of seconds", hint="write it like 120")
    return found


@dataclass(frozen=True)
class Endpoint:
    """Asks the model; waits and asks again where it is busy."""

    settings: Settings
    pause: Callable[[float], object] = time.sleep

    def answer(self, messages: Sequence[Mapping[str, str]]) -> str:
        """Return what the model says to a conversation.

        Raises `DocsError` where it can't be reached, refuses, or answers what is no answer, and
        `TruncatedError` where the answer is not whole.
        """
        for left in reversed(range(_TRIES)):
            response = self._post(messages)
            if response.status_code not in _BUSY or not left:
                break
            self.pause(_wait(response, _TRIES - left))
        if response.status_code != httpx2.codes.OK:
            status = response.status_code
            hint = _HINTS.get(status, "try it again later; it is the other side that fails")
            raise self._error(f"answers with the HTTP status {status}", hint)
        return self._content(response)

    def _post(self, messages: Sequence[Mapping[str, str]]) -> httpx2.Response:
        given, headers = self.settings, {}
        if given.key:
            headers["Authorization"] = f"Bearer {given.key}"
        body = {"model": given.model, "messages": [*messages], "temperature": 0.2}
        try:
            # A proxy that the environment names can't reach this machine itself.
            is_near = httpx2.URL(given.url).host in _LOOPBACK
            with httpx2.Client(timeout=given.seconds, trust_env=not is_near) as client:
                return client.post(f"{given.url}/chat/completions", json=body, headers=headers)
        except httpx2.TimeoutException as error:
            hint = f"set {TIMEOUT} to more seconds, or draft fewer sections at once"
            raise self._error(f"does not answer in {given.seconds:g} s", hint) from error
        except httpx2.HTTPError as error:
            hint = f"does it run, and is {URL} right?"
            raise self._error(f"can't be reached ({type(error).__name__})", hint) from error

    def _content(self, response: httpx2.Response) -> str:
        try:
            choice: Any = response.json()["choices"][0]
            content, reason = choice["message"]["content"], choice.get("finish_reason")
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            hint = f"{URL} has to be the address of an OpenAI-compatible interface, with its /v1"
            raise self._error("does not answer as such an interface does", hint) from error
        if reason == "length":
            raise TruncatedError(f"the answer of {self.settings.place} is not whole")
        if not isinstance(content, str) or not content.strip():
            raise self._error("gives an empty answer", "try it again, or use another model")
        return content

    def _error(self, message: str, hint: str) -> DocsError:
        return DocsError(f"the model at {self.settings.place} {message}", hint=hint)


def _wait(response: httpx2.Response, attempt: int) -> float:
    """Return how many seconds to wait: as long as the answer says, within reason."""
    try:
        said = float(response.headers.get("Retry-After", ""))
    except ValueError:
        said = 2.0**attempt
    return min(max(said, 0.0), _LONGEST_PAUSE)
