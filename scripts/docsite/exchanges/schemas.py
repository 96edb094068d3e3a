"""Fragments of an example's OpenAPI schema, compared with the schema that its users get."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scripts.docsite.exchanges import apps, faults, json_pattern, matching, merging, outcome
from scripts.docsite.exchanges.apps import ExampleFile
from scripts.docsite.exchanges.asgi import Client
from scripts.docsite.exchanges.elements import SchemaBlock
from scripts.docsite.exchanges.faults import Fault, Faulty
from scripts.docsite.exchanges.outcome import Edit, Outcome
from scripts.docsite.exchanges.serving import LIMIT, Served, serving
from scripts.docsite.exchanges.wire import HOST, Sent
from scripts.docsite.model import Location


def run(root: Path, block: SchemaBlock, *, limit: float = LIMIT) -> Outcome:
    """Compare the fragment that a block shows with the real one.

    Raises `DocsError` where the example is missing.
    """
    example = apps.find(root, block.example, block.location)
    left: list[Fault] = []
    outcome_of_block = Outcome(block, (), ())
    try:
        schema = fetch(example, block.app, left, limit=limit)
        outcome_of_block = _compared(block, resolve(schema, block.pointer))
        for sibling in example.siblings():
            if fetch(sibling, block.app, left, limit=limit) != schema:
                left.append(
                    Fault(
                        faults.VARIANT,
                        f"{sibling.shown} has another OpenAPI schema than {example.shown}",
                        "variants of an example answer alike: mend the one that is wrong",
                    )
                )
    except Faulty as error:
        left.insert(0, error.fault)
    told = tuple(fault.at(block.location) for fault in dict.fromkeys(left))
    return Outcome(block, outcome_of_block.edits, (*told, *outcome_of_block.findings))


def fetch(example: ExampleFile, app: str, left: list[Fault], *, limit: float = LIMIT) -> Any:
    """Return the OpenAPI schema that an example serves.

    What the example does that it must not is added to `left`. Raises `Faulty` where the example
    can't be served, or serves no schema.
    """
    with serving(example, app, left, limit=limit) as served:
        schema = of(served)
        left += served.faults()
    return schema


def of(served: Served) -> Any:
    """Return the OpenAPI schema of a running example; raises `Faulty` where it serves none."""
    url = getattr(served.app, "openapi_url", None)
    if url:
        answer = served.request(Sent("GET", url, ((b"host", HOST.encode()),)))
        if answer.status == 200:
            return json.loads(answer.body)

        async def built(_: Client) -> Any:  # a middleware answers to other hosts or schemes alone
            return json.loads(json.dumps(served.app.openapi()))

        return served.converse(built)
    raise Faulty(
        faults.NO_APP,
        f"{served.example.shown} serves no OpenAPI schema",
        "bind the block to an app that has one",
    )


def resolve(schema: Any, pointer: str) -> Any:
    """Return the part of a schema that a JSON pointer leads to; raises `Faulty` where it ends."""
    found = schema
    for part in pointer.split("/")[1:]:
        key = part.replace("~1", "/").replace("~0", "~")
        try:
            found = found[int(key)] if isinstance(found, list) else found[key]
        except (KeyError, IndexError, ValueError, TypeError):
            known = ", ".join(map(str, found)) if isinstance(found, dict) else type(found).__name__
            raise Faulty(
                faults.UNTRUE,
                f"the schema has no {key!r} where {pointer} leads; there is: {known}",
                "mend the pointer; / inside a key is written ~1",
            ) from None
    return found


def _compared(block: SchemaBlock, real: Any) -> Outcome:
    text, first = block.fence.content, block.line + 1
    pattern = json_pattern.parse(text, Location(block.path, first))
    differences = [str(difference) for difference in matching.differences(pattern, real)]
    if not differences:
        return Outcome(block, (), ())
    merged = merging.merge_json(text, pattern, real).removesuffix("\n")
    edits = (Edit(first, block.fence.end_line - 1, tuple(merged.split("\n"))),)
    return Outcome(block, edits, (outcome.untrue(block, block.line, edits, differences),))
