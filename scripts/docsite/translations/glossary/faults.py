"""Where a translated section says a term otherwise than the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.docsite.model import Location
from scripts.docsite.translations.glossary import wording
from scripts.docsite.translations.glossary.matching import Form, folded, place_of
from scripts.docsite.translations.states import Translation


def faults(page: Translation, id_: str) -> Iterator[tuple[int, str]]:
    """Yield `(line, message)` of each term that a section does not say as the glossary has it."""
    terms = page.terms.get(id_)
    if not terms:
        return
    translated = page.sections[id_]
    lines = wording.words(translated.content)
    whole = folded("\n".join(text for _, text in lines))
    for term in terms:
        note = f" ({term.note})" if term.note else ""
        for form, better in term.avoid.items():
            if form.find(whole) is not None:
                message = f"not '{form}' but '{better}' is the word for '{term.english}'{note}"
                yield _line(lines, form), message
        if all(form.find(whole) is None for form in term.use):
            said = _said(page, id_, term.english)
            yield translated.line, f"English says {said}, and '{term.use[0]}' is not here{note}"


def _said(page: Translation, id_: str, term: str) -> str:
    """Return the first words with which the English section says a term, and their place."""
    for line, text in wording.words(page.english.sections[id_].content):
        if found := place_of(term, text, page.glossary.names):
            at = Location(page.english.path, line + text.count("\n", 0, found[0]))
            return f"'{' '.join(text[slice(*found)].split())}' ({at})"
    return f"'{term}'"


def _line(lines: list[tuple[int, str]], form: Form) -> int:
    """Return the line in which a form first stands."""
    for line, text in lines:
        if (start := form.find(folded(text))) is not None:
            return line + text.count("\n", 0, start)
    return lines[0][0]
