"""Addresses: where a page is found on the site, and which addresses outside it a link may have."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote, urlsplit

from scripts.docsite.model import PageKey

_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")
_FORBIDDEN = re.compile(r"[\s\x00-\x1f\x7f<>\"'`\\{}|^]")
_IN_URL = ":/?#@!$&+,;=%-._~"
_IN_ANCHOR = "!$&+,;=:@/?%-._~"


def has_scheme(text: str) -> bool:
    """Return whether the text is an address with a scheme, such as `https:` or `javascript:`."""
    return bool(_SCHEME.match(text))


def problem(url: str) -> str | None:
    """Return what forbids a link to `url`, or None where it is an https address."""
    if _FORBIDDEN.search(url):
        return "holds a space or another character that must be percent-encoded"
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "can't be read"
    if parts.scheme != "https":
        return f"begins with {parts.scheme}:" if parts.scheme else "does not begin with https:"
    if not host:
        return "names no host"
    if parts.username is not None:
        return "holds a user name"
    return None


def encoded(url: str) -> str:
    """Return `url` with everything percent-encoded that HTML or Markdown could take for its own."""
    return quote(url, safe=_IN_URL)


def fragment(anchor: str | None) -> str:
    """Return `#anchor`, percent-encoded, or nothing."""
    return f"#{quote(anchor, safe=_IN_ANCHOR)}" if anchor else ""


def page_file(key: PageKey, *, directory_urls: bool) -> str:
    """Return the file below the language's folder of the built site that holds the page."""
    folder, name = posixpath.split(key)
    stem = name.removesuffix(".md")
    if stem in ("index", "README"):
        return posixpath.join(folder, "index.html")
    return posixpath.join(folder, stem, "index.html") if directory_urls else f"{key[:-3]}.html"


def page_url(key: PageKey, *, directory_urls: bool) -> str:
    """Return the page's address below its language's home, percent-encoded; empty for the home."""
    path = page_file(key, directory_urls=directory_urls)
    return quote(path.removesuffix("index.html") if directory_urls else path)


def relative(target: str, page: str) -> str:
    """Return the address `target` as seen from `page`, both below the same home."""
    here, there = page.split("/")[:-1], target.split("/")
    common = 0
    while common < min(len(here), len(there) - 1) and here[common] == there[common]:
        common += 1
    return "/".join([".."] * (len(here) - common) + there[common:]) or "./"
