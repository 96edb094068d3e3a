"""What is wrong with a page or the site, told in words that its writer can act on."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2
import yaml
from mkdocs.exceptions import ConfigurationError
from mkdocs.structure.pages import Page

from scripts.docsite import configuration, tree
from scripts.docsite.errors import DocsError
from scripts.engine.store.digests import digest

CONFIGURATION = "mkdocs.yml"
OVERRIDES = "overrides"
"""Where templates are that take the place of the theme's."""

_OURS = ("scripts/docsite", "scripts/hooks")
"""Where an error is told to have come from: the engine only passes on what others raise."""

_ICON = re.compile(r"\.icons/(.*)\.svg$")


@dataclass(frozen=True, slots=True)
class Problem:
    """Where something is wrong, what it is, and what to do about it."""

    where: str
    message: str
    hint: str = ""

    @property
    def id(self) -> str:
        """What tells this problem from another."""
        return digest([self.where, self.message, self.hint]).hex()

    def __str__(self) -> str:
        """Return the problem as the terminal shows it."""
        where = f"{self.where}: " if self.where else ""
        return f"{where}{self.message}" + (f"\n  → {self.hint}" if self.hint else "")


def told(root: Path, error: BaseException, path: str, logged: Sequence[str] = ()) -> Problem:
    """Return the problem that `error` stands for.

    `path` is what was read when it came up, from the root; `logged` what MkDocs said about it.
    """
    if found := next(_found_by_us(root, error), None) or mistake(error):
        return Problem(str(found.location or path), found.message, found.hint)
    for cause in _chain(error):
        if isinstance(cause, UnicodeDecodeError):
            return _not_utf8(root, path, cause)
        if isinstance(cause, yaml.MarkedYAMLError) and cause.problem_mark:
            line = cause.problem_mark.line + 1
            what = f"the file is no YAML: {cause.problem}"
            return Problem(f"{path}:{line}", what, "look at this line and at the one before it")
        if isinstance(cause, jinja2.TemplateError):
            return _of_template(root, cause, path)
        if isinstance(cause, OSError):
            what = f"{cause.strerror or cause}: {_short(root, str(cause.filename or path))}"
            return Problem(path, what, "is the file there, and may you read it?")
    return _of_anything(root, error, path, logged)


def mistake(error: BaseException) -> DocsError | None:
    """Return what somebody has written that led to an error; None where it is something else."""
    return next((cause for cause in _chain(error) if isinstance(cause, DocsError)), None)


def _found_by_us(root: Path, error: BaseException) -> Iterator[DocsError]:
    """Yield what the library finds wrong with a configuration that MkDocs refuses: it has lines."""
    if isinstance(error, ConfigurationError):
        try:
            configuration.load(root)
        except DocsError as found:
            yield found


def source_of(root: Path, error: BaseException) -> str:
    """Return the source of the page that was made when an error came up, from the root.

    The configuration where it was no page.
    """
    pages = [
        frame.f_locals["page"]
        for cause in _chain(error)
        for frame, _ in traceback.walk_tb(cause.__traceback__)
        if isinstance(frame.f_locals.get("page"), Page)
    ]
    source = pages[-1].file.abs_src_path if pages else None
    return _short(root, source) if source else CONFIGURATION


def _of_anything(root: Path, error: BaseException, path: str, logged: Sequence[str]) -> Problem:
    text = "\n".join([*logged, str(error)]).strip()
    if path == CONFIGURATION:
        return Problem(f"{path}:{_line(root, text)}", text, "mend the configuration")
    frames = traceback.extract_tb(error.__traceback__)
    ours = [f for f in frames if any(Path(f.filename).is_relative_to(root / p) for p in _OURS)]
    place = f" ({_short(root, ours[-1].filename)}:{ours[-1].lineno})" if ours else ""
    hint = "look at what it has before its text, and at what changed last"
    return Problem(path, f"{type(error).__name__}: {error}{place}", hint)


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield the error and what it came from."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__


def _not_utf8(root: Path, path: str, error: UnicodeDecodeError) -> Problem:
    try:
        tree.read_text(root, path)
    except DocsError as found:
        return Problem(str(found.location or path), found.message, found.hint)
    return Problem(path, f"byte {error.start} is not UTF-8", "save the file in the encoding UTF-8")


def _of_template(root: Path, error: jinja2.TemplateError, path: str) -> Problem:
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        return Problem(
            f"{_short(root, error.filename)}:{error.lineno}",
            error.message or "",
            "mend the template",
        )
    if isinstance(error, jinja2.TemplateNotFound):
        icon = _ICON.match(str(error.name))
        kind, name = ("icon", icon[1]) if icon else ("template", error.name)
        hint = f"look for {name} in {CONFIGURATION} and in the front matter of pages"
        return Problem(path, f"there is no {kind} {name}", hint)
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(root / OVERRIDES)]
    where = path
    if ours:
        where = f"{_short(root, ours[-1].filename)}:{ours[-1].lineno}"
    return Problem(where, f"{type(error).__name__}: {error.message}", "mend the template")


def _line(root: Path, text: str) -> int:
    """Return the line of the configuration whose key the text names, or the first one."""
    try:
        lines = (root / CONFIGURATION).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return 1
    keys = ((number, line.partition(":")[0].strip()) for number, line in enumerate(lines, 1))
    return next((number for number, key in keys if key and f"'{key}'" in text), 1)


def _short(root: Path, name: str) -> str:
    path = Path(name)
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else name
