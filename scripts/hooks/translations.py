"""Translations: each section as it stands, with a notice where English has moved on or has more."""

from __future__ import annotations

import logging

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey
from scripts.docsite.translations import states
from scripts.docsite.translations.composition import Voice, compose, in_english

log = logging.getLogger("mkdocs.hooks.translations")


@event_priority(60)  # before data is filled in and files are included
def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Put English sections and notices where they belong; other pages stay as they are."""
    site = config.extra["docsite"]
    try:
        bench = states.Workbench.of(site.tree)
        found = bench.translation(site.language.code, PageKey(page.file.src_uri))
        if found is None or not found.is_begun:
            return markdown
        tag, direction = site.language.tag, site.language.direction
        english_url = f"{site.root_url(page.url)}{page.url}"
        words = site.english_messages
        voice = Voice(site.messages, tag, direction, words, english_url)
        text = compose(found, voice)
        if parts := in_english(found):  # for the table of contents
            page.in_english = parts  # type: ignore[attr-defined]
    except DocsError as error:
        raise PluginError(str(error)) from error
    for id_ in (i for i, state in found.states.items() if state is states.State.ORPHAN):
        log.info("%s: readers do not see the section '%s': English has none", found.path, id_)
    return markdown if text == found.document.body else text
