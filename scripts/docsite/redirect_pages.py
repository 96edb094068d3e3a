"""What the built site needs for its redirects: a page at each old address, and rules for hosts."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from scripts.docsite import addresses
from scripts.docsite.languages import Language, Languages
from scripts.docsite.model import PageKey
from scripts.docsite.redirects import Redirect

RULES_FILE = "_redirects"
"""The file in which static hosts look for redirects."""

SCRIPT = """\
(function () {
  var link = document.getElementById("target"), here = window.location, url = new URL(link.href);
  if (here.search) url.search += (url.search ? "&" : "?") + here.search.slice(1);
  if (here.hash) url.hash = here.hash;
  link.href = url.href;
  here.replace(url.href);
})();
"""
"""The same on every page, so that a content security policy can name its hash."""

_PAGE = """\
<!doctype html>
<html lang="{tag}" dir="{direction}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<noscript><meta http-equiv="refresh" content="0; url={href}"></noscript>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{text} <a id="target" href="{href}">{link}</a></p>
</main>
<script>
{script}</script>
</body>
</html>
"""


def render(href: str, canonical: str, language: Language, messages: Mapping[str, str]) -> str:
    """Return the page that stands at an old address and sends its reader to `href`.

    `canonical` is the new page's absolute address, without an anchor.
    """
    values = {
        "tag": language.tag,
        "direction": language.direction,
        "title": messages["redirect_title"],
        "text": messages["redirect_text"],
        "link": messages["redirect_link"],
        "canonical": canonical,
        "href": href,
    }
    return _PAGE.format(script=SCRIPT, **{key: html.escape(text) for key, text in values.items()})


def outputs(
    redirects: Sequence[Redirect],
    language: Language,
    messages: Mapping[str, str],
    *,
    base_url: str,
    directory_urls: bool,
) -> dict[str, str]:
    """Return the files that the site in one language needs, by path below its folder.

    `base_url` is the address of the English home, with a slash at the end.
    """
    home = f"{base_url}{language.prefix}"
    files = {}
    for redirect in redirects:
        target = target_url(redirect, directory_urls=directory_urls)
        canonical, href = target, target
        if not redirect.leaves_the_site:
            old = addresses.page_url(redirect.source, directory_urls=directory_urls)
            canonical, href = home + target, addresses.relative(target, old)
        path = addresses.page_file(redirect.source, directory_urls=directory_urls)
        href += addresses.fragment(redirect.anchor)
        files[path] = render(href, canonical, language, messages)
    return files


def target_url(redirect: Redirect, *, directory_urls: bool) -> str:
    """Return the target's address without its anchor; a page's, below its language's home."""
    if redirect.leaves_the_site:
        return addresses.encoded(redirect.target)
    return addresses.page_url(PageKey(redirect.target), directory_urls=directory_urls)


def host_rules(
    redirects: Sequence[Redirect], languages: Languages, *, base_url: str, directory_urls: bool
) -> str:
    """Return the text of `_redirects`: a rule for each redirect in each language."""
    base = urlsplit(base_url).path
    lines = []
    for language in languages.all:
        home = f"{base}{language.prefix}"
        for redirect in redirects:
            old = addresses.page_url(redirect.source, directory_urls=directory_urls)
            target = target_url(redirect, directory_urls=directory_urls)
            new = target if redirect.leaves_the_site else home + target
            lines.append(f"{home}{old} {new}{addresses.fragment(redirect.anchor)} 301\n")
    return "".join(lines)
