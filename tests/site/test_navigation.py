"""The navigation of the built pages: short, and nothing is out of its reach."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
ABOUT = "about/"
"""A section, and what lies in it."""
IN_ABOUT = {"alternatives/", "history-design-future/", "benchmarks/", "management/"}


class _Links(HTMLParser):
    """Collects the addresses of all links."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take the address of a link."""
        if tag == "a" and (address := dict(attrs).get("href")):
            self.found.append(address)


def navigation(site: Path, url: str) -> set[str]:
    """Return the pages that the navigation of the page at `url` leads to, from the site's root."""
    text = (site / url / "index.html").read_text("utf-8")
    _, _, rest = text.partition('<nav class="md-nav md-nav--primary')
    parser = _Links()
    parser.feed(rest.partition("md-sidebar--secondary")[0])
    here = [address for address in parser.found if not urlsplit(address).scheme]
    return {urlsplit(urljoin(f"http://site/{url}", each)).path.lstrip("/") for each in here}


@pytest.mark.site
def test_the_navigation_reaches_every_page(site: Path) -> None:
    """From the home page the navigations alone lead to all pages of the sitemap."""
    reached: set[str] = set()
    ahead = {""}
    while ahead:
        url = ahead.pop()
        reached.add(url)
        ahead |= navigation(site, url) - reached
    found = [loc.text or "" for loc in ET.parse(site / "sitemap.xml").iter(SITEMAP)]
    home = urljoin(found[0], ".")
    assert len(found) > 100
    assert {urljoin(each, ".").removeprefix(home) for each in found} <= reached


@pytest.mark.site
def test_the_navigation_shows_only_what_is_near(site: Path) -> None:
    """A section shows its pages where the reader is in it, elsewhere only itself."""
    assert navigation(site, ABOUT) >= {ABOUT, *IN_ABOUT}
    elsewhere = navigation(site, "tutorial/body/")
    assert ABOUT in elsewhere
    assert not IN_ABOUT & elsewhere
