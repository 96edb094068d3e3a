"""What Python compiles while it runs, compiled once for all runs and not once in each.

Hundreds of regular expressions and of the methods that it writes for dataclasses are compiled
before a build can begin, which takes a third of a second: longer than what many builds have to do.
What the compilers made of them is kept on the disk, and checked when it is read.

This module imports nothing heavy.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import dataclasses
import marshal
import re
import sys
import threading
from array import array
from contextlib import suppress
from pathlib import Path
from re import _compiler as compiler  # type: ignore[attr-defined]
from types import SimpleNamespace
from typing import Any

from scripts.engine.inputs import gate
from scripts.engine.store.digests import DIGEST, content_digest
from scripts.engine.store.folder import FOLDER

FILE = f"{FOLDER}/compiled"
_MOST = 8_000
"""How much is kept; with more, it begins anew."""
_WORTH = 16
"""How much has to be new for it to be written down: some of it is another in each process."""
_HERE = f"{sys.version}\0{_sre.MAGIC}"
"""Stands for the compilers: what others made is of no use."""
_LETTER = "I"
"""The type of a compiled expression's numbers, as `array` calls it."""
_EXEC = "exec"
"""What dataclasses let run the source of a method."""

_Key = tuple[str, str | bytes, int]
"""What was compiled: the type, the text and the flags of an expression, or `exec` and a source."""


class _Kept:
    """What compilers have made, and where it is kept."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.made = _read(path)
        self.new: dict[_Key, Any] = {}
        self.compiling = threading.local()
        self.stock = compiler.compile

    def compile(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        """Return the compiled expression, as the compiler of `re` does."""
        if not isinstance(pattern, str | bytes) or flags & re.DEBUG:
            return self.stock(pattern, flags)  # type: ignore[no-any-return]
        key = (type(pattern).__name__, pattern, int(flags))
        if (made := self.made.get(key)) is not None:
            full, code, *groups = made
            return _sre.compile(pattern, full, array(_LETTER, code).tolist(), *groups)  # type: ignore[no-any-return]
        self.compiling.key = key
        try:
            return self.stock(pattern, flags)  # type: ignore[no-any-return]
        finally:
            self.compiling.key = None

    def note(self, pattern: Any, flags: int, code: list[int], *groups: Any) -> re.Pattern[Any]:
        """Note what the compiler made, and let it become a pattern.

        Where that follows from the machine's locale, it is not the same everywhere.
        """
        key = getattr(self.compiling, "key", None)
        if key is not None and not flags & re.LOCALE:
            made = (int(flags), array(_LETTER, code).tobytes(), *groups)
            self.new[key] = self.made[key] = made
        return _sre.compile(pattern, flags, code, *groups)  # type: ignore[no-any-return]

    def execute(self, source: str, *names: Any) -> None:
        """Run the source of a method, as `exec` in the module `dataclasses` does."""
        key = (_EXEC, source, 0)
        if (made := self.made.get(key)) is None:
            made = compile(source, "<string>", _EXEC, dont_inherit=True)
            self.new[key] = self.made[key] = made
        exec(made, *names)


_kept: _Kept | None = None


def recall(root: Path) -> None:
    """Use, from now on, what is known of it in the project at `root`."""
    global _kept
    forget()
    _kept = _Kept(root / FILE)
    compiler.compile = _kept.compile
    compiler._sre = SimpleNamespace(**vars(_sre) | {"compile": _kept.note})
    vars(dataclasses)[_EXEC] = _kept.execute


def forget() -> None:
    """Let everything be compiled as ever."""
    global _kept
    if _kept is not None:
        compiler.compile, compiler._sre, _kept = _kept.stock, _sre, None
        vars(dataclasses).pop(_EXEC, None)


def keep() -> None:
    """Write down what this process had to compile, if that was much, beside what others did."""
    if _kept is None or len(_kept.new) < _WORTH:
        return
    made = _read(_kept.path) | _kept.new
    data = marshal.dumps((_HERE, made if len(made) <= _MOST else _kept.new))
    _kept.new = {}
    gate.leave(_kept.path, content_digest(data) + data)


def _read(path: Path) -> dict[_Key, Any]:
    """Return what the file tells; nothing where it is damaged, or of other compilers."""
    with suppress(OSError):
        data = path.read_bytes()
        if content_digest(data[DIGEST:]) == data[:DIGEST]:
            here, made = marshal.loads(memoryview(data)[DIGEST:])
            return made if here == _HERE else {}
    return {}
