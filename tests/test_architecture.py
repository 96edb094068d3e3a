"""The house rules that a machine can see: who imports whom, how long things are, and the like."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path, PurePosixPath

import pytest

SCRIPTS = Path(__file__).resolve().parents[1] / "scripts"
MODULES = sorted(path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.py"))
LIBRARY = [module for module in MODULES if module.startswith("docsite/")]
HOOKS = [module for module in MODULES if module.startswith("hooks/")]
ENGINE = [module for module in MODULES if module.startswith("engine/")]

# The floors of the library: a room may use those of its own floor and of the ones before it.
FLOORS = (
    ("errors", "model"),
    ("markdown", "languages", "cache", "yaml_file"),
    ("tree", "includes", "redirects", "examples"),
    ("translations", "exchanges", "checks"),
)
# The rooms of the engine: each may use itself and those of the floors before it.
ENGINE_FLOORS = (
    ("store",),
    ("inputs",),
    ("markdown", "theme"),
    ("pages", "publishing"),
    ("builds",),
    ("machines", "live"),
    ("plugin", "preview", "upkeep", "pseudo"),
)
# The parts of `scripts`: each may import those before it.
PARTS = ("docsite", "hooks", "engine", "capture", "commands", "docs", "start")
FOREIGN = {
    "docsite": {"typer", "rich", "click", "mkdocs", "material", "mkdocstrings"},
    "hooks": {"typer", "rich", "click"},
    "engine": {"typer", "rich", "click"},
    "capture": {"typer", "rich", "click", "mkdocs", "material", "mkdocstrings"},
}
# What only the scanner may look for with a regular expression.
STRUCTURE = ("```", "~~~", "#{1", r"\]\(", "/{3", "<!--", r"\{\*", r"{\!")


def tree_of(module: str) -> ast.Module:
    """Return the parsed module."""
    return ast.parse((SCRIPTS / module).read_text())


@cache
def imported(module: str) -> tuple[str, ...]:
    """Return the full names of all that a module imports, wherever it does."""
    return tuple(_imported(module))


def _imported(module: str) -> Iterator[str]:
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: write the full name"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(module: str) -> Iterator[tuple[str, ...]]:
    """Yield the parts of the names below `scripts` that a module imports."""
    for name in imported(module):
        if name.startswith("scripts."):
            yield tuple(name.split(".")[1:])


def part_of(module: str) -> str:
    """Return the part of `scripts` that a module belongs to."""
    return PurePosixPath(module).parts[0].removesuffix(".py")


def room_of(module: str) -> str:
    """Return the room of the library, or of the engine, that a module belongs to."""
    return PurePosixPath(module).parts[1].removesuffix(".py")


@cache
def calls(module: str) -> tuple[tuple[str, ast.Call], ...]:
    """Return each call of a module with the name that is called, as written."""
    nodes = (node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call))
    return tuple((ast.unparse(node.func), node) for node in nodes)


def test_there_is_something_to_look_at() -> None:
    """The paths above are right."""
    assert len(LIBRARY) > 20
    assert len(HOOKS) > 3
    assert {"docs.py", "docsite/markdown/scanner.py", "hooks/language.py"} <= set(MODULES)


@pytest.mark.parametrize("module", MODULES)
def test_parts_import_one_way(module: str) -> None:
    """The library knows neither hooks nor engine nor commands, and each part only those before."""
    if part_of(module) != "__init__":
        allowed = PARTS[: PARTS.index(part_of(module)) + 1]
        assert {name[0] for name in own(module)} <= set(allowed)


@pytest.mark.parametrize("module", [m for m in MODULES if part_of(m) in ("hooks", "engine")])
def test_a_build_needs_no_browser(module: str) -> None:
    """What takes pictures is imported by its command alone."""
    assert "capture" not in {name[0] for name in own(module)}


@pytest.mark.parametrize("module", MODULES)
def test_parts_keep_out_of_what_is_not_theirs(module: str) -> None:
    """The library neither knows MkDocs nor the terminal, hooks and engine not the terminal."""
    found = {name.partition(".")[0] for name in imported(module)}
    assert not found & FOREIGN.get(part_of(module), set())


def test_rooms_import_one_way() -> None:
    """No room of the library uses one that uses it."""
    rooms = {room_of(module) for module in LIBRARY} - {"__init__"}
    uses: dict[str, set[str]] = {room: set() for room in rooms}
    for module in LIBRARY:
        found = {name[1] for name in own(module) if name[0] == "docsite" and len(name) > 1}
        uses.setdefault(room_of(module), set()).update(found & rooms - {room_of(module)})
    TopologicalSorter(uses).prepare()


@pytest.mark.parametrize("module", LIBRARY)
def test_rooms_keep_to_their_floor(module: str) -> None:
    """A room named in the architecture uses no room of a floor above it."""
    floors = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    floor = floors.get(room_of(module), len(FLOORS))
    for name in own(module):
        assert floors.get(name[1], 0) <= floor, f"{module} uses {'.'.join(name)}"


@pytest.mark.parametrize("module", [m for m in ENGINE if room_of(m) != "__init__"])
def test_rooms_of_the_engine_keep_to_their_floor(module: str) -> None:
    """A room of the engine uses itself and rooms of the floors before its own."""
    floors = {room: number for number, rooms in enumerate(ENGINE_FLOORS) for room in rooms}
    room = room_of(module)
    for name in own(module):
        if name[0] == "engine" and name[1] != room:
            assert floors[name[1]] < floors[room], f"{module} uses {'.'.join(name)}"


@pytest.mark.parametrize("module", MODULES)
def test_modules_and_functions_are_short(module: str) -> None:
    """Modules under 300 lines, hooks under 60, functions under 40, and each has its docstring."""
    tree = tree_of(module)
    lines = (SCRIPTS / module).read_text().count("\n")
    assert lines < (60 if module in HOOKS else 300)
    assert lines == 0 or ast.get_docstring(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = node.body[0].end_lineno if ast.get_docstring(node) else node.lineno
            long = (node.end_lineno or 0) - (docstring or node.lineno)
            assert long < 40, f"{module}:{node.lineno}: {node.name} has {long} lines"


@pytest.mark.parametrize("module", [m for m in MODULES if part_of(m) in ("docsite", "hooks")])
def test_the_library_returns_or_raises(module: str) -> None:
    """It never prints, ends the program or asserts on what it is given."""
    forbidden = {"print", "exit", "quit", "sys.exit", "os._exit", "input", "breakpoint"}
    assert not [f"{module}:{call.lineno}" for name, call in calls(module) if name in forbidden]
    asserts = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Assert)]
    assert not [f"{module}:{node.lineno}" for node in asserts]


@pytest.mark.parametrize("module", MODULES)
def test_nobody_changes_the_working_directory(module: str) -> None:
    """But for running an example or a command, which writes where it is run."""
    running = ("docsite/exchanges/apps.py", "docsite/exchanges/prepared/server.py")
    found = [f"{module}:{call.lineno}" for name, call in calls(module) if name.endswith("chdir")]
    assert not found or module in running


@pytest.mark.parametrize("module", MODULES)
def test_yaml_is_loaded_safely(module: str) -> None:
    """No loader that could run code is named."""
    unsafe = {"unsafe_load", "full_load", "UnsafeLoader", "FullLoader", "load_all"}
    names = {n.attr for n in ast.walk(tree_of(module)) if isinstance(n, ast.Attribute)}
    assert not names & unsafe


@pytest.mark.parametrize("module", [m for m in MODULES if "docsite/markdown/" not in m])
def test_only_the_scanner_knows_markdown(module: str) -> None:
    """No regular expression elsewhere looks for fences, headings, links, blocks or comments."""
    for name, call in calls(module):
        if name.startswith("re."):
            texts = [n.value for n in ast.walk(call) if isinstance(n, ast.Constant)]
            found = [text for text in texts if isinstance(text, str)]
            marks = [mark for mark in STRUCTURE for text in found if mark in text]
            assert not marks, f"{module}:{call.lineno}: {marks}"


@pytest.mark.parametrize("module", [m for m in MODULES if part_of(m) in ("commands", "docs")])
def test_commands_are_short_and_call_no_other(module: str) -> None:
    """A command has under 15 statements' lines behind its docstring."""
    for node in tree_of(module).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            start = node.body[0].end_lineno if ast.get_docstring(node) else node.lineno
            assert (node.end_lineno or 0) - (start or 0) < 15, f"{module}: {node.name}"
