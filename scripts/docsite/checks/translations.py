"""Checks of translations against English: pages, the structure rules, the site's own words."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from string import Formatter

from scripts.docsite import abbreviations, languages, yaml_file
from scripts.docsite.checks import rules
from scripts.docsite.checks.rules import Rule
from scripts.docsite.checks.survey import Source, Survey, as_finding, guarded
from scripts.docsite.errors import DocsError
from scripts.docsite.languages import DOCS, MESSAGES, SOURCE
from scripts.docsite.model import Finding, Severity
from scripts.docsite.translations import checking, moves
from scripts.docsite.translations.composition import in_english
from scripts.docsite.translations.glossary import terms
from scripts.docsite.translations.states import Workbench
from scripts.docsite.tree import Page, Tree, sources
from scripts.docsite.yaml_file import YamlFile


def check(source: Source, survey: Survey, bench: Workbench) -> Iterator[Finding]:
    """Yield what is wrong with a page as the translation of its English page."""
    page, known = source.page, survey.tree.languages
    if page.language == SOURCE:
        return
    if known.is_never_translated(page.key):
        message = f"{page.key} is shown in English in every language"
        yield rules.NEVER_TRANSLATED.at(source.path, 1, message)
    elif survey.tree.page(SOURCE, page.key) is None:
        message = f"there is no English page {page.key}: nobody sees the translation in its place"
        yield rules.ORPHAN_TRANSLATION.at(source.path, 1, message, _way(page, bench))
    elif survey.source(SOURCE, page.key):
        yield from guarded(lambda: _beside_english(page, bench), rules.RECORD, source.path)


def _way(page: Page, bench: Workbench) -> str:
    """Return the remedy for a page that `propagate` moves; empty where it would leave it."""
    with suppress(DocsError):  # a finding about the redirects tells it
        target = moves.pages(bench, page.language).pages.get(page.key)
        command = f"docs translations propagate {page.language}"
        return f"run `{command}`, which moves it to {target}" if target else ""
    return ""


def _beside_english(page: Page, bench: Workbench) -> Iterator[Finding]:
    found = bench.translation(page.language, page.key)
    if found is not None:
        yield from checking.check(found)


def softened(
    source: Source, survey: Survey, bench: Workbench, found: list[Finding]
) -> Iterator[Finding]:
    """Yield findings of a page: as warnings where readers get the section in English for it.

    Who changes an English page and its example can't translate it into every language.
    """
    if not found or not survey.source(SOURCE, source.page.key):
        yield from found
        return
    yield from guarded(lambda: _softened(source.page, bench, found), rules.RECORD, source.path)


def _softened(page: Page, bench: Workbench, found: list[Finding]) -> Iterator[Finding]:
    ours = bench.translation(page.language, page.key)
    lost = [id_ for id_ in in_english(ours) if id_ in ours.sections] if ours else []
    spans = [(ours.sections[id_].line, ours.sections[id_].end_line) for id_ in lost] if ours else []
    for finding in found:
        if any(first <= finding.location.line <= last for first, last in spans):
            hint = f"{finding.hint}; until then readers get the section in English"
            finding = replace(finding, severity=Severity.WARNING, hint=hint)
        yield finding


def check_never_translated(tree: Tree) -> Iterator[Finding]:
    """Yield the pages and folders that are never to be translated, and are not there."""
    source = yaml_file.load(tree.root, languages.FILE)
    for index, entry in enumerate(tree.languages.never_translated):
        if not any(languages.covers(entry, key) for key in tree.source_pages):
            message = f"there is no page {DOCS}/{SOURCE}/{entry}"
            at = source.at("never_translated", index)
            yield rules.NEVER_THERE.at(at.path, at.line, message, _nearest(entry, tree))


def _nearest(entry: str, tree: Tree) -> str:
    folders = {f"{key.rpartition('/')[0]}/" for key in tree.source_pages if "/" in key}
    near = difflib.get_close_matches(entry, [*tree.source_pages, *folders], 1)
    return f"did you mean {near[0]}?" if near else ""


def check_messages(tree: Tree) -> Iterator[Finding]:
    """Yield what is wrong with the files of the site's own words."""
    return _check_files(tree, MESSAGES, languages.message_file, _messages, rules.MESSAGE_FILE)


def check_abbreviations(tree: Tree) -> Iterator[Finding]:
    """Yield what is wrong with the files of abbreviations, where there are any."""
    if not (tree.root / abbreviations.FOLDER).is_dir():
        return iter(())
    folder, rule = abbreviations.FOLDER, rules.ABBREVIATION_FILE
    return _check_files(tree, folder, abbreviations.file, _abbreviations, rule)


def _check_files(
    tree: Tree,
    folder: str,
    read: Callable[[Path, str], YamlFile],
    compare: Callable[[YamlFile, YamlFile], Iterator[Finding]],
    rule: Rule,
) -> Iterator[Finding]:
    """Yield what is wrong with a folder that holds a file for each language, beside English's."""
    for name in sources(tree.root / folder, ".yml"):
        code = name.removesuffix(".yml")
        if code not in tree.languages:
            message = f"there is no language {code!r}"
            hint = f"register it with `docs new-lang {code}`, or remove the file"
            yield rule.at(f"{folder}/{name}", 1, message, hint)
    english: YamlFile | None = None
    for language in tree.languages.all:
        try:
            found = read(tree.root, language.code)
        except DocsError as error:
            yield as_finding(error, rule, f"{folder}/{language.code}.yml")
            continue
        if language.is_source and not found.data:
            hint = "restore it: the other languages are compared with it"
            yield rule.at(found.path, 1, "the file is empty", hint)
        elif language.is_source:
            english = found
        elif english is not None:
            yield from compare(found, english)


def _messages(found: YamlFile, english: YamlFile) -> Iterator[Finding]:
    for name in english.data:
        if not found.data.get(name):
            yield rules.NO_MESSAGE.at(found.path, 1, f"the message {name!r} is missing")
    for name, text in found.data.items():
        at = found.at(name)
        if name not in english.data:
            yield rules.UNKNOWN_MESSAGE.at(at.path, at.line, f"no message is named {name!r}")
        elif text and (wrong := _placeholder_fault(text, english.data[name])):
            yield rules.PLACEHOLDER.at(at.path, at.line, f"{name}: {wrong}")


def _abbreviations(found: YamlFile, english: YamlFile) -> Iterator[Finding]:
    for name in english.data:
        if not found.data.get(name, "").strip():
            at = found.at(name)
            yield rules.NO_ABBREVIATION.at(at.path, at.line, f"{name} is not explained")
    for name in found.data.keys() - english.data.keys():
        at = found.at(name)
        yield rules.UNKNOWN_ABBREVIATION.at(at.path, at.line, f"English does not explain {name}")


def _placeholder_fault(text: str, english: str) -> str | None:
    """Return how the placeholders of a text differ from those of the English one."""
    try:
        ours, theirs = _placeholders(text), _placeholders(english)
    except ValueError as error:
        return f"its braces can't be read ({error})"
    lost = [f"{{{name}}}" for name in (theirs - ours).elements()]
    more = [f"{{{name}}}" for name in (ours - theirs).elements()]
    told = [f"it lacks {', '.join(lost)}"] * bool(lost) + [f"it has {', '.join(more)}"] * bool(more)
    return " and ".join(told) or None


def _placeholders(text: str) -> Counter[str]:
    return Counter(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def check_glossaries(tree: Tree) -> Iterator[Finding]:
    """Yield what is wrong with the files of terms."""
    for name in sources(tree.root / terms.FOLDER, ".yml"):
        path, code = f"{terms.FOLDER}/{name}", name.removesuffix(".yml")
        if code not in tree.languages or tree.languages[code].is_source:
            yield rules.GLOSSARY_FILE.at(path, 1, f"nothing is translated into {code!r}")
            continue
        try:
            yield from terms.check(tree.root, code)
        except DocsError as error:
            yield as_finding(error, rules.GLOSSARY_FILE, path)
