"""Redirects: `data/redirects.yml`, which says where pages that are gone have moved.

`load` reads the file, `check` finds what is wrong with it. What the built site needs so that an
old address leads to the new one is in `redirect_pages`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts.docsite import addresses, yaml_file
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import Languages
from scripts.docsite.model import Finding, Location, PageKey

FILE = "data/redirects.yml"
Pages = Mapping[PageKey, frozenset[str] | None]
"""The pages that exist and the ids on each; None where only a build knows a page's ids."""


@dataclass(frozen=True, slots=True, order=True)
class Redirect:
    """One line of the file: the page that is gone, and where its readers are sent."""

    source: PageKey
    target: str
    """A page's key, or an address with its scheme."""
    anchor: str | None
    """What stands behind `#`; None without one."""
    location: Location

    @property
    def leaves_the_site(self) -> bool:
        """Whether the target is an address and not a page."""
        return addresses.has_scheme(self.target)

    @property
    def written_target(self) -> str:
        """The target as the file has it."""
        return self.target if self.anchor is None else f"{self.target}#{self.anchor}"


def load(root: Path) -> tuple[Redirect, ...]:
    """Return the redirects of the file below `root`, in its order; none where it has no file.

    Raises `DocsError` with the line where the file is no mapping of texts, or a source is
    listed twice.
    """
    if not (root / FILE).is_file():
        return ()
    source = yaml_file.load(root, FILE)
    entries = {} if source.data is None else source.data
    if not isinstance(entries, dict):
        raise DocsError(
            "the file is no mapping",
            at=Location(FILE),
            hint="write lines of the form `old.md: new.md`",
        )
    return tuple(_redirect(source, key, value) for key, value in entries.items())


def _redirect(source: yaml_file.YamlFile, key: Any, value: object) -> Redirect:
    if not isinstance(key, str) or not isinstance(value, str):
        raise DocsError(
            f"the redirect of {key!r} is no text",
            at=source.at(key),
            hint="write `old.md: new.md#anchor`, or `old.md: https://…`",
        )
    target, mark, anchor = value.partition("#")
    return Redirect(PageKey(key), target, anchor if mark else None, source.at(key))


def check(redirects: Iterable[Redirect], pages: Pages, languages: Languages) -> tuple[Finding, ...]:
    """Return what is wrong with the redirects, given the pages that exist, sorted by line."""
    redirects = tuple(redirects)
    first: dict[str, Redirect] = {}
    for redirect in redirects:
        first.setdefault(address(redirect.source), redirect)
    taken = {address(key): key for key in pages}
    found: list[Finding | None] = []
    for redirect in redirects:
        found.append(_source_finding(redirect, first, taken, languages))
        if redirect.leaves_the_site:
            found.append(_outside_finding(redirect))
        else:
            found.append(_target_finding(redirect, first, pages))
    return tuple(sorted(finding for finding in found if finding))


def address(key: str) -> str:
    """Return the address of a page below its language's home, by which redirects are compared."""
    return addresses.page_url(PageKey(key), directory_urls=True)


def _source_finding(
    redirect: Redirect,
    first: Mapping[str, Redirect],
    taken: Mapping[str, PageKey],
    languages: Languages,
) -> Finding | None:
    source, url = redirect.source, address(redirect.source)
    if wrong := _path_problem(source):
        hint = "write the path that the page had below docs/en: `folder/page.md`"
        return Finding(redirect.location, "R001", f"{source!r} {wrong}", hint)
    if code := languages.home_of(url):
        message = f"{source!r} has an address among the pages of {code!r}"
        hint = "write the path that the page had below docs/en: it is redirected in every language"
        return Finding(redirect.location, "R008", message, hint)
    if url in taken:
        message = f"{source!r} can't be redirected: there is a page {taken[url]!r}"
        return Finding(redirect.location, "R002", message, "remove the redirect, or the page")
    if (other := first[url]) is not redirect:
        message = f"{source!r} has the address of {other.source!r} in line {other.location.line}"
        return Finding(redirect.location, "R003", message, "keep one of them")
    return None


def _outside_finding(redirect: Redirect) -> Finding | None:
    wrong = addresses.problem(redirect.written_target)
    if wrong is None:
        return None
    message = f"the address {redirect.written_target!r} {wrong}"
    return Finding(redirect.location, "R004", message, "give an https:// address")


def _target_finding(
    redirect: Redirect, first: Mapping[str, Redirect], pages: Pages
) -> Finding | None:
    target, at = redirect.target, redirect.location
    if wrong := _path_problem(target):
        hint = (
            "write the page's path below docs/en, `folder/page.md#anchor`, or an https:// address"
        )
        return Finding(at, "R004", f"the target {target!r} {wrong}", hint)
    if PageKey(target) in pages:
        return _anchor_finding(redirect, pages[PageKey(target)])
    if address(target) in first:
        return _chain_finding(redirect, first, pages)
    near = difflib.get_close_matches(target, pages, 1)
    hint = f"did you mean {near[0]!r}?" if near else "name a page below docs/en"
    return Finding(at, "R004", f"there is no page {target!r} to lead to", hint)


def _anchor_finding(redirect: Redirect, ids: frozenset[str] | None) -> Finding | None:
    anchor = redirect.anchor
    if anchor is None or ids is None or anchor in ids:
        return None
    near = difflib.get_close_matches(anchor, sorted(ids), 1)
    hint = f"did you mean '#{near[0]}'?" if near else "name the id of a heading, or leave it out"
    message = f"the page {redirect.target!r} has no anchor '#{anchor}'"
    return Finding(redirect.location, "R005", message, hint)


def _chain_finding(redirect: Redirect, first: Mapping[str, Redirect], pages: Pages) -> Finding:
    chain = [redirect]
    while chain[-1].target not in pages and (step := first.get(address(chain[-1].target))):
        if step in chain:
            names = [str(link.source) for link in chain[chain.index(step) :]]
            return Finding(
                redirect.location,
                "R006",
                f"{redirect.source!r} leads nowhere: {' → '.join([*names, step.source])}",
                "let one of them lead to a page",
            )
        chain.append(step)
    message = f"{redirect.source!r} leads to {redirect.target!r}, which is itself redirected"
    hint = f"write `{redirect.source}: {chain[-1].written_target}`"
    return Finding(redirect.location, "R007", message, hint)


def _path_problem(path: str) -> str | None:
    """Return why `path` can't be the key of a page, or None."""
    parts = path.split("/")
    if not path:
        return "is empty"
    if "#" in path or "?" in path:
        return "has an anchor or a query, which only a target's `#anchor` may"
    if addresses.has_scheme(path):
        return "is no page"
    if "\\" in path or not path.isprintable():
        return "has a backslash or a character that can't be seen"
    if path.startswith("/"):
        return "is an absolute path"
    if any(part in ("", ".", "..") for part in parts):
        return "has an empty part, a `.` or a `..`"
    return None if path.endswith(".md") and parts[-1] != ".md" else "does not end in `.md`"
