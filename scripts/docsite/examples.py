"""The example apps in `docs_src/`: which there are, their variants, and loading one.

An example is one unit a page can show: `topic/tutorialNNN` with its variants
(`tutorialNNN_an.py`, the `Annotated` form, before `tutorialNNN.py`, the plain form), or a
folder `topic/name/` for an app of several files.
"""

from __future__ import annotations

import importlib
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from scripts.docsite.errors import DocsError

SOURCES = "docs_src"
ANNOTATED = "_an"


@dataclass(frozen=True, slots=True, order=True)
class Variant:
    """One form of an example: its name from `docs_src/`, without `.py`, and its form."""

    name: str
    """`path_params/tutorial001_an`, or `bigger_applications/app_an` for a folder."""

    @property
    def annotated(self) -> bool:
        """Whether this is the `Annotated` form of an example that has two."""
        return self.name.endswith(ANNOTATED)

    @property
    def base(self) -> str:
        """The name of the example, the same for all its variants."""
        return self.name.removesuffix(ANNOTATED)


def variants(root: Path, base: str) -> tuple[Variant, ...]:
    """Return the variants of the example `base` below `root`, the `Annotated` form first.

    Raises `DocsError` where the example has no file at all.
    """
    folder = root / SOURCES
    names = [
        name
        for name in (f"{base}{ANNOTATED}", base)
        if (folder / f"{name}.py").is_file() or (folder / name).is_dir()
    ]
    if not names:
        raise DocsError(
            f"there is no example {base!r} in {SOURCES}/",
            hint=f"write {SOURCES}/{base}.py, or mend the name",
        )
    return tuple(Variant(name) for name in names)


def load(variant: str, *, module: str = "") -> ModuleType:
    """Import one variant afresh and return its module; `module` is the file in a folder.

    `load("bigger_applications/app_an", module="main")` imports
    `docs_src.bigger_applications.app_an.main`. Everything imported before from the same topic
    is forgotten first, so that no state is left over. The root must be importable.
    """
    parts = [SOURCES, *variant.split("/")]
    topic = ".".join(parts[:2])
    for name in [name for name in sys.modules if name == topic or name.startswith(f"{topic}.")]:
        del sys.modules[name]
    if module:
        parts.append(module)
    return importlib.import_module(".".join(parts))
