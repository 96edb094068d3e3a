"""The page that readers get: each section translated, under a notice, or in English.

Never a hole and never a silent lie: what English has and the translation lacks is shown in
English, what English has changed since is told, both with a link to the English section.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from scripts.docsite import admonitions, includes
from scripts.docsite.languages import DOCS, SOURCE
from scripts.docsite.markdown import Heading
from scripts.docsite.translations.checking import STALE, structure_findings
from scripts.docsite.translations.code_comments import are_translated
from scripts.docsite.translations.sections import FRONT_MATTER, Section
from scripts.docsite.translations.states import State, Translation

CHANGED = "section_changed"
MISSING = "section_missing"
OUTDATED = "section_outdated"
MACHINE = "section_machine"
MACHINE_PAGE = "page_machine"
READ_ENGLISH = "section_in_english"


@dataclass(frozen=True, slots=True)
class Voice:
    """How a page speaks to its readers: the site's words, and where the English page is."""

    words: Mapping[str, str]
    tag: str
    direction: str
    english_words: Mapping[str, str]
    english_url: str
    """The address of the English page, from the page's own."""

    def notice(self, name: str, section: Section) -> str:
        """Return the notice above a section, in the reader's language and direction."""
        anchor = f"#{section.id}" if section.heading else ""
        url = escape(f"{self.english_url}{anchor}")
        text, link = escape(self.words[name]), escape(self.words[READ_ENGLISH])
        return (
            f'<aside class="docsite-notice" lang="{self.tag}" dir="{self.direction}"'
            f' data-search-exclude="">'
            f'<p>{text} <a href="{url}" hreflang="{SOURCE}">{link}</a></p></aside>'
        )


def compose(page: Translation, voice: Voice) -> str:
    """Return the Markdown of a translated page as readers get it, without its front matter.

    The sections are those of the English page, in its order. A page of which nothing is missing,
    changed, moved or gone stays as it is, to the letter.
    """
    english = [id_ for id_ in page.english.sections if id_ != FRONT_MATTER]
    fallback = in_english(page)
    notices = _notices(page, english, fallback)
    same = english == [id_ for id_ in page.sections if id_ != FRONT_MATTER]
    if same and not notices and not fallback:
        return page.document.body
    pieces = [
        _in_english(page, page.english.sections[id_], voice)
        if id_ in fallback
        else _piece(page.sections[id_], voice, notices.get(id_, []))
        for id_ in english
    ]
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def in_english(page: Translation) -> list[str]:
    """Return the sections that readers get in English, in its order.

    They are those that the translation lacks, and those that can't be shown any more.
    """
    ids = (id_ for id_ in page.english.sections if id_ != FRONT_MATTER)
    return [id_ for id_ in ids if id_ not in page.sections or is_lost(page, id_)]


def is_lost(page: Translation, id_: str) -> bool:
    """Whether a section includes what is not there as it was, since English has moved on.

    A file that is gone, lines outside of it: what it says of the old code helps nobody.
    """
    ours, english = page.sections[id_].content, page.english.sections[id_].content
    if page.states[id_] not in STALE or not ours.includes:
        return False
    if [include.source for include in ours.includes] == [i.source for i in english.includes]:
        return False
    root = page.english.reader.root
    text, folder = page.sections[id_].text, root / DOCS / page.language
    return bool(includes.check(text, root=root, page=page.path, language_folder=folder))


def is_behind(page: Translation, id_: str) -> bool:
    """Whether readers are told that English has changed since a section was translated.

    Code that changed in a file which both pages include is the same for all readers. A comment
    in a code block that was translated may say what it no longer does.
    """
    state = page.states[id_]
    if state is State.CODE_CHANGED:
        fences = page.english.sections[id_].content.fences, page.sections[id_].content.fences
        return are_translated(*fences) or any(structure_findings(page, id_))
    return state is State.PROSE_CHANGED


def _notices(
    page: Translation, ids: Sequence[str], fallback: Sequence[str]
) -> Mapping[str, list[str]]:
    """Return what readers are told above translated sections, by the names of the messages.

    Where all of them are drafts of a machine that nobody has reviewed, it is told once, at the
    top: a page that begins in English has it above each draft.
    """
    ours = [id_ for id_ in ids if id_ not in fallback]
    found = {id_: [CHANGED] for id_ in ours if is_behind(page, id_)}
    drafts = [id_ for id_ in ours if page.record and page.record.origin(id_).is_unread]
    if len(drafts) > 1 and drafts == ours and drafts[0] == ids[0]:
        found[ours[0]] = [MACHINE_PAGE, *found.get(ours[0], [])]
        return found
    for id_ in drafts:
        found[id_] = [MACHINE, *found.get(id_, [])]
    return found


def _piece(section: Section, voice: Voice, notices: Sequence[str]) -> str:
    if not notices:
        return section.text
    told = [voice.notice(name, section) for name in notices]
    return _joined([section.head, *told, section.body])


def _in_english(page: Translation, section: Section, voice: Voice) -> str:
    """Return an English section, marked as English, under its notice."""
    head = [_english_heading(section.heading)] if section.heading else []
    notice = voice.notice(OUTDATED if section.id in page.sections else MISSING, section)
    if not section.body.strip():
        return _joined([*head, notice])
    body = _in_english_words(page, section.body, voice)
    start = f'<div class="docsite-body" lang="{SOURCE}" dir="ltr" markdown="1">'
    definitions = "\n".join(_definitions(page, section))
    return _joined([*head, notice, start, body, definitions, "</div>"])


def _in_english_words(page: Translation, body: str, voice: Voice) -> str:
    """Return the body with the words that the site itself adds to it, in English as well."""
    source, root = page.english.document, page.english.reader.root
    if "data" not in source.front_matter.data:  # what is filled in later may hold includes
        body = includes.expand(
            body,
            root=root,
            page=page.english.path,
            language_folder=root / DOCS / SOURCE,
            labels=voice.english_words,
            source=source.text,
        ).markdown
    return admonitions.titled(body, page.english.path, voice.english_words)


def _english_heading(heading: Heading) -> str:
    marks = f'{heading.attributes} lang="{SOURCE}" dir="ltr"'
    return f"{'#' * heading.level} {heading.text} {{ {marks} }}"


def _definitions(page: Translation, section: Section) -> Iterator[str]:
    """Yield the targets of reference links that stand elsewhere on the English page only."""
    known = {link.text.lower() for link in page.document.links if link.kind == "reference"}
    known |= {link.text.lower() for link in section.content.links if link.kind == "reference"}
    for link in page.english.document.links:
        if link.kind == "reference" and link.text.lower() not in known:
            yield f"[{link.text}]: {link.target}"


def _joined(parts: list[str]) -> str:
    return "\n\n".join(part for part in parts if part)
