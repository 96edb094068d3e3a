"""Console sessions: each command is run in a copy, and what it prints is compared.

Before two outputs are compared, both are normalised by `VOLATILE`: what no two runs share and no
reader looks for (pytest's duration, the width of its rules, its platform line). Everything else
that differs at every run is masked by name in the page.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from scripts.docsite.examples import SOURCES
from scripts.docsite.exchanges import faults, forks, matching, merging, outcome, starting
from scripts.docsite.exchanges.elements import Command, ConsoleBlock
from scripts.docsite.exchanges.faults import Fault, Faulty
from scripts.docsite.exchanges.outcome import Edit, Outcome
from scripts.docsite.model import Finding, Location

LIMIT = 60.0
"""How long, in seconds, a command may take."""


@dataclass(frozen=True, slots=True)
class Volatile:
    """A part of an output that differs at every run, and what it is compared as."""

    name: str
    pattern: re.Pattern[str]
    replacement: str


VOLATILE = (
    Volatile("pytest's duration", re.compile(r"\bin \d+\.\d\ds\b"), "in <float>s"),
    Volatile("the width of pytest's rules", re.compile(r"([=_-])\1{3,}"), r"\1\1\1\1"),
    Volatile("the place of pytest's progress", re.compile(r" +\[ *(\d+)%\]$"), r" [\1%]"),
    Volatile("pytest's platform line", re.compile(r"^platform \w+ -- .*$"), "platform <text>"),
    Volatile("pytest's root folder", re.compile(r"^rootdir: .*$"), "rootdir: <path>"),
    Volatile("pytest's plugins", re.compile(r"^plugins: .*$"), "plugins: <text>"),
)
"""What is normalised in shown and in real lines, by name."""


def normalised(line: str) -> str:
    """Return a line of output with its volatile parts replaced."""
    for volatile in VOLATILE:
        line = volatile.pattern.sub(volatile.replacement, line)
    return line


def run(root: Path, block: ConsoleBlock, *, limit: float = LIMIT) -> Outcome:
    """Run the commands of a block, one after the other in one sandbox, and compare.

    A forked command can only be found true: where one is not, the block is run again without
    forks, and what is told is what a reader's Python prints.
    """
    found, forked = _run(root, block, limit, forking=True)
    if forked and found.findings:
        found, _ = _run(root, block, limit, forking=False)
    return found


def _run(root: Path, block: ConsoleBlock, limit: float, *, forking: bool) -> tuple[Outcome, bool]:
    edits: list[Edit] = []
    findings: list[Finding] = []
    any_forked = False
    with tempfile.TemporaryDirectory(prefix="console-", ignore_cleanup_errors=True) as name:
        folder = Path(name).resolve()
        _copy_topics(root, block, folder)
        for command in block.commands:
            try:
                status, text, forked = _executed(command, folder, limit, forking)
            except Faulty as error:
                findings.append(error.fault.at(Location(block.path, command.line)))
                break
            any_forked |= forked
            found = _compared(command, text)
            edits += found
            if found:
                line = min(command.output_line, block.fence.end_line)
                findings.append(outcome.untrue(block, line, found, ()))
            if status != command.status:
                findings.append(
                    _status(command, status, text).at(Location(block.path, command.line))
                )
    return Outcome(block, tuple(edits), tuple(findings)), any_forked


def _copy_topics(root: Path, block: ConsoleBlock, folder: Path) -> None:
    """Copy the topics of `docs_src/` that the commands name, links resolved."""
    (folder / SOURCES).mkdir()
    words = [word for command in block.commands for word in command.arguments]
    topics = {
        parts[1]
        for parts in (PurePosixPath(word.split("::")[0]).parts for word in words)
        if len(parts) > 1 and parts[0] == SOURCES and ".." not in parts
    }
    for topic in sorted(topics):
        source = root / SOURCES / topic
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(source, folder / SOURCES / topic, ignore=ignored)


def _executed(command: Command, folder: Path, limit: float, forking: bool) -> tuple[int, str, bool]:
    """Run a command; return its exit status, what it printed, and whether it was forked."""
    start = starting.of(command.arguments, folder)
    forked = forking and forks.is_alike(start)
    status, output = (forks if forked else starting).run(start, limit)
    text = output.decode(errors="replace").replace("\r\n", "\n")
    return status, text.replace(f"{folder}{os.sep}", ""), forked


def _compared(command: Command, text: str) -> list[Edit]:
    """Return the edit that makes the shown output true, or none where it is."""
    shown, real = list(command.output), text.split("\n")
    plain_shown = [normalised(line) for line in shown]
    plain_real = [normalised(line) for line in matching.trimmed(real)]
    if matching.is_same_text(plain_shown, plain_real):
        return []
    merged = _worded(merging.merge_text(plain_shown, plain_real), shown, matching.trimmed(real))
    last = command.output_line + len(shown) - 1
    blanks = len(shown) - len(matching.trimmed(shown))
    return [Edit(command.output_line, last - blanks, tuple(merged))]


def _worded(merged: list[str], shown: list[str], real: list[str]) -> list[str]:
    """Return normalised lines in the words of the page where it has them, else as printed."""
    words = {normalised(line.rstrip()): line for line in [*real, *shown]}
    return [words.get(line, line) for line in merged]


def _status(command: Command, status: int, text: str) -> Fault:
    last = text.strip().split("\n")[-1]
    return Fault(
        faults.COMMAND,
        f"the command ends with status {status}, not {command.status}: {last}",
        f'mend the example, or say exit="{status}" in the info string',
    )
