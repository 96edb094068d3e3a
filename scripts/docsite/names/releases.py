"""The releases of FastAPI that there are, and the ones that a text names."""

from __future__ import annotations

import difflib
import importlib.metadata
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scripts.docsite import yaml_file
from scripts.docsite.errors import DocsError

FILE = "data/releases.yml"
PACKAGE = "fastapi"

_RELEASE = re.compile(r"(?<![\w.+/:-])0\.\d+\.\d+(?!\.?\w)")
_MINOR = re.compile(r"\bfastapi(?:\[\w+\])?\s*(?:[=<>~!]=?)?\s*(?P<minor>0\.\d+)(?!\.?\w)", re.I)
_BEFORE = re.compile(r"(?P<word>[A-Za-z][\w-]*)(?:\[[\w,]*\])?\s*(?P<pin>[=<>~!]{1,2})?\s*$")


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases of FastAPI, as `data/releases.yml` lists them."""

    known: frozenset[str]
    taken: str
    """The day of the list."""

    @classmethod
    def of(cls, root: Path) -> Releases | None:
        """Return the list of the project at `root`, or None where it has none.

        Raises `DocsError` with the line that is no list of numbers.
        """
        if not (root / FILE).is_file():
            return None
        source = yaml_file.load(root, FILE)
        data = source.data if isinstance(source.data, dict) else {}
        minors = data.get(PACKAGE)
        if not isinstance(minors, dict) or not data.get("source") or not data.get("taken"):
            raise DocsError(
                "the list of releases is not complete",
                at=source.at(),
                hint=f"give source, taken, and below {PACKAGE} the releases by minor version",
            )
        known: set[str] = set()
        for minor, patches in minors.items():
            if not isinstance(minor, str):  # 0.170 would be 0.17
                raise yaml_file.no_text(source, PACKAGE, minor)
            if not isinstance(patches, list) or not all(isinstance(n, int) for n in patches):
                hint = 'write the last numbers: "0.165": [0, 1]'
                raise DocsError("it is no list of numbers", at=source.at(PACKAGE, minor), hint=hint)
            known |= {f"{minor}.{patch}" for patch in patches}
        return cls(frozenset(known), str(data["taken"]))

    def has(self, release: str) -> bool:
        """Whether there is a release, or one of that minor version."""
        return release in self.known or any(k.startswith(f"{release}.") for k in self.known)

    def near(self, release: str) -> str | None:
        """Return the release of the same minor version that is most like one that there is not."""
        minor = release.rpartition(".")[0]
        same = sorted(known for known in self.known if known.rpartition(".")[0] == minor)
        alike = difflib.get_close_matches(release, same, n=1, cutoff=0)
        return alike[0] if alike else None


def named(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the number of each release of FastAPI that a text names.

    A number such as `0.115.0` is one, unless the word before it is that of another package.
    """
    for match in _RELEASE.finditer(text):
        before = _BEFORE.search(text[: match.start()])
        word = before["word"].lower() if before else PACKAGE
        is_other = word != PACKAGE and (word in _packages() or bool(before and before["pin"]))
        if not is_other:
            yield match.start(), match[0]
    for match in _MINOR.finditer(text):
        yield match.start(), match["minor"]


def pinned(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the number of each release of FastAPI that a text pins with `==`."""
    for offset, release in named(text):
        if text[:offset].rstrip().endswith("="):
            yield offset, release


@lru_cache(maxsize=1)
def _packages() -> frozenset[str]:
    """Return the names of all installed packages, small, with either of `-` and `_`."""
    names = (found.metadata["Name"].lower() for found in importlib.metadata.distributions())
    return frozenset(form for n in names for form in (n, n.replace("-", "_"), n.replace("_", "-")))
