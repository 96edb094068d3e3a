"""What a page loads beside its HTML: style sheets, scripts and pictures, and what these load."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from scripts.engine.store.digests import digest

_ATTRIBUTES = re.compile(r"""\s(?:href|src|poster|data-src)=["']?([^"'\s>]+)""")
_SETS = re.compile(r"""\ssrcset=["']([^"']+)["']""")
_IN_TEXT = re.compile(r"""url\(\s*["']?([^"')\s]+)|\b(?:from|import)\s*\(?\s*["']([^"']+)["']""")
_LOADED = (
    ".css", ".js", ".mjs", ".json", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif",
    ".ico", ".woff2", ".mp4", ".webm",
)  # fmt: skip


@dataclass
class Versions:
    """Tells a page, with all that it loads, from the same page at another time.

    `source` returns the file behind an address below the site's home.
    """

    source: Callable[[str], str]
    _loads: dict[bytes, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def version(self, address: str, body: bytes) -> str:
        """Return the version of the page at an address, whose HTML is given."""
        key = digest([address, body])
        if key not in self._loads:
            self._keep(key, address, of_page(body.decode(errors="replace")))
        return digest([body, *sorted(set(self._stamps(self._loads[key])))]).hex()

    def _stamps(self, addresses: Iterable[str]) -> Iterator[str]:
        """Yield the state of each file that these addresses load, and of what it loads itself."""
        for address in addresses:
            source = self.source(address)
            try:
                stat = os.stat(source)  # noqa: PTH116 - called for each file of each page
            except OSError:
                continue
            stamp = f"{address}\0{stat.st_mtime_ns}\0{stat.st_size}"
            yield stamp
            if address.endswith((".css", ".js", ".mjs")) and "assets/" not in address:
                key = stamp.encode()
                if key not in self._loads:
                    text = Path(source).read_text(encoding="utf-8", errors="replace")
                    self._keep(key, address, of_text(text))
                yield from self._stamps(a for a in self._loads[key] if a != address)

    def _keep(self, key: bytes, address: str, found: Iterable[str]) -> None:
        folder = posixpath.dirname(address)
        self._loads[key] = tuple(posixpath.normpath(posixpath.join(folder, a)) for a in found)


def of_page(html: str) -> tuple[str, ...]:
    """Return the relative addresses of what the page loads, each once."""
    found = dict.fromkeys(match[1] for match in _ATTRIBUTES.finditer(html))
    for match in _SETS.finditer(html):
        found |= dict.fromkeys(part.split()[0] for part in match[1].split(",") if part.strip())
    return tuple(_loaded(found))


def of_text(text: str) -> tuple[str, ...]:
    """Return the relative addresses that a style sheet or a script loads."""
    found = dict.fromkeys(match[1] or match[2] for match in _IN_TEXT.finditer(text))
    return tuple(_loaded(found))


def _loaded(found: dict[str, None]) -> Iterator[str]:
    for address in found:
        path = address.partition("#")[0].partition("?")[0]
        if ":" not in path and path.endswith(_LOADED):
            yield path
