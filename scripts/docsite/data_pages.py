"""Pages that show data: a page that names files in its front matter is a template over them.

```yaml
data: [contributors, skip_users]
```

Its text is then rendered by Jinja in a sandbox, each file a variable of its name. Whatever a
template prints is shown as it stands: what could be read as Markdown or HTML is escaped.
Any other page keeps its `{{ … }}`.
"""

from __future__ import annotations

import difflib
import functools
import re
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from scripts.docsite import data_markup, data_schemas, markdown, report, tree, versions, yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Finding, Location
from scripts.docsite.translations import progress

FOLDER = "data"
SCHEMAS = "data/schemas"
KEY = "data"
"""The key of the front matter that makes a page a template."""

Computed = Mapping[str, Callable[[Path], Any]]

COMPUTED: Computed = MappingProxyType(
    {"translation_status": progress.of_project, "versions": versions.of_project}
)
"""Data that no file holds: each is made from the sources whenever a page asks for it."""

REMEMBERED: Computed = MappingProxyType({**COMPUTED, "translation_status": progress.remembered})
"""The same, made with what an earlier run has written down."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands on the site, and where its sources can be read."""

    home: str = ""
    """The address of the English home page from this one, with a slash at the end, or empty."""
    repository: str = ""
    """The address of the repository, without a slash at the end."""


NOWHERE = Place()


_NAME = re.compile(r"^[a-z][a-z0-9_]*$")
_TEMPLATE = "<template>"
_FOREIGN = ("safe", "escape", "e", "forceescape", "tojson", "urlize", "xmlattr", "pprint")
"""Filters of Jinja whose result would count as escaped, though not for Markdown."""


@dataclass(frozen=True, slots=True)
class Data:
    """The contents of data files by name, each valid against its schema."""

    variables: Mapping[str, Any]


def load(
    root: Path,
    names: Sequence[str],
    *,
    asked_by: Mapping[str, Location] = MappingProxyType({}),
    computed: Computed = COMPUTED,
) -> Data:
    """Return the data of the files `data/NAME.yml` below `root`, or what `computed` makes of it.

    Raises `DocsError`: with the file's line where it can't be read or breaks its schema, and with
    the place where a name is `asked_by` a page where there is no such file.
    """
    variables = {}
    for name in names:
        if name in computed:
            variables[name] = data_markup.marked(computed[name](root))
            continue
        source, findings = _validated(root, name, asked_by.get(name))
        report.refuse(findings)
        variables[name] = data_markup.marked(source.data)
    return Data(variables)


def check(root: Path) -> tuple[Finding, ...]:
    """Return what is wrong with the data files that have a schema.

    The schema of a folder is that of each file in it; who reads the folder checks them.
    """
    found: list[Finding] = []
    for name in _schemas(root):
        if (root / FOLDER / name).is_dir():
            continue
        try:
            found += _validated(root, name, None)[1]
        except DocsError as error:
            at = error.location or Location(f"{FOLDER}/{name}.yml")
            found.append(Finding(at, "D001", error.message, error.hint))
    return tuple(found)


def _schemas(root: Path) -> list[str]:
    return [name.removesuffix(".json") for name in tree.sources(root / SCHEMAS, ".json")]


def check_page(
    root: Path, document: markdown.Document, path: str, *, computed: Computed = COMPUTED
) -> tuple[Finding, ...]:
    """Return the fault for which a page's data can't be filled in, if there is one."""
    if KEY not in document.front_matter.data:
        return ()
    try:
        fill(document.body, document.text, root=root, path=path, computed=computed)
    except DocsError as error:
        return (Finding(error.location or Location(path), "D006", error.message, error.hint),)
    return ()


_Validated = tuple[yaml_file.YamlFile, tuple[Finding, ...]]


def _validated(root: Path, name: str, asked_by: Location | None) -> _Validated:
    path, schema = f"{FOLDER}/{name}.yml", f"{SCHEMAS}/{name}.json"
    contents = []
    for needed in (path, schema):
        try:
            contents.append((root / needed).read_bytes())
        except OSError as error:
            raise DocsError(
                f"{needed} can't be read: {error.strerror}",
                at=asked_by or Location(needed),
                hint=_nearest(root, name) if asked_by else "create the file",
            ) from error
    return _parsed(root, path, schema, tuple(contents))


def _nearest(root: Path, name: str) -> str:
    """Return what to do about a name that a page gives and no data have."""
    known = {name for name in _schemas(root) if (root / FOLDER / f"{name}.yml").is_file()}
    near = difflib.get_close_matches(name, sorted({*COMPUTED, *known}), 3)
    if near:
        return f"did you mean {' or '.join(near)}?"
    return "create the file, or mend the name in the page's front matter"


@functools.lru_cache(maxsize=64)
def _parsed(root: Path, path: str, schema: str, contents: tuple[bytes, ...]) -> _Validated:
    """Parse and check a file once for each content: `contents` is what it is remembered by.

    The files are read each time all the same, so that a build can see what a page is made from.
    """
    source = yaml_file.load(root, path)
    return source, data_schemas.violations(source, yaml_file.load(root, schema))


def expand(source: str, *, root: Path, path: str) -> str:
    """Return a page's whole source with its data filled in; a page that is no template as it is.

    Raises `DocsError` with the page's line for a fault of the template, and with the data file's
    for a fault there.
    """
    document = markdown.scan(source, path)
    if KEY not in document.front_matter.data:
        return source
    head = document.lines[: document.front_matter.end_line]
    body = fill(document.body, source, root=root, path=path)
    return "\n".join([*head, body])


def fill(
    text: str,
    source: str,
    *,
    root: Path,
    path: str,
    place: Place = NOWHERE,
    computed: Computed = COMPUTED,
) -> str:
    """Return `text`, the end of a page's whole `source`, with the page's data filled in.

    `place` is what it knows as `place.home` and `place.repository`; `computed` makes the data
    that no file holds.

    Raises `DocsError` as `expand` does, and where the page asks for no data.
    """
    document = markdown.scan(source, path)
    asked_by = _wanted(document, path)
    wanted = list(asked_by)
    data = load(root, wanted, asked_by=asked_by, computed=computed)
    first_line = len(document.lines) - text.count("\n")
    return render(text, path=path, names=wanted, data=data, first_line=first_line, place=place)


def _wanted(document: markdown.Document, path: str) -> Mapping[str, Location]:
    """Return the data files that the page names, each with the line where it does."""
    first = document.setting_line(KEY)
    wanted = document.front_matter.data.get(KEY)
    if not isinstance(wanted, list) or not all(
        isinstance(n, str) and _NAME.match(n) for n in wanted
    ):
        raise DocsError(
            f"`{KEY}` is no list of file names",
            at=Location(path, first),
            hint=f"write `{KEY}: [contributors]` for {FOLDER}/contributors.yml",
        )
    below = [*enumerate(document.lines[first - 1 : document.front_matter.end_line], first)]
    lines = {n: [line for line, text in below if n in re.findall(r"\w+", text)] for n in wanted}
    return {name: Location(path, min(found, default=first)) for name, found in lines.items()}


def render(
    text: str,
    *,
    path: str,
    names: Sequence[str],
    data: Data,
    first_line: int = 1,
    place: Place = NOWHERE,
) -> str:
    """Return the template `text` with the data of `names` filled in.

    `path` is its page and `first_line` the number of its first line there. Raises `DocsError`
    with the page's line where the template can't be read or uses what it does not have.
    """
    environment = _environment()
    variables = {name: data.variables[name] for name in names} | {"place": place}
    try:
        return environment.from_string(text).render(variables)
    except TemplateSyntaxError as error:
        line, message = error.lineno, f"the template can't be read: {error.message}"
        hint = "mend it; between `{% raw %}` and `{% endraw %}` braces stay as they are"
    except UndefinedError as error:
        line, message = _template_line(error), f"the template fails: {error.message}"
        hint = f"there are {', '.join([*names, *(f'{name}()' for name in environment.globals)])}"
    except DocsError as error:
        line, message, hint = _template_line(error), error.message, error.hint
    except Exception as error:  # whatever else an expression of a template can raise
        line, message = _template_line(error), f"the template fails: {error}"
        hint = "mend the expression"
    raise DocsError(message, at=Location(path, first_line - 1 + line), hint=hint)


def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True,
        finalize=data_markup.escaped,
        keep_trailing_newline=True,
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    for name in _FOREIGN:
        del environment.filters[name]
    environment.filters["md"] = data_markup.escaped
    environment.globals = data_markup.functions()
    return environment


def _template_line(error: Exception) -> int:
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == _TEMPLATE]
    return lines[-1] or 1 if lines else 1
