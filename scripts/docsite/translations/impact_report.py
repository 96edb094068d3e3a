"""The impact as people and programs read it: a comment, annotations at the lines, or JSON.

Ids and paths come from whoever proposes a change. In the comment they stand as code, every mark
in them percent-encoded: none can mention a person, make a link or bring HTML of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from scripts.docsite import redirects
from scripts.docsite.model import Finding, Location, Severity
from scripts.docsite.translations.impact import WORK, Change, Effect, Impact, PageImpact
from scripts.docsite.translations.impact import SectionImpact as Section
from scripts.docsite.translations.sections import FRONT_MATTER

MARK = "<!-- translations-impact: {} -->"
"""The comment's first line, by which it is found again; it holds how much there is to tell."""

_RULE = "impact"
_LONGEST_NAME = 100
_MOST_ROWS = 60
"""Rows of the table: a comment has room for 65,536 characters."""


def as_markdown(found: Impact) -> str:
    """Return the impact as a comment for a pull request."""
    told = [page for page in found.pages if _concerns_a_language(page)]
    untold = [page for page in found.pages if page not in told]
    parts = [MARK.format(len(told) + len(found.dead)), "### What becomes of the translations"]
    if not found.pages:
        parts.append("No English text changes: every translation stays as it is.")
    if told:
        parts += [_summary(found), "\n".join(_table(told)), "\n".join(_by_language(found))]
    if untold:
        parts.append(_untold(untold))
    if told:
        parts.append("\n".join(_next_steps(found)))
    if found.dead:
        parts += ["### What becomes of old addresses", "\n".join(_old_addresses(found))]
    return "\n\n".join(part for part in parts if part) + "\n"


def _concerns_a_language(page: PageImpact) -> bool:
    return bool(page.lost) or any(section.effects for section in page.sections)


def _summary(found: Impact) -> str:
    work = {
        code: sum(count for effect, (count, _) in effects.items() if effect in WORK)
        for code, effects in found.counts().items()
    }
    behind = [code for code, count in work.items() if count]
    if not found.counts():
        return "No text of a translated section changes in English."
    sections = _count(sum(bool(s.effects) for p in found.pages for s in p.sections), "section")
    if not behind:
        return f"{sections} with translations changed in English; no text is to be translated."
    told = f"{sections} with translations changed in English. **{_listed(behind)}** "
    return f"{told}{'has' if len(behind) == 1 else 'have'} text to translate."


def _table(pages: list[PageImpact]) -> Iterator[str]:
    rows = [row for page in pages for row in _rows(page)]
    yield "| English section | Change | Words | Translations |"
    yield "|---|---|--:|---|"
    yield from rows[:_MOST_ROWS]
    if len(rows) > _MOST_ROWS:
        yield f"| … and {len(rows) - _MOST_ROWS} more | | | |"


def _rows(page: PageImpact) -> Iterator[str]:
    if page.is_removed or page.was or page.lost:
        yield f"| {as_code(page.path)} | {_page_change(page)} | | {_lost(page)} |"
    for section in page.sections:
        if section.effects:
            place = "front matter" if section.id == FRONT_MATTER else as_code(f"#{section.id}")
            name = f"{as_code(page.path)} {place}"
            words = section.words or ""
            yield f"| {name} | {_change(section)} | {words} | {_effects(section.effects)} |"


def _page_change(page: PageImpact) -> str:
    if page.was:
        return f"moved from {as_code(page.was)}"
    return "page removed" if page.is_removed else "translation removed"


def _lost(page: PageImpact) -> str:
    if not page.lost:
        return "moved along" if page.was else ""
    if page.is_removed:
        return f"to be removed: {_listed(page.lost)}"
    return f"readers get the page in English: {_listed(page.lost)}"


def _change(section: Section) -> str:
    return (
        f"{section.change.value}, was {as_code(section.was)}"
        if section.was
        else section.change.value
    )


def _effects(effects: Mapping[str, Effect]) -> str:
    """Return the effects in words, each with its languages."""
    groups = {
        effect: [code for code, found in effects.items() if found is effect] for effect in Effect
    }
    if len(effects) > 1 and len({*effects.values()}) == 1:
        effect = next(iter(effects.values()))
        return f"{effect.value}: all {len(effects)} languages that have the page"
    return "<br>".join(f"{effect.value}: {_listed(g)}" for effect, g in groups.items() if g)


def _by_language(found: Impact) -> Iterator[str]:
    counts = found.counts()
    if {effect for effects in counts.values() for effect in effects} <= {Effect.FOLLOWED}:
        return
    yield "| Language | Sections to translate | English words | Code to propagate | Up to date |"
    yield "|---|--:|--:|--:|--:|"
    for code, effects in counts.items():
        work = [effects[effect] for effect in WORK if effect in effects]
        sections, words = (sum(column) for column in zip((0, 0), *work, strict=True))
        code_, done = (effects.get(e, (0, 0))[0] for e in (Effect.CODE, Effect.FOLLOWED))
        yield f"| {as_code(code)} | {sections} | {words} | {code_} | {done} |"


def _untold(pages: list[PageImpact]) -> str:
    changed = [page for page in pages if page.sections]
    new = [page for page in pages if page.is_new]
    parts = []
    if changed:
        count = sum(len(page.sections) for page in changed)
        parts.append(f"{_count(count, 'section')} of {_count(len(changed), 'page')} changed")
    if new:
        parts.append(f"{_count(len(new), 'page')} {'is' if len(new) == 1 else 'are'} new")
    if rest := len(pages) - len(changed) - len(new):
        parts.append(f"{_count(rest, 'page')} moved or went")
    return f"Not translated into any language: {', '.join(parts)}."


def _next_steps(found: Impact) -> Iterator[str]:
    effects = {effect for counts in found.counts().values() for effect in counts}
    if effects & {*WORK}:
        yield "- Text: `docs translations diff LANG PAGE` shows it to translators, word by word."
        yield (
            "- Nothing to translate in it, such as a mended typo: "
            '`docs translations accept LANG PAGE --reason "…"`.'
        )
    if Effect.CODE in effects or Effect.ORPHAN in effects or any(p.was for p in found.pages):
        yield "- Code, ids and moved pages: `docs translations propagate` applies them everywhere."


def _old_addresses(found: Impact) -> Iterator[str]:
    yield f"Links from outside to these pages die. Add a line for each to `{redirects.FILE}`:"
    yield ""
    now = _moved(found)
    for key in found.dead[:_MOST_ROWS]:
        yield f"- {as_code(key)}" + (f", which is {as_code(now[key])} now" if key in now else "")
    if len(found.dead) > _MOST_ROWS:
        yield f"- … and {len(found.dead) - _MOST_ROWS} more"


def _moved(found: Impact) -> Mapping[str, str]:
    return {page.was: page.key for page in found.pages if page.was}


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(as_code(code) for code in codes)


def as_code(text: str) -> str:
    """Return a text from outside as code, in which nothing is markup."""
    plain = "".join(c if c.isalnum() and c.isprintable() else quote(c, safe="/#.-_") for c in text)
    cut = f"{plain[:_LONGEST_NAME]}…" if len(plain) > _LONGEST_NAME else plain
    return f"`{cut or '-'}`"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def as_findings(found: Impact) -> list[Finding]:
    """Return a warning at each English line after which a language has something to do."""
    findings = []
    for page in found.pages:
        if page.lost and not page.is_removed:
            message = f"readers get this page in English: {', '.join(page.lost)}"
            hint = f"move {page.was} along" if page.was else "restore the translation"
            findings.append(_finding(page.path, 1, message, hint))
        for section in page.sections:
            left = {c: e for c, e in section.effects.items() if e is not Effect.FOLLOWED}
            if left and section.change is not Change.REMOVED:
                told = _effects(left).replace("<br>", "; ").replace("`", "")
                message = f"section '{section.id}' ({section.change.value}): {told}"
                hint = "docs translations diff, accept or propagate"
                findings.append(_finding(page.path, section.line, message, hint))
    now = _moved(found)
    for key in found.dead:
        hint = f"add `{key}: {now.get(key, 'the page that has it now')}`"
        message = f"{key} is gone, and nothing leads on: links from outside to it die"
        findings.append(_finding(redirects.FILE, 1, message, hint))
    return findings


def _finding(path: str, line: int, message: str, hint: str) -> Finding:
    return Finding(Location(path, line), _RULE, message, hint, Severity.WARNING)


def as_json(found: Impact) -> str:
    """Return the impact as a JSON object; its keys stay as they are."""
    pages = [_page_data(page) for page in found.pages]
    data = {"base": found.base, "pages": pages, "dead": list(found.dead)}
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _page_data(page: PageImpact) -> dict[str, object]:
    return {
        "page": str(page.key),
        "path": page.path,
        "new": page.is_new,
        "removed": page.is_removed,
        "was": page.was,
        "lost": list(page.lost),
        "sections": [
            {
                "id": section.id,
                "change": section.change.value,
                "was": section.was,
                "line": section.line,
                "words": section.words,
                "languages": {code: effect.value for code, effect in section.effects.items()},
            }
            for section in page.sections
        ],
    }
