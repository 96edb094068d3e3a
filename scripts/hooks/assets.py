"""The vendored fonts and scripts: among the site's files, and named to the theme."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from scripts.docsite import assets
from scripts.docsite.errors import DocsError


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Tell the theme where the pages of this language find the vendored files."""
    root = Path(config.config_file_path).parent
    site = config.extra.get("docsite")
    language_prefix = site.language.prefix if site else ""
    try:
        vendored = assets.assemble(root)
    except DocsError as error:
        raise PluginError(str(error)) from error
    prefix = assets.prefix(language_prefix, Path(config.site_dir))
    config.extra["vendored"] = assets.Vendored(vendored, prefix)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the vendored files, unless the English site around this one has them."""
    vendored: assets.Vendored = config.extra["vendored"]
    if not vendored.prefix:
        for asset in vendored.assets:
            files.append(File.generated(config, asset.name, abs_src_path=str(asset.source)))
    return files
