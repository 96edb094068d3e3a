"""Where the `docs` command begins: with nothing to build, it ends before anything is loaded."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from scripts.engine import gate

QUICK = (["build-all"], ["build-all", "--strict"])
"""The command lines that only ask for the site to be current."""


def main() -> None:
    """Run the command line; at once where the site is current and that is all it was asked for."""
    said = current(Path.cwd()) if sys.argv[1:] in QUICK else None
    if said is not None:
        sys.stdout.write(f"{said}\n")
        return
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # Material's advertisement
    from scripts.docs import main as run

    run()


def current(folder: Path) -> str | None:
    """Return what to say where the project's site is current and without warnings, else None."""
    root = next((f for f in (folder, *folder.parents) if (f / "mkdocs.yml").is_file()), None)
    last = gate.load(root) if root is not None else None
    if root is None or last is None or any(last.warnings.values()) or not last.is_current(root):
        return None
    pages, languages = sum(last.counts.values()), len(last.counts)
    return f"{pages} pages in {languages} languages, nothing changed"
