"""Runs the exchanges of a page against their example, and compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from scripts.docsite.exchanges import (
    apps,
    commands,
    conversing,
    faults,
    outcome,
    responding,
    schemas,
    serving,
)
from scripts.docsite.exchanges.apps import ExampleFile
from scripts.docsite.exchanges.elements import (
    ConsoleBlock,
    Conversation,
    HttpBlock,
    SchemaBlock,
    Turn,
)
from scripts.docsite.exchanges.faults import Fault, Faulty
from scripts.docsite.exchanges.grouping import Group
from scripts.docsite.exchanges.outcome import Edit, Outcome, Verdict
from scripts.docsite.exchanges.serving import Served
from scripts.docsite.model import Finding, Location


def run(root: Path, group: Group, *, limit: float = serving.LIMIT) -> tuple[Outcome, ...]:
    """Run the blocks of one group, in order, and return what each came to.

    Raises `DocsError` where a block's example is missing.
    """
    http = tuple(block for block in group if isinstance(block, HttpBlock))
    if http:
        return _run_http(root, http, limit)
    found = []
    for block in group:
        if isinstance(block, SchemaBlock):
            found.append(schemas.run(root, block, limit=limit))
        elif isinstance(block, ConsoleBlock):
            found.append(commands.run(root, block))
    return tuple(found)


def _run_http(root: Path, group: Sequence[HttpBlock], limit: float) -> tuple[Outcome, ...]:
    example = apps.find(root, group[0].example, group[0].location)
    found = [_joined(block, verdicts) for block, verdicts in _serve(example, group, limit)]
    if any(one.findings for one in found):
        return tuple(found)
    for sibling in example.siblings():
        told = _serve(sibling, group, limit)
        found = [
            replace(one, findings=_of_variant(sibling, verdicts))
            for one, (_, verdicts) in zip(found, told, strict=True)
        ]
    return tuple(found)


def _joined(block: HttpBlock, verdicts: Sequence[Verdict]) -> Outcome:
    edits: list[Edit] = []
    findings: list[Finding] = []
    for verdict in verdicts:
        findings += [fault.at(Location(block.path, verdict.line)) for fault in verdict.faults]
        edits += verdict.edits
        if verdict.differences:
            told = outcome.untrue(block, verdict.line, verdict.edits, verdict.differences)
            findings.append(told)
    return Outcome(block, tuple(edits), tuple(findings))


def _of_variant(sibling: ExampleFile, verdicts: Sequence[Verdict]) -> tuple[Finding, ...]:
    """Return what is wrong with the other form of an example whose first form is true."""
    found = []
    for verdict in verdicts:
        wrong = [*verdict.differences, *(fault.message for fault in verdict.faults)]
        if wrong:
            message = "\n  ".join([f"{sibling.shown} does not answer alike", *wrong])
            hint = "variants of an example answer alike: mend the one that is wrong"
            found.append(
                Fault(faults.VARIANT, message, hint).at(Location(verdict.path, verdict.line))
            )
    return tuple(found)


def _serve(
    example: ExampleFile, group: Sequence[HttpBlock], limit: float
) -> list[tuple[HttpBlock, list[Verdict]]]:
    """Run all blocks against one served app; what it leaves behind falls to the first block."""
    found: list[tuple[HttpBlock, list[Verdict]]] = [(block, []) for block in group]
    left: list[Fault] = []
    block, verdicts = found[0]
    line = block.line
    try:
        with serving.serving(example, block.app, left, limit=limit) as served:
            left += served.faults()
            for block, verdicts in found:
                for turn in block.turns:
                    line = turn.line
                    verdicts.append(_verdict(served, block, turn))
    except Faulty as error:
        verdicts.append(Verdict(block.path, line, faults=(error.fault,)))
    if left:
        first, of_first = found[0]
        of_first.append(Verdict(first.path, first.line, faults=tuple(dict.fromkeys(left))))
    return found


def _verdict(served: Served, block: HttpBlock, turn: Turn) -> Verdict:
    if isinstance(turn, Conversation):
        verdict = conversing.hold(served, block.path, turn)
    else:
        verdict = responding.exchange(served, block.path, turn)
    return replace(verdict, faults=(*verdict.faults, *served.faults()))
