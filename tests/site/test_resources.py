"""The files of the built site: nothing that they load is on another host."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from scripts.docsite.outputs import MADE_BY_THE_BUILD


class _Resources(HTMLParser):
    """Collects what a browser would fetch for a page: `(line, address)`."""

    SOURCES = frozenset(
        {"src", "srcset", "data", "poster", "background", "formaction", "action", "xlink:href"}
    )
    PRELOADS = frozenset({"preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch"})
    FETCHED = PRELOADS | {"stylesheet", "icon", "manifest"}

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the addresses of a tag."""
        told = {name: value or "" for name, value in attrs}
        line = self.getpos()[0]
        for name in self.SOURCES & told.keys():
            self.found.append((line, told[name]))
        if tag == "link" and self.FETCHED & set(told.get("rel", "").lower().split()):
            self.found.append((line, told.get("href", "")))
        if tag in {"use", "image"}:
            self.found.append((line, told.get("href", "")))
        self.found += [(line, address) for address in _css_addresses(told.get("style", ""))]

    def handle_data(self, data: str) -> None:
        """Take the addresses of a style element."""
        if self.cdata_elem == "style":
            self.found += [(self.getpos()[0], address) for address in _css_addresses(data)]


def _css_addresses(css: str) -> Iterator[str]:
    for match in re.finditer(r"""(?:url\(|@import\s)\s*["']?([^"')\s;]+)""", css):
        yield match[1]


def _other_host(address: str) -> bool:
    return any(
        re.match(r"(?i)(https?:)?//", part.strip()) is not None for part in address.split(",")
    )


def _foreign(html: str) -> list[tuple[int, str]]:
    parser = _Resources()
    parser.feed(html)
    return [(line, address) for line, address in parser.found if _other_host(address)]


@cache
def _is_foreign(piece: str) -> bool:
    return bool(_foreign(f"<{piece}</style>"))


def _may_name_another_host(html: str) -> bool:
    """Whether a tag on its own does, or is cut off: then the page is read as a whole.

    Most tags that name an address are the same on many pages, and looked at once.
    """
    return any(
        _is_foreign(piece) if ">" in piece else piece[:1].isalpha()
        for piece in html.split("<")[1:]
        if "//" in piece or ">" not in piece
    )


def foreign_resources(site: Path) -> list[str]:
    """Return `path:line: address` of everything that a built page would ask another host for."""
    found = []
    for page in sorted(site.rglob("*.html")):
        html = page.read_text("utf-8")
        if _may_name_another_host(html):
            found += [f"{page.relative_to(site)}:{n}: {a}" for n, a in _foreign(html)]
    for sheet in sorted(site.rglob("*.css")):
        for address in _css_addresses(sheet.read_text("utf-8")):
            if _other_host(address):
                found.append(f"{sheet.relative_to(site)}:1: {address}")
    return found


@pytest.mark.site
def test_no_page_names_a_resource_of_another_host(site: Path) -> None:
    """No page or style sheet of the site names a picture, script, font or frame of another host."""
    assert foreign_resources(site) == []


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://a.example/b.png">',
        '<script src="//a.example/b.js"></script>',
        '<link rel="preload stylesheet" href="http://a.example/b.css">',
        '<img srcset="/b.png, https://a.example/b.png 2x">',
        '<p style="background: url(https://a.example/b.png)">',
        '<style>@import "https://a.example/b.css";</style>',
        '<form action="https://a.example/subscribe">',
        '<iframe src="HTTPS://a.example/">',
        '<img alt="1 < 2" src="https://a.example/b.png">',
        "<img alt='<a>' src=//a.example/b.png>",
    ],
)
def test_a_foreign_resource_is_found(tmp_path: Path, html: str) -> None:
    """The check above finds each way in which a page can ask another host."""
    (tmp_path / "index.html").write_text(f"<p>\n{html}", encoding="utf-8")
    (found,) = foreign_resources(tmp_path)
    assert found.startswith("index.html:2: ")


def test_links_are_no_resources(tmp_path: Path) -> None:
    """A link that a reader may follow, and the canonical address, fetch nothing."""
    html = '<link rel="canonical" href="https://a.example/"><a href="https://a.example/">a</a>'
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    assert foreign_resources(tmp_path) == []


def test_what_no_source_may_become_is_made_by_the_build(site: Path) -> None:
    """Each file that is refused among the sources is one that would be overwritten."""
    assert [path for path in sorted(MADE_BY_THE_BUILD) if not (site / path).is_file()] == []
