"""Requests that nobody wrote: schemathesis makes them from an example's OpenAPI schema.

The same requests are sent to every form of an example, in process and behind the same guards as
the exchanges of pages. What a request does wrong is told with the curl command that repeats it.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import hypothesis
import openapi_spec_validator
import requests
import schemathesis
from hypothesis import strategies as st
from openapi_spec_validator.validation.exceptions import OpenAPIValidationError
from schemathesis import checks
from schemathesis.core import SCHEMATHESIS_TEST_CASE_HEADER
from schemathesis.core.failures import FailureGroup
from schemathesis.specs.openapi import checks as openapi_checks

from scripts.docsite.exchanges import exceptions, schemas
from scripts.docsite.exchanges.apps import ExampleFile
from scripts.docsite.exchanges.asgi import Answer
from scripts.docsite.exchanges.exceptions import KnownFailure
from scripts.docsite.exchanges.faults import Fault, Faulty
from scripts.docsite.exchanges.serving import LIMIT, Served, serving
from scripts.docsite.exchanges.wire import HOST, Sent
from scripts.docsite.model import Finding, Location

SEED = 20
EXAMPLES_VARIABLE = "GENERATED_REQUESTS"
"""The environment variable that says how many requests of each kind an operation gets."""

USUAL = 4
_ATTEMPTS = 8
"""How often, for each request wanted, one may be given up because it can't be made invalid."""

CHECKS = {
    check.__name__: check
    for check in (
        checks.not_a_server_error,
        openapi_checks.content_type_conformance,
        openapi_checks.response_schema_conformance,
        openapi_checks.response_headers_conformance,
    )
}


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that went wrong: in which operation, by which check, and what it was."""

    operation: str
    check: str
    message: str


class _GivenUp(Exception):
    """Ends the search for invalid requests of an operation that takes everything."""


def count() -> int:
    """Return how many valid, and how many invalid, requests an operation gets."""
    return int(os.environ.get(EXAMPLES_VARIABLE, USUAL))


def cases(schema: Any, number: int) -> Iterator[schemathesis.Case]:
    """Yield the requests for all operations of a schema, the same ones at every run."""
    config = schemathesis.Config.from_dict({"base-url": f"http://{HOST}"})
    loaded = schemathesis.openapi.from_dict(schema, config=config)
    for result in loaded.get_all_operations():
        operation = result.ok()
        for mode in schemathesis.GenerationMode:
            yield from _drawn(operation.as_strategy(generation_mode=mode), number)


def _drawn(strategy: st.SearchStrategy[schemathesis.Case], number: int) -> list[schemathesis.Case]:
    found: list[schemathesis.Case] = []
    attempts = 0

    @st.composite
    def limited(draw: st.DrawFn) -> schemathesis.Case:
        nonlocal attempts
        attempts += 1
        if attempts > number * _ATTEMPTS:
            raise _GivenUp
        return draw(strategy)

    @hypothesis.seed(SEED)
    @hypothesis.settings(
        max_examples=number,
        database=None,
        deadline=None,
        phases=[hypothesis.Phase.generate],
        suppress_health_check=list(hypothesis.HealthCheck),
        report_multiple_bugs=False,
        verbosity=hypothesis.Verbosity.quiet,
    )
    @hypothesis.given(case=limited())
    def collect(case: schemathesis.Case) -> None:
        found.append(case)

    impossible = _GivenUp, hypothesis.errors.Unsatisfiable, hypothesis.errors.Flaky
    with contextlib.suppress(*impossible):  # what takes everything has no invalid requests
        collect()
    return found[:number]


def failures(
    file: ExampleFile, app: str, number: int, *, limit: float = LIMIT
) -> Mapping[tuple[str, str], Failure]:
    """Send generated requests to every form of an example; return what went wrong.

    By operation and check, the first of each. The schema must be valid, and the same in every
    form.
    """
    found: dict[tuple[str, str], Failure] = {}
    made: list[schemathesis.Case] = []
    first: Any = None
    for form in file.forms():
        left: list[Fault] = []
        try:
            with serving(form, app, left, limit=limit) as served:
                schema = schemas.of(served)
                if first is None:
                    first, made = schema, list(cases(schema, number))
                    _validate(found, file, schema)
                elif schema != first:
                    message = f"{form.shown} has another OpenAPI schema than {file.shown}"
                    _keep(found, Failure("*", exceptions.IMPORT, message))
                for case in made:
                    for failure in _sent(served, case):
                        _keep(found, failure)
        except Faulty as error:
            left.append(error.fault)
        for fault in left:
            check = "guards" if made else exceptions.IMPORT
            _keep(found, Failure("*", check, f"{form.shown}: {fault.message}"))
    return found


def _validate(found: dict[tuple[str, str], Failure], file: ExampleFile, schema: Any) -> None:
    try:
        openapi_spec_validator.validate(schema)
    except OpenAPIValidationError as error:
        parts = [str(part).replace("/", "~1") for part in error.absolute_path]
        place = "/".join(["#", *parts])
        _keep(found, Failure("*", exceptions.SCHEMA, f"{file.shown}: {place}: {error.message}"))


def _keep(found: dict[tuple[str, str], Failure], failure: Failure) -> None:
    found.setdefault((failure.operation, failure.check), failure)


def _sent(served: Served, case: schemathesis.Case) -> Iterator[Failure]:
    """Send one request; yield what is wrong with the answer, and what the guards refused."""
    prepared = requests.Request(**case.as_transport_kwargs()).prepare()
    prepared.headers.pop(SCHEMATHESIS_TEST_CASE_HEADER, None)  # another one at every run
    label = case.operation.label
    try:
        answer = served.request(_wire(prepared))
    except Faulty as error:
        raise Faulty(
            error.fault.code, f"{label}: {error.fault.message}", error.fault.hint
        ) from error
    for fault in served.faults():
        yield Failure(label, "guards", _told(served, case, fault.message))
    for name, what in _unmet(case, _response(prepared, answer)):
        raised = f" ({answer.error})" if answer.error else ""
        yield Failure(label, name, _told(served, case, f"{answer.status} {what}{raised}"))


def _told(served: Served, case: schemathesis.Case, what: str) -> str:
    return f"{served.example.shown}: {what}\n  {case.as_curl_command()}"


def _unmet(case: schemathesis.Case, response: schemathesis.Response) -> Iterator[tuple[str, str]]:
    """Yield the name of each check that a response does not stand, and what is wrong."""
    try:
        case.validate_response(response, checks=list(CHECKS.values()))
    except FailureGroup:
        for name, check in CHECKS.items():
            try:
                case.validate_response(response, checks=[check])
            except FailureGroup as group:
                found = (f"{f.title}: {f.message}".strip(": ") for f in group.exceptions)
                yield name, "; ".join(found)


def _wire(prepared: requests.PreparedRequest) -> Sent:
    """Return a request as it goes over the wire."""
    target = (prepared.url or "").split(HOST, 1)[1]
    body = prepared.body or b""
    given = {name.lower(): value for name, value in prepared.headers.items()}
    headers = {"host": HOST, "accept": "*/*"} | given
    return Sent(
        str(prepared.method),
        target,
        tuple((_bytes(name), _bytes(value)) for name, value in headers.items()),
        body.encode() if isinstance(body, str) else bytes(body),
    )


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("latin-1", "replace")


def _response(prepared: requests.PreparedRequest, answer: Answer) -> schemathesis.Response:
    headers: dict[str, list[str]] = {}
    for name, value in answer.headers:
        headers.setdefault(name, []).append(value)
    return schemathesis.Response(
        status_code=answer.status,
        headers=headers,
        content=answer.body,
        request=prepared,
        elapsed=0.0,
        verify=False,
    )


def judged(
    file: ExampleFile, found: Mapping[tuple[str, str], Failure], known: tuple[KnownFailure, ...]
) -> list[Finding]:
    """Return the findings that failures are: the unknown ones, and the known ones that are gone."""
    own = {(entry.operation, entry.check): entry for entry in known if entry.example == file.name}
    told = [
        Finding(
            Location(file.shown),
            f"generated:{failure.check}",
            f"{failure.operation}: {failure.message}",
            f"mend the example, or list the failure with its reason in {exceptions.FILE}",
        )
        for key, failure in found.items()
        if key not in own
    ]
    gone = [
        Finding(
            entry.location,
            "generated:gone",
            f"the exception no longer occurs: {file.name}, {entry.operation}, {entry.check}",
            "remove it",
        )
        for key, entry in own.items()
        if key not in found
    ]
    return told + gone
