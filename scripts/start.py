"""Where the `docs` command begins: with nothing to build, it ends before anything is loaded.

What a command does not need it does not load: loading takes longer than many commands run.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from scripts.engine.builds import garbage

if TYPE_CHECKING:
    from scripts.engine.builds.ahead import Ahead
    from scripts.engine.inputs.gate import LastBuild, Look

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
        from scripts.engine.inputs import gate

        seen = gate.look(root)
        if (last := current(root, seen, strict="--strict" in sys.argv)) is not None:
            _tell(last)
            return
        ahead = _begun(root, seen)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's advertisement
    from scripts.docs import app

    app(obj=ahead)


def current(root: Path, seen: Look, *, strict: bool) -> LastBuild | None:
    """Return what is known of the last build where the project's site is current, else None.

    `seen` is how its inputs stand. A site with warnings is none that is asked for to be `strict`.
    """
    from scripts.engine.inputs import gate

    last = gate.load(root)
    if last is None or (strict and any(last.warnings.values())):
        return None
    return last if last.is_current(root, seen) else None


def _tell(last: LastBuild) -> None:
    """Print what the build would, which tells what it warned of before, too."""
    if any(last.warnings.values()):
        from scripts.engine.builds.messages import merged

        colour, plain = ("\033[33m", "\033[0m") if sys.stderr.isatty() else ("", "")
        for warning in merged([*last.warnings.items()]):
            sys.stderr.write(f"{colour}{warning}{plain}\n")
    pages, languages = sum(last.counts.values()), len(last.counts)
    sys.stdout.write(f"{pages} pages in {languages} languages, nothing changed\n")


def _begun(root: Path, seen: Look) -> Ahead:
    from scripts.engine.builds import compiled
    from scripts.engine.builds.ahead import Ahead
    from scripts.engine.inputs import gate

    compiled.recall(root)
    atexit.register(compiled.keep)
    return Ahead.of(root, seen, gate.load(root), remembers=True)


def _root(folder: Path) -> Path | None:
    return next((f for f in (folder, *folder.parents) if (f / "mkdocs.yml").is_file()), None)
