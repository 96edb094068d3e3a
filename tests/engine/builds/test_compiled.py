"""What Python compiles while it runs, remembered: the same as it compiles, and nothing else."""

from __future__ import annotations

import dataclasses
import marshal
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]
from types import FunctionType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.engine.builds import compiled
from tests.support import REPOSITORY

Compile = Callable[[Any, int], re.Pattern[Any]]

CASES: list[tuple[str | bytes, int]] = [
    ("a", 0),
    (b"a", 0),
    ("(?P<year>\\d{4})-(?P<month>\\d\\d)", 0),
    ("(?x) (a) | (?P<b>b)+?  # a comment", re.MULTILINE),
    ("[^\\W\\d_\u3400-\u9fff]+|[\u0e00-\U000100ff]", re.IGNORECASE),
    (b"(?:\\xff|[^\\x00-\\x20])*+$", re.DOTALL),
    ("(a)(?<=a)b(?!c)(?>d+)\\1?", re.ASCII),
]


@pytest.fixture
def stock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Compile]:
    """Return Python's own compiler; what is remembered, however little, is forgotten in the end."""
    monkeypatch.setattr(compiled, "_WORTH", 1)
    yield compiler.compile
    compiled.forget()


def test_little_is_not_worth_writing_down(tmp_path: Path, stock: Compile) -> None:
    """Or a module whose expressions are others each time would have it written in each run."""
    patterns = [f"a{{{number}}}" for number in range(20)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "_WORTH", 20)
        assert not _kept(tmp_path, *patterns[:19]).exists()
        assert _kept(tmp_path, *patterns).exists()


def test_what_is_remembered_is_what_is_compiled(tmp_path: Path, stock: Compile) -> None:
    """Code, flags, groups and names are those that the compiler makes, in each later run."""
    compiled.recall(tmp_path)
    first = [compiler.compile(*case) for case in CASES]
    compiled.keep()
    compiled.recall(tmp_path)
    again = [compiler.compile(*case) for case in CASES]
    compiled.forget()
    assert compiler.compile is stock
    for made in (first, again):
        for case, pattern in zip(CASES, made, strict=True):
            wanted = stock(*case)
            assert pattern == wanted
            assert (pattern.groups, pattern.groupindex) == (wanted.groups, wanted.groupindex)
            assert pattern.pattern == case[0]


def test_what_is_remembered_is_not_compiled(
    tmp_path: Path, stock: Compile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The compiler is not asked for what it made in an earlier run."""
    compiled.recall(tmp_path)
    compiler.compile("(?P<name>a+)", 0)
    compiled.keep()
    compiled.forget()
    monkeypatch.setattr(compiler, "_code", lambda *_: pytest.fail("it is compiled again"))
    compiled.recall(tmp_path)
    match = compiler.compile("(?P<name>a+)", 0).search("baa")
    assert match is not None
    assert match["name"] == "aa"


@pytest.mark.filterwarnings("ignore:Possible nested set:FutureWarning")
@given(
    st.text("ab|()[]*+?.^$\\dw{1,3}-:P<>=!\u00df\u0131", max_size=12), st.sampled_from([0, 2, 64])
)
def test_any_expression_is_remembered_as_it_is_or_refused_as_ever(text: str, flags: int) -> None:
    """What is no expression raises the same error, and is not remembered."""

    def outcome() -> re.Pattern[str] | str:
        try:
            return compiler.compile(text, flags)  # type: ignore[no-any-return]
        except (re.error, OverflowError, RecursionError) as error:
            return repr(error)

    wanted = outcome()
    compiled.recall(Path("nowhere"))
    try:
        assert [outcome(), outcome()] == [wanted, wanted]
    finally:
        compiled.forget()


@pytest.mark.parametrize("case", [("a+", re.DEBUG), (b"\\w", re.LOCALE), (b"(?L)\\w", 0)])
def test_what_depends_on_more_than_the_expression_is_compiled_anew(
    case: tuple[str | bytes, int], tmp_path: Path, stock: Compile
) -> None:
    """What is printed with `DEBUG`, and what follows from the locale."""
    compiled.recall(tmp_path)
    assert compiler.compile(*case) == stock(*case)
    compiled.keep()
    assert not (tmp_path / compiled.FILE).exists()


def _kept(root: Path, *patterns: str) -> Path:
    compiled.recall(root)
    for pattern in patterns:
        compiler.compile(pattern, 0)
    compiled.keep()
    compiled.forget()
    return root / compiled.FILE


def _known(root: Path) -> set[str]:
    """Return the expressions that are remembered."""
    data = (root / compiled.FILE).read_bytes()
    _, made = marshal.loads(data[16:])
    return {pattern for _, pattern, _ in made}


def test_processes_add_to_what_others_keep(tmp_path: Path, stock: Compile) -> None:
    """What was written since a process began is still there when it ends."""
    compiled.recall(tmp_path)
    compiler.compile("first", 0)
    ours = compiled._kept
    compiled.forget()
    _kept(tmp_path, "second")
    compiled._kept = ours
    compiled.keep()
    assert _known(tmp_path) == {"first", "second"}


def test_it_begins_anew_when_there_are_too_many(
    tmp_path: Path, stock: Compile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Expressions that are made of a page's words do not fill the disk."""
    monkeypatch.setattr(compiled, "_MOST", 3)
    _kept(tmp_path, "a", "b", "c")
    _kept(tmp_path, "d", "e")
    assert _known(tmp_path) == {"d", "e"}


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "foreign", "other compiler"])
def test_a_file_that_can_not_be_trusted_is_none(
    damage: str, tmp_path: Path, stock: Compile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its expressions are compiled, and it is written anew."""
    path = _kept(tmp_path, "a(b)")
    whole = path.read_bytes()
    if damage == "cut":
        path.write_bytes(whole[:-1])
    elif damage == "changed":
        path.write_bytes(whole[:-3] + bytes([whole[-3] ^ 1]) + whole[-2:])
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "foreign":
        path.write_bytes(b"something else that somebody put there")
    else:
        monkeypatch.setattr(compiled, "_HERE", "another one")
    compiled.recall(tmp_path)
    assert compiled._kept is not None
    assert not compiled._kept.made
    assert compiler.compile("a(b)", 0) == stock("a(b)", 0)
    compiled.keep()
    assert _known(tmp_path) == {"a(b)"}


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path, stock: Compile) -> None:
    """A file in the place of the folder ends no build."""
    (tmp_path / ".cache").write_text("in the way")
    _kept(tmp_path, "a")


def test_threads_compile_side_by_side(tmp_path: Path, stock: Compile) -> None:
    """Each expression is remembered with what is its own."""
    patterns = [f"(?P<n{i}>a{{{i}}})|b" for i in range(200)]
    compiled.recall(tmp_path)
    with ThreadPoolExecutor(8) as pool:
        assert len(list(pool.map(lambda pattern: compiler.compile(pattern, 0), patterns))) == 200
    compiled.keep()
    compiled.recall(tmp_path)
    again = [compiler.compile(pattern, 0) for pattern in patterns]
    compiled.forget()
    assert again == [stock(pattern, 0) for pattern in patterns]


def _class(fields: dict[str, Any], **options: bool) -> type:
    """Return a dataclass that is made in a module with a future statement, as most here are."""
    kinds = [(name, int, dataclasses.field(default=value)) for name, value in fields.items()]
    return dataclasses.make_dataclass("Point", kinds, **options)


OPTIONS: list[dict[str, bool]] = [
    {},
    {"frozen": True},
    {"frozen": True, "slots": True, "order": True},
    {"eq": False, "kw_only": True},
]


@pytest.mark.parametrize("options", OPTIONS, ids=str)
def test_dataclasses_are_what_they_are_without_it(
    options: dict[str, bool], tmp_path: Path, stock: Compile
) -> None:
    """With methods that are compiled, and with those of an earlier run."""

    def methods(kind: type) -> dict[str, Any]:
        found = {name: vars(kind).get(name) for name in dir(kind)}
        return {
            name: (method.__code__, method.__annotations__, method.__defaults__)
            for name, method in found.items()
            if isinstance(method, FunctionType)
        }

    wanted = methods(_class({"x": 1, "y": 2}, **options))
    assert "__init__" in wanted
    for _ in range(2):
        compiled.recall(tmp_path)
        assert methods(_class({"x": 1, "y": 2}, **options)) == wanted
        compiled.keep()
    assert any(source.startswith("def ") or "\n def " in source for source in _known(tmp_path))


def test_methods_of_dataclasses_are_compiled_once(
    tmp_path: Path, stock: Compile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The source of one is compiled in the first run that has it."""
    compiled.recall(tmp_path)
    _class({"x": 1, "y": 2})
    compiled.keep()
    monkeypatch.setitem(vars(compiled), "compile", lambda *_, **__: pytest.fail("compiled again"))
    compiled.recall(tmp_path)
    assert repr(_class({"x": 3, "y": 4})()) == "Point(x=3, y=4)"
    monkeypatch.undo()


PROGRAM = """
import sys
from pathlib import Path
from scripts.engine.builds import compiled
compiled.recall(Path(sys.argv[1]))
import re, markdown, pymdownx.betterem, yaml, jinja2
print(re.fullmatch("(a)|b", "b"))
compiled.keep()
print(len(compiled._kept.made) > 50, len(compiled._kept.new))
"""


def test_modules_find_what_earlier_runs_compiled(tmp_path: Path) -> None:
    """From their import on, through all that the module `re` does itself."""
    for _ in range(2):
        ended = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(tmp_path)],
            cwd=REPOSITORY,
            timeout=60,
            check=True,
            capture_output=True,
            text=True,
        )
        assert ended.stdout.splitlines() == ["<re.Match object; span=(0, 1), match='b'>", "True 0"]
