"""What holds for every page: nothing is lost, and Python-Markdown sees the same structure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

import markdown as python_markdown
from hypothesis import assume, given
from hypothesis import strategies as st

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import Block, Comment, Document, Fence, Heading, Include, scan
from scripts.docsite.markdown.ids import slug, with_id

EXTENSIONS = [
    "attr_list",
    "md_in_html",
    "tables",
    "toc",
    "pymdownx.superfences",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
]
# Lines chosen to collide: every mark, opened, closed, nested and nearly right.
LINES = st.sampled_from(
    [
        "",
        "text",
        "    indented",
        "# Title { #title }",
        "## Sub",
        "---",
        "===",
        "```",
        "```python",
        "````",
        "~~~",
        "    ```",
        "> ```",
        "> quoted",
        "/// tip",
        "//// note | Title",
        "///",
        "////",
        "<!-- a -->",
        "<!--",
        "-->",
        "<!-- a --> b",
        "{* ../../docs_src/a.py *}",
        "{! a.md !}",
        "::: fastapi.FastAPI",
        "[a](b.md) `c`",
        "\ttab",
        "été 日本\u2028",
        "a: 1",
    ]
)


def lines_of(document: Document) -> list[int]:
    """Return the lines that elements stand on, without the includes that stand in other ones."""
    found: list[int] = []
    for element in document.elements:
        if isinstance(element, Block):
            found += [element.line, element.end_line]
        elif isinstance(element, Fence | Comment):
            found += range(element.line, element.end_line + 1)
        elif isinstance(element, Heading) and element.underlined:
            found += [element.line, element.line + 1]
        elif not (isinstance(element, Include) and element.style == "bang"):
            found.append(element.line)
    return found


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_no_line_is_lost(text: str) -> None:
    """A page is refused with a line that it has, or every line of it belongs to an element."""
    try:
        document = scan(text)
    except DocsError as error:
        assert error.location and 1 <= error.location.line <= text.count("\n") + 1
        return
    found = lines_of(document)
    wanted = range(document.front_matter.end_line + 1, text.count("\n") + 2)
    assert sorted(set(found)) == list(wanted)
    assert [e.line for e in document.elements] == sorted(e.line for e in document.elements)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text ends the scanner with anything but a `DocsError`."""
    try:
        document = scan(text)
    except DocsError:
        return
    for link in document.links:
        assert 1 <= link.line <= len(document.lines)


@given(st.lists(LINES, max_size=8))
def test_fence_gives_back_its_content(lines: list[str]) -> None:
    """What stands in a code block comes out unchanged, at any indent."""
    marker = "~" * 5
    for indent in ("", "    ", "> "):
        inside = "".join(f"{indent}{line}\n" for line in lines)
        (fence,) = scan(f"{indent}{marker} text\n{inside}{indent}{marker}\n").fences
        assert fence.content == "".join(f"{line}\n" for line in lines)


SCALARS = st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.integers() | st.booleans()
FRONT_MATTER = st.dictionaries(
    st.text(st.characters(categories=["Ll"]), min_size=1), SCALARS | st.lists(SCALARS)
)


@given(FRONT_MATTER, st.lists(LINES, max_size=6).map("\n".join))
def test_front_matter_comes_back(data: Mapping[str, object], body: str) -> None:
    """Metadata that is written is read again, and the body is left as it was."""
    assume(not body.startswith("---"))
    text = markdown.with_front_matter(body, data)
    try:
        document = scan(text)
    except DocsError as error:
        assert error.location and error.location.line > text.count("\n") - body.count("\n")
        return
    assert document.front_matter.data == data
    assert document.body == body


class Rendered(HTMLParser):
    """What a reader's browser gets: headings, code blocks, admonitions, links and images."""

    def __init__(self, text: str) -> None:
        """Render the page and read the result."""
        super().__init__()
        self.headings: list[tuple[int, str | None]] = []
        self.targets: list[str] = []
        self.code_blocks = self.admonitions = 0
        self.feed(python_markdown.Markdown(extensions=EXTENSIONS).convert(text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count the tag."""
        attributes = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((int(tag[1]), attributes.get("id")))
        if tag in ("a", "img"):
            self.targets.append(attributes.get("href") or attributes.get("src") or "")
        classes = (attributes.get("class") or "").split()
        self.code_blocks += "highlight" in classes
        self.admonitions += "admonition" in classes or tag == "details"


WORDS = st.sampled_from(
    [
        "Path",
        "the *body*",
        "`/i/{id}`",
        "` {a}` b",
        "A.B",
        "日本語",
        "C#",
        "a {b} c",
        "a{b} c",
        "{a}",
    ]
)
TARGETS = st.sampled_from(["a.md", "../b/c.md#x", "img/a.png", "https://x.example/a_(b)", "#x"])
IDS = st.sampled_from([" { #an-id }", " {: #b.c .wide }", " { id=key }", " { #d data-x='1' } ##"])
HEADINGS = st.builds(
    lambda level, words, ids: f"{'#' * level} {words}{ids}", st.integers(1, 6), WORDS, IDS
)
UNDERLINED = st.builds(
    lambda words, ids, line: f"{words}{ids.removesuffix(' ##')}\n{line}",
    WORDS,
    IDS,
    st.sampled_from(["=", "===", "-----"]),
)
LINKS = st.builds(
    lambda form, target: form.format(target),
    st.sampled_from(
        [
            "see [text]({}) here",
            "![alt]({})",
            "[two\nlines]({})",
            '[titled]({} "A title")',
            "[![alt](img.png)]({})",
            "[`code`]({})",
            "`[no]({})`",
            "\\[no]\\({}\\)",
            "[a [b] c]({})",
            "<!-- [no]({}) -->",
        ]
    ),
    TARGETS,
)
FENCES = st.builds(
    lambda marker, lines: "\n".join([f"{marker}python", *lines, marker]),
    st.sampled_from(["```", "````", "~~~"]),
    st.lists(st.sampled_from(["# no", "/// tip", "[no](a.md)", "", "x = 1", "## no { #no }"])),
)
PIECES = HEADINGS | UNDERLINED | LINKS | FENCES


def indented(piece: str) -> str:
    """Return the piece as the content of a list item."""
    body = "\n".join(f"    {line}" if line else "" for line in piece.split("\n"))
    return f"1. item\n\n{body}"


def quoted(piece: str) -> str:
    """Return the piece in a block quote."""
    return "\n".join(f"> {line}" for line in piece.split("\n"))


WRAPPED = st.one_of(
    PIECES,
    st.builds(lambda p: f"/// tip | T\n\n{p}\n\n///", PIECES),
    st.builds(lambda p: f"//// note\n\n/// details | D\n\n{p}\n\n///\n\n////", PIECES),
    st.builds(indented, LINKS | FENCES),
    st.builds(lambda p: indented(f"/// tip\n\n{p}\n\n///"), LINKS | FENCES),
    st.builds(quoted, FENCES),
)


@given(st.lists(WRAPPED, max_size=5).map("\n\n".join))
def test_python_markdown_sees_the_same(text: str) -> None:
    """Headings with their ids, code blocks, admonitions and links are what the renderer makes."""
    document, rendered = scan(text), Rendered(text)
    assert [h.level for h in document.headings] == [level for level, _ in rendered.headings]
    for heading, (_, found) in zip(document.headings, rendered.headings, strict=True):
        # Without an id of its own, a heading gets one from its text, perhaps with a number.
        assert found == heading.id or (not heading.id and str(found).startswith(slug(heading.text)))
    assert len(document.fences) == rendered.code_blocks
    assert len(document.blocks) == rendered.admonitions
    assert sorted(link.target for link in document.links) == sorted(rendered.targets)


@given(st.one_of(HEADINGS, UNDERLINED, WORDS.map("## {}".format), WORDS.map("## {} ##".format)))
def test_an_id_is_written_so_that_it_is_read(text: str) -> None:
    """A heading keeps its level, text and attributes when it gets an id, if it can have one."""
    (heading,) = scan(text).headings
    assume(heading.id is None and " {b}" not in heading.text)
    (changed,) = scan("\n".join([with_id(heading, "new-id"), *text.split("\n")[1:]])).headings
    assert changed.id == "new-id"
    assert (changed.level, changed.text) == (heading.level, heading.text)
