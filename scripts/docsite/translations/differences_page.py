"""The differences of a page as one HTML file, which asks no other place for anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from scripts.docsite.languages import Language
from scripts.docsite.markdown import Comment, Fence, Include
from scripts.docsite.translations.differences import Difference
from scripts.docsite.translations.sections import FRONT_MATTER
from scripts.docsite.translations.states import Translation

_TEMPLATE = Path(__file__).with_name("differences.html.jinja")


@dataclass(frozen=True, slots=True)
class Run:
    """Lines of a translated section: code, which reads from the left, or text."""

    is_code: bool
    text: str


def as_html(
    page: Translation, found: Sequence[Difference], language: Language, repo_url: str
) -> str:
    """Return the page that shows the differences; `repo_url` is where its sources can be read."""

    def link(path: str, line: int) -> Markup:
        start = Markup('<a href="{}/blob/HEAD/{}#L{}">').format(repo_url, path, line)
        return start + Markup("{}:{}</a>").format(path, line)

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8")).render(
        path=page.path,
        key=page.english.key,
        code=language.code,
        name=language.name,
        tag=language.tag,
        direction=language.direction,
        differences=found,
        runs=runs,
        link=link,
    )


def runs(found: Difference) -> Iterator[Run]:
    """Yield the translated section cut into code and text, blank lines around each left out."""
    section = found.ours
    if section is None or section.id == FRONT_MATTER:
        yield from [Run(False, found.translated)] if found.translated else []
        return
    code: set[int] = set()
    for element in section.content.elements:
        if isinstance(element, Fence | Comment):
            code.update(range(element.line, element.end_line + 1))
        elif isinstance(element, Include):
            code.add(element.line)
    numbers = range(section.line, section.end_line + 1)
    for is_code, group in groupby(numbers, code.__contains__):
        text = "\n".join(section.content.lines[number - 1] for number in group).strip("\n")
        if text.strip():
            yield Run(is_code, text)
