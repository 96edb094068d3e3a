"""Where the `docs` command begins: with nothing to build, it ends before anything is loaded.

What a command does not need it does not load: loading takes longer than many commands run.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.engine import garbage

if TYPE_CHECKING:
    from scripts.engine.ahead import Ahead
    from scripts.engine.gate import Look

QUICK = (["build-all"], ["build-all", "--strict"])
"""The command lines that only ask for the site to be current."""


def main() -> None:
    """Run the command line; at once where the site is current and that is all it was asked for.

    Most of what a command makes stays until its end, and need not be taken to pieces then.
    """
    try:
        with garbage.collected_rarely():
            _run()
    finally:
        gc.freeze()


def _run() -> None:
    root = _root(Path.cwd()) if sys.argv[1:] in QUICK else None
    ahead = None
    if root is not None:
        from scripts.engine import gate

        seen = gate.look(root)
        if (said := current(root, seen)) is not None:
            sys.stdout.write(f"{said}\n")
            return
        ahead = _begun(root, seen)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's advertisement
    from scripts.docs import app

    app(obj=ahead)


def current(root: Path, seen: Look) -> str | None:
    """Return what to say where the project's site is current and without warnings, else None.

    `seen` is how its inputs stand.
    """
    from scripts.engine import gate

    last = gate.load(root)
    if last is None or any(last.warnings.values()) or not last.is_current(root, seen):
        return None
    pages, languages = sum(last.counts.values()), len(last.counts)
    return f"{pages} pages in {languages} languages, nothing changed"


def _begun(root: Path, seen: Look) -> Ahead:
    from scripts.engine.ahead import Ahead

    return Ahead.of(root, seen)


def _root(folder: Path) -> Path | None:
    return next((f for f in (folder, *folder.parents) if (f / "mkdocs.yml").is_file()), None)
