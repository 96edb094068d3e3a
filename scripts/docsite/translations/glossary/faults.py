"""Where a translated section says a term otherwise than the glossary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.docsite.translations.glossary import wording
from scripts.docsite.translations.glossary.matching import Form, folded
from scripts.docsite.translations.glossary.terms import Term
from scripts.docsite.translations.sections import Section


def faults(terms: Iterable[Term], translated: Section) -> Iterator[tuple[int, str]]:
    """Yield `(line, message)` of each term that is not said as the glossary has it."""
    lines = wording.words(translated.content)
    whole = folded("\n".join(text for _, text in lines))
    for term in terms:
        note = f" ({term.note})" if term.note else ""
        for form, better in term.avoid.items():
            if form.find(whole) is not None:
                message = f"not '{form}' but '{better}' is the word for '{term.english}'{note}"
                yield _line(lines, form), message
        if all(form.find(whole) is None for form in term.use):
            message = f"English speaks of '{term.english}', and '{term.use[0]}' is not here{note}"
            yield translated.line, message


def _line(lines: list[tuple[int, str]], form: Form) -> int:
    """Return the line in which a form first stands."""
    for line, text in lines:
        if (start := form.find(folded(text))) is not None:
            return line + text.count("\n", 0, start)
    return lines[0][0]
