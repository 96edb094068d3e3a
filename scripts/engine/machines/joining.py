"""Languages that several machines made in parts, built from what these handed on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scripts.docsite.errors import DocsError
from scripts.engine.builds import driver
from scripts.engine.builds.language import LanguageResult
from scripts.engine.pages import parts
from scripts.engine.publishing.snapshots import Shelf


@dataclass(frozen=True, slots=True)
class Joined:
    """A language put together from its parts."""

    result: LanguageResult
    parts: int

    @property
    def again(self) -> int:
        """The number of pages that were rendered again, because no part had them."""
        times = self.result.times
        return sum(page.markdown > 0 for page in times.pages.values()) if times else 0


@dataclass(frozen=True, slots=True)
class Join:
    """The files of the parts of each language that was split, and what its shards say of it."""

    files: Mapping[str, Sequence[Path]]
    made_from: Mapping[str, str]
    damaged: list[Path] = field(default_factory=list)
    """The files of which something could not be used."""

    def build(
        self, root: Path, built: Path, *, strict: bool, progress: driver.Watcher | None
    ) -> list[Joined]:
        """Build the languages below the folder `built` as the sources at `root` want them.

        Raises `DocsError` where these are not those of the parts, and where any build would.
        """
        if not self.files:
            return []
        report, _ = driver.build_aside(
            root, built, list(self.files), progress=progress, ready=self._fill
        )
        driver.check(report.languages, strict=strict)
        return [Joined(result, len(self.files[result.language])) for result in report.languages]

    def _fill(self, shelf: Shelf) -> None:
        """Put the parts into the store that the languages are built from."""
        if {code: key.hex() for code, key in shelf.keys.items()} != self.made_from:
            raise DocsError(
                "the shards were made from other sources than those that are here",
                hint="check out their commit, with the same Python, packages and environment",
            )
        files = [file for found in self.files.values() for file in found]
        self.damaged.extend(file for file in files if not parts.take(file, shelf.store))
        shelf.store.flush()
