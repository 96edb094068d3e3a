"""Redirects: a page at each old address that leads to the new one, and `_redirects` for hosts.

They join the build after its pages are rendered: then every page's real anchors are known, and
MkDocs takes an old address neither for a page to link to nor for one to search.
"""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from scripts.docsite import redirect_pages, redirects, report
from scripts.docsite.errors import DocsError
from scripts.docsite.model import PageKey


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Add the pages of the redirects in the build's language, and with English the rules."""
    site = config.extra["docsite"]
    try:
        found = redirects.load(site.root)
        report.refuse(redirects.check(found, _anchors(files), site.tree.languages))
    except DocsError as error:
        raise PluginError(str(error)) from error
    outputs = redirect_pages.outputs(
        found,
        site.language,
        site.messages,
        base_url=site.base_url,
        directory_urls=config.use_directory_urls,
    )
    if site.language.is_source and found:
        outputs[redirect_pages.RULES_FILE] = redirect_pages.host_rules(
            found,
            site.tree.languages,
            base_url=site.base_url,
            directory_urls=config.use_directory_urls,
        )
    for path, text in outputs.items():
        file = File.generated(config, path, content=text, inclusion=InclusionLevel.INCLUDED)
        files.append(file)
    return env


def _anchors(files: Files) -> redirects.Pages:
    found = {}
    for file in files.documentation_pages():
        ids = file.page.present_anchor_ids if file.page else None
        found[PageKey(file.src_uri)] = None if ids is None else frozenset(ids)
    return found
