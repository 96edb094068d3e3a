"""The data that pages show and no file holds: the progress of translations, the releases, …"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.docsite import data_pages
from scripts.docsite.errors import DocsError
from scripts.engine.inputs import reading
from scripts.engine.store.digests import digest


@dataclass(frozen=True)
class Computed:
    """The data that pages show and no file holds (translation status, …)."""

    digests: str
    """A digest for each of them, `name=digest`, with blanks between."""
    values: Mapping[str, Any] = field(default_factory=dict, repr=False)
    """The data themselves by name, where they are known."""

    @classmethod
    def of(cls, root: Path, *, remembers: bool = False) -> Computed:
        """Compute all of it from the sources of the project at `root`.

        Where it `remembers`, what was worked out of sources that are the same is not once more.
        """
        digests, values = [], {}
        for name, make in (data_pages.REMEMBERED if remembers else data_pages.COMPUTED).items():
            with suppress(DocsError):  # a page that asks for it fails in the build, and tells why
                values[name] = make(root)
                data = json.dumps(values[name], sort_keys=True, default=str)
                digests.append(f"{name}={digest([data]).hex()}")
        return cls(" ".join(digests), values)

    def by_name(self) -> Mapping[str, str]:
        """Return the digests by name."""
        return dict(part.split("=") for part in self.digests.split())

    def get(self, name: str, make: Callable[[Path], Any], root: Path) -> Any:
        """Return the data with the name, which `make` computes: no file is read for it, for all
        that is recorded, since it counts by its digest.
        """
        if name in self.values:
            return self.values[name]
        with reading.unrecorded():
            return make(root)
