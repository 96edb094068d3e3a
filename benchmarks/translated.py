"""This site with more of it translated: its own pages, in words drawn by lot.

What a build costs here depends on how much of the site is translated, and that is what translators
change. Code, links, ids and markup of a page stay as they are, so its translation costs a build
what a real one would.

    python -m benchmarks.translated 'here@50%' FOLDER
"""

from __future__ import annotations

import argparse
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from benchmarks import trees, words
from benchmarks.results import HERE
from scripts.docsite import abbreviations, tree
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.translations import pseudo
from scripts.docsite.translations.glossary.terms import FOLDER
from scripts.docsite.translations.states import Workbench
from scripts.docsite.writing import write_all

_NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".cache", "site", "*.egg-info")
_WORD = re.compile(r"[A-Za-z][A-Za-z']*")


def share(name: str) -> int:
    """Return how many of a hundred pages are translated in the tree called `here@50%`.

    None but the real translations where it is called `here`. Raises `ValueError` for other names.
    """
    match = re.fullmatch(rf"{HERE}(?:@(\d{{1,2}}|100)%)?", name)
    if match is None:
        raise ValueError(f"{name!r} is not this site: write {HERE} or {HERE}@50%")
    return int(match[1] or 0)


def make(root: Path, percent: int) -> None:
    """Copy this site's sources into the folder `root`, with so many of a hundred pages translated.

    Raises what `translate` raises.
    """
    shutil.copytree(trees.ROOT, root, ignore=_NOT_COPIED)
    trees.share_packages(root)
    if percent:
        translate(root, percent)


def translate(root: Path, percent: int) -> None:
    """Translate so many of a hundred pages of the project at `root` into each of its languages.

    Real translations stay, one page has none, as cases need it, and glossaries are emptied, since
    they ask for terms. Raises `AssertionError` where a translation breaks a rule.
    """
    found = tree.load(root)
    bench = Workbench.of(found)
    kept = abbreviations.explained(root, SOURCE)
    keys = bench.page_keys()
    *_, alone = (key for key in keys if len(found.translations(key)) == 1)
    texts = {}
    for code in found.languages.codes:
        say, is_wanted = _speaker(code), Random(f"{code}/pages").random
        for key in keys:
            wanted = is_wanted() < percent / 100 and key != alone
            if wanted and found.page(code, key) is None:
                page = pseudo.page(bench.english(key).document, kept, say)
                texts[f"{DOCS}/{code}/{key}"] = page.encode()
    for path in (root / FOLDER).glob("*.yml"):
        texts[path.relative_to(root).as_posix()] = b"terms: {}\n"
    write_all(root, texts)
    trees.record(root)


def _speaker(language: str) -> Callable[[str], str]:
    """Return what gives a word of the language, drawn by lot, for each word of a text."""
    known, lot = words.WORDS[language].split(), Random(language)
    return lambda text: _WORD.sub(lambda _: lot.choice(known), text)


def main() -> None:
    """Make the tree where the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("percent", type=share, metavar="name", help="here, or here@50%%")
    parser.add_argument("folder", type=Path, help="a folder that is not there yet")
    options = parser.parse_args()
    make(options.folder, options.percent)


if __name__ == "__main__":
    main()
