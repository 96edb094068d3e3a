"""Whatever a page of our kind looks like, its catalogue says all of it and changes nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scripts.docsite import markdown
from scripts.docsite.markdown.units import Unit, parts, written
from scripts.docsite.model import PageKey
from scripts.docsite.translations.catalogues import exporting, importing, reading
from scripts.docsite.translations.states import Workbench
from tests.support import Project, make_project

KEY = PageKey("page.md")
WORDS = {
    "hut": "refugio",
    "bed": "cama",
    "door": "puerta",
    "the": "aquel",
    "sleeps": "duerme",
    "snow": "nieve",
}
SPOKEN = re.compile(rf"\b({'|'.join(WORDS)})\b")


def translated(text: str) -> str:
    """Return an English text in Spanish, its code and targets as they are."""
    return SPOKEN.sub(lambda match: WORDS[match[0]], text)


word = st.sampled_from([*WORDS])
inline = st.sampled_from(["`code one`", "[the hut](page.md)", "**snow**", "![bed](a.png)", "2024"])
sentence = st.lists(st.one_of(word, word, word, inline), min_size=1, max_size=40).map(
    lambda words: " ".join(["hut", *words])
)


@st.composite
def wrapped(draw: st.DrawFn, indent: str = "") -> str:
    """Return a sentence in lines of some width."""
    text = draw(sentence)
    if ">" in indent:  # code that is broken inside a quotation has the mark of the quotation in it
        text = text.replace("`code one`", "`code`")
    words = text.split(" ")
    width = draw(st.integers(2, 30))
    rows = [" ".join(words[n : n + width]) for n in range(0, len(words), width)]
    return f"\n{indent}".join(row for row in rows)


def items(marks: list[str]) -> st.SearchStrategy[str]:
    """Return lists with an item of one or more lines for each mark."""
    return st.tuples(*(wrapped(" " * len(mark)) for mark in marks)).map(
        lambda texts: "\n".join(f"{mark}{text}" for mark, text in zip(marks, texts, strict=True))
    )


row = st.tuples(word, inline, word).map(lambda cells: f"| {' | '.join(cells)} |")
block = st.one_of(
    wrapped(),
    wrapped(),
    items(["* ", "* "]),
    items(["1. ", "2. "]),
    items(["* ", "    * ", "* "]),
    wrapped("> ").map(lambda text: f"> {text}"),
    st.lists(row, min_size=1, max_size=3).map(lambda rows: "\n".join([rows[0], "|-|-|-|", *rows])),
    sentence.map(lambda text: f"/// note | {text[:20]} hut\n{text}\n///"),
    st.just("{* ../../docs_src/a/b.py hl[1] *}"),
    st.just("```python\n# the hut\nbed = 1\n```"),
    st.just("```mermaid\nA[hut] --> B[bed]\n```"),
    word.map(lambda text: f'<!-- screenshot: page=/docs alt="the {text}" -->'),
    word.map(lambda text: f'<div class="a">\n{text}\n</div>'),
    st.just("[hut]: page.md"),
    st.just("the hut  \nthe bed"),
    st.just("<!-- a note for writers: hut -->"),
)
section = st.tuples(sentence, st.lists(block, max_size=6))


@st.composite
def page(draw: st.DrawFn) -> str:
    """Return a page of several sections."""
    pieces = [f"---\ndescription: the {draw(word)}\n---"]
    for number, (title, blocks) in enumerate(draw(st.lists(section, min_size=1, max_size=4))):
        pieces += [f"{'#' * min(number + 1, 3)} {title} {{ #s{number} }}", *blocks]
    return "\n\n".join(pieces) + "\n"


@settings(max_examples=80, deadline=None)
@given(page())
def test_a_unit_that_is_written_again_says_the_same(text: str) -> None:
    """However its lines were broken before."""
    document = markdown.scan(text)
    found = parts(document)
    lines = list(document.lines)
    for unit in sorted((p for p in found if isinstance(p, Unit)), key=lambda unit: -unit.line):
        lines[unit.line - 1 : unit.end_line] = written(unit, unit.text)
    again = parts(markdown.scan("\n".join(lines)))
    assert [(p.kind, getattr(p, "text", "")) for p in again] == [
        (p.kind, getattr(p, "text", "")) for p in found
    ]


def exchange(project: Project, texts: Mapping[str, str] | None) -> importing.Import:
    """Export the page, let a translator fill in what is empty, and import it."""
    bench = Workbench.of(project.tree)
    spanish = bench.tree.languages["es"]
    ((path, content),) = exporting.export(bench, spanish, [KEY], project.root / "new").files.items()
    target = project.root / path
    target.parent.mkdir(exist_ok=True)
    target.write_text(content)
    if texts is not None:
        file = polib.pofile(str(target))
        for entry in file:
            entry.msgstr = entry.msgstr or translated(entry.msgid)
        file.save()
    (found,) = importing.plan(bench, spanish, reading.read([target], spanish))
    importing.apply(bench, [found])
    return found


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(page(), st.booleans())
def test_a_page_goes_out_and_comes_back(text: str, is_there: bool) -> None:
    """What was there is the same to the letter; what was not says every message."""
    with TemporaryDirectory() as folder:
        files = {f"docs/en/{KEY}": text, "docs_src/a/b.py": "a = 1\n"}
        project = make_project(Path(folder), files)
        if is_there:
            project.change({f"docs/es/{KEY}": translated(text)})
            assert exchange(project, None).change is None
            assert project.read(f"docs/es/{KEY}") == translated(text)
        else:
            found = exchange(project, {})
            assert (found.findings, found.notes) == ((), ())
            page = Workbench.of(project.tree).translation("es", KEY)
            assert page is not None
            assert {state.value for state in page.states.values()} == {"current"}
            before = project.read(f"docs/es/{KEY}")
            assert exchange(project, None).change is None
            assert project.read(f"docs/es/{KEY}") == before
