"""Outputs: the file of the built site that each source becomes, unless that is none or taken."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.docsite import addresses, tree
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.model import Finding, Location, PageKey
from scripts.docsite.redirect_pages import RULES_FILE
from scripts.docsite.tree import Tree

MADE_BY_THE_BUILD = frozenset(
    {
        "404.html",
        "objects.inv",
        "search/search_index.json",
        "sitemap.xml",
        "sitemap.xml.gz",
        RULES_FILE,
    }
)
"""What a build writes below a language's home whatever the sources hold there."""

_LEFT_OUT = "templates/"
"""The folder at the top of a language's sources that MkDocs takes for the theme's."""

_NO_LANGUAGE = f"no path below {DOCS}/{SOURCE}/ may begin with a language"


def check(found: Tree, code: str) -> Iterator[Finding]:
    """Yield each source of a language that is left out, or that another one would overwrite."""
    taken: dict[str, str] = {}
    for path in tree.files_below(found.folder(code)):
        source = f"{DOCS}/{code}/{path}"
        output = _output(path)
        other = found.languages.home_of(output) if found.languages[code].is_source else None
        if path.startswith(_LEFT_OUT):
            message = f"MkDocs leaves out the folder {_LEFT_OUT}: nobody would see it"
            yield Finding(Location(source), "P029", message, "give the folder another name")
        elif other is not None:
            message = f"it would be built to {output}, among the pages of {other!r}"
            hint = f"give another name to {other!r} in its path: {_NO_LANGUAGE}"
            yield Finding(Location(source), "P006", message, hint)
        elif output in MADE_BY_THE_BUILD:
            message = f"the build makes {output} itself, and would overwrite it"
            yield Finding(Location(source), "P006", message, "give it another name, or remove it")
        elif (first := taken.setdefault(output, source)) != source:
            message = f"it would be built to {output}, as {first} is"
            yield Finding(Location(source), "P006", message, "give one of them another name")


def _output(path: str) -> str:
    """Return the file that a source becomes, both below the language's folder."""
    if path.endswith(".md"):
        return addresses.page_file(PageKey(path), directory_urls=True)
    return path
