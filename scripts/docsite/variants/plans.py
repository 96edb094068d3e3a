"""Which files of `docs_src/` have to be written so that every plain form is up to date."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.docsite import writing
from scripts.docsite.errors import DocsError
from scripts.docsite.examples import ANNOTATED, SOURCES, Example, find
from scripts.docsite.model import Finding, Location
from scripts.docsite.tree import read_text
from scripts.docsite.variants import exceptions
from scripts.docsite.variants.derivation import derive
from scripts.docsite.variants.exceptions import Exceptions

COMMAND = "docs examples variants"


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A file that has to be written."""

    path: str
    source: str
    """The path of the file that it is derived from."""
    content: bytes
    before: bytes | None
    """What the file holds now; None where it is missing."""

    @property
    def location(self) -> Location:
        """The first line that is to change."""
        old, new = (self.before or b"").split(b"\n"), self.content.split(b"\n")
        same = zip(old, new, strict=False)
        line = next((n for n, (one, other) in enumerate(same, 1) if one != other), None)
        return Location(self.path, line or min(len(old), len(new)))


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to do, and what can't be done."""

    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]


def plan(root: Path) -> Plan:
    """Return what has to be written below `root`; nothing is changed.

    Raises `DocsError` where `data/examples.yml` or an example can't be read.
    """
    found = find(root)
    known = exceptions.load(root)
    findings = list(_unfit(found, known))
    derived: dict[str, tuple[str, str]] = {}
    copied: list[Change] = []
    for example in found:
        if example.variants[0].annotated and not _is_listed(example, known):
            try:
                texts, files = _derived(root, example)
            except DocsError as error:
                at = error.location or Location(example.path)
                findings.append(Finding(at, "V003", error.message, error.hint))
            else:
                derived |= texts
                copied += files
                findings += _left_over(example, {*texts, *(file.path for file in files)})
    formatted = _formatted(root, {path: text for path, (_, text) in derived.items()})
    changes = copied + [
        Change(path, derived[path][0], text, _bytes(root, path)) for path, text in formatted.items()
    ]
    needed = sorted(change for change in changes if change.content != change.before)
    return Plan(tuple(needed), tuple(sorted(findings)))


def write(root: Path, changes: tuple[Change, ...]) -> None:
    """Write the files below `root`: all of them, or none.

    Raises `DocsError` with the file that can't be written.
    """
    writing.write_all(root, {change.path: change.content for change in changes})


def check(root: Path) -> tuple[Finding, ...]:
    """Return a finding for each plain form that is missing or not what it is derived to be."""
    planned = plan(root)
    findings = [_outdated(change) for change in planned.changes]
    return tuple(sorted((*findings, *planned.findings)))


def check_exceptions(root: Path) -> tuple[Finding, ...]:
    """Return the entries of `data/examples.yml` that are of no use.

    Raises `DocsError` where it can't be read.
    """
    return tuple(_unfit(find(root), exceptions.load(root)))


def _unfit(found: tuple[Example, ...], known: Exceptions) -> Iterator[Finding]:
    yield from _listed_for_nothing(found, known)
    for example in found:
        yield from _missing_or_superfluous(example, known)


def _outdated(change: Change) -> Finding:
    if change.before is None:
        return Finding(
            Location(change.source),
            "V001",
            f"the plain form {change.path} is missing",
            f"run `{COMMAND}`",
        )
    return Finding(
        change.location,
        "V002",
        f"the plain form is not the one that {change.source} gives",
        f"change {change.source} and run `{COMMAND}`; where the plain form has to differ, name "
        f"the example in {exceptions.FILE}",
    )


def _is_listed(example: Example, known: Exceptions) -> bool:
    return example.base in known.by_hand or example.base in known.annotated_only


def _listed_for_nothing(found: tuple[Example, ...], known: Exceptions) -> Iterator[Finding]:
    names = {example.base for example in found if example.variants[0].annotated}
    for base, at in (*known.by_hand.items(), *known.annotated_only.items()):
        if base not in names:
            message = f"there is no example {base} with an Annotated form"
            yield Finding(at, "V004", message, "mend the name, or remove the line")


def _missing_or_superfluous(example: Example, known: Exceptions) -> Iterator[Finding]:
    both = len(example.variants) == 2
    if example.base in known.by_hand and not both and example.variants[0].annotated:
        message = f"the plain form of {example.base} is missing, which is written by hand"
        yield Finding(known.by_hand[example.base], "V004", message, "write it, or remove the line")
    if example.base in known.annotated_only and both:
        message = f"the example {example.base} has a plain form"
        hint = f"remove that, or move the line to {exceptions.BY_HAND}"
        yield Finding(known.annotated_only[example.base], "V004", message, hint)


def _derived(root: Path, example: Example) -> tuple[dict[str, tuple[str, str]], list[Change]]:
    """Return the plain form's texts by path with their sources, and its other files."""
    annotated, plain = (f"{SOURCES}/{example.base}{end}" for end in (ANNOTATED, ""))
    name = example.base.rpartition("/")[2]
    texts: dict[str, tuple[str, str]] = {}
    files: list[Change] = []
    changed = False
    for source in example.files:
        if source != f"{annotated}.py" and not source.startswith(f"{annotated}/"):
            continue
        path = plain + source.removeprefix(annotated)
        if not source.endswith(".py"):
            raw = (root / source).read_bytes()
            files.append(Change(path, source, raw, _bytes(root, path)))
            continue
        text = read_text(root, source)
        texts[path] = source, derive(text, source, renames={f"{name}{ANNOTATED}": name})
        changed |= texts[path][1] != text
    if not changed:
        raise DocsError(
            "the example uses no Annotated, and so has one form only",
            at=Location(example.path),
            hint=f"take {ANNOTATED} off its name",
        )
    return texts, files


def _left_over(example: Example, derived: set[str]) -> Iterator[Finding]:
    folder = f"{SOURCES}/{example.base}/"
    for path in example.files:
        if path.startswith(folder) and path not in derived:
            message = f"the Annotated form of {example.base} has no such file"
            yield Finding(Location(path), "V005", message, "remove it, or write it there as well")


def _bytes(root: Path, path: str) -> bytes | None:
    file = root / path
    return file.read_bytes() if file.is_file() else None


def _formatted(root: Path, texts: Mapping[str, str]) -> dict[str, bytes]:
    """Return the texts as the examples' formatter writes them, all in one run of it."""
    if not texts:
        return {}
    settings = root / SOURCES / "ruff.toml"
    command = [sys.executable, "-m", "ruff", "format", "--quiet", "--no-cache"]
    command += ["--config", str(settings)] if settings.is_file() else ["--isolated"]
    with tempfile.TemporaryDirectory() as folder:
        files = {path: Path(folder) / f"{n}.py" for n, path in enumerate(texts)}
        for path, file in files.items():
            file.write_text(texts[path], encoding="utf-8")
        run = subprocess.run([*command, folder], capture_output=True, text=True, check=False)
        if run.returncode:
            raise DocsError(f"ruff can't format the plain forms: {run.stderr.strip()}")
        return {path: file.read_bytes() for path, file in files.items()}
