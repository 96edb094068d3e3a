"""The scanner: golden cases, what it refuses, and Python-Markdown as the judge of the rest."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.markdown import Document, Heading, scan

CASES = Path(__file__).parent / "cases/markdown"


def described(document: Document) -> str:
    """Return what the scanner found, one element a line, fields that are empty left out."""
    lines = [described_element(e) for e in document.elements if not is_blank(e)]
    for name in ("links", "anchors", "code_spans", "misread"):
        lines += [f"{name}: {described_element(e)}" for e in getattr(document, name)]
    return "\n".join(lines) + "\n"


def is_blank(element: object) -> bool:
    """Whether the element is an empty line."""
    return isinstance(element, markdown.Prose) and not element.text.strip()


def described_element(element: object) -> str:
    """Return the element's line, kind and fields."""
    assert dataclasses.is_dataclass(element)
    fields = {f.name: getattr(element, f.name) for f in dataclasses.fields(element)}
    line = fields.pop("line")
    shown = [f"{key}={value!r}" for key, value in fields.items() if value not in (None, "", False)]
    return " ".join([str(line), type(element).__name__, *shown])


@pytest.mark.parametrize("name", sorted(path.stem for path in CASES.glob("*.md")))
def test_golden_case(name: str) -> None:
    """Each page below cases/markdown gives the elements that the file beside it lists."""
    text = (CASES / f"{name}.md").read_text()
    assert described(scan(text, f"{name}.md")) == (CASES / f"{name}.txt").read_text()


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a\n```python\nx\n", "page.md:2", "the code block is not closed"),
        ("```\nx\n ```\n", "page.md:1", "the code block is not closed"),
        ("- a\n\n    ```\n  x\n    ```\n", "page.md:4", "outside the code block that line 3 opens"),
        ("> ```\n> x\n\ny\n> ```\n", "page.md:3", "outside the code block that line 1 opens"),
        ("a\n/// tip\nx\n", "page.md:2", "the block `/// tip` is not closed"),
        ("//// tab | A\n/// tip\n////\n", "page.md:2", "the block `/// tip` is not closed"),
        ("a\n\n<!-- x\ny\n", "page.md:3", "the comment is not closed"),
        ("<!-- x --><!-- y\n", "page.md:1", "the comment is not closed"),
        ("---\na: 1\n", "page.md:1", "the front matter is not closed"),
        ("---\na: 1\nb: [\n---\n", "page.md:4", "the front matter is no YAML"),
        (
            "---\na: 1\ndate: 2026-02-30\n---\n",
            "page.md:3",
            "a value can't be read (day is out of range",
        ),
        ("---\nx: !!python/name:os.system\n---\n", "page.md:2", "the front matter is no YAML"),
        ("---\na: é\nb: \x07\n---\n", "page.md:3", "the character U+0007 can't stand in it"),
        ("---\n- a\n---\n", "page.md:2", "the front matter is no mapping"),
    ],
)
def test_what_can_not_be_read_is_told_with_its_line(text: str, place: str, message: str) -> None:
    """The scanner names the line where the fault starts, and what to do about it."""
    with pytest.raises(DocsError) as caught:
        scan(text)
    assert str(caught.value.location) == place
    assert message in caught.value.message
    assert caught.value.hint


def test_carriage_returns_are_dropped() -> None:
    """A page saved on Windows reads like any other."""
    unix = "---\na: 1\n---\n# T { #t }\n\n```\nx\n```\n"
    assert scan(unix.replace("\n", "\r\n")) == scan(unix)


def test_sections_cover_the_page() -> None:
    """A page is its front matter, the text before the first heading, and one section a heading."""
    document = scan("---\na: 1\n---\nbefore\n# A { #a }\ntext\n\nB\n---\n## C\n")
    found = [(section.id, section.line, section.end_line) for section in document.sections]
    assert found == [("top", 4, 4), ("a", 5, 7), ("", 8, 9), ("", 10, 11)]
    assert document.body == "before\n# A { #a }\ntext\n\nB\n---\n## C\n"


def test_title_is_the_first_heading_of_level_1() -> None:
    """The title is taken from the page, not from its front matter."""
    assert scan("---\ntitle: No\n---\n## Sub\n# Title `code` { #t }\n").title == "Title `code`"
    assert scan("## Sub\n").title is None


@pytest.mark.parametrize(
    ("info", "language", "options"),
    [
        ("python", "python", {}),
        ("Python title=\"a b.py\" hl_lines='1'", "python", {"title": "a b.py"}),
        ("{ .yaml .annotate #x }", "yaml", {}),
        ('http example="a/b.py" session=s', "http", {"example": "a/b.py", "session": "s"}),
        ("", "", {}),
        ("{ }", "", {}),
    ],
)
def test_info_string(info: str, language: str, options: dict[str, str]) -> None:
    """A fence's language and options are read from its info string."""
    (fence,) = scan(f"~~~ {info}\nx\n~~~\n").fences
    assert fence.language == language
    assert options.items() <= fence.options.items()


def test_front_matter_is_replaced_and_the_body_kept() -> None:
    """Keys keep their order, other scripts stay readable, an empty mapping removes the block."""
    text = "---\nold: 1\n---\n# T\n"
    changed = markdown.with_front_matter(text, {"title": "سلام", "b": [1]})
    assert changed == "---\ntitle: سلام\nb:\n- 1\n---\n# T\n"
    assert markdown.with_front_matter(changed, {}) == "# T\n"
    assert markdown.with_front_matter("# T\n", {"a": 1}) == "---\na: 1\n---\n# T\n"


def test_heading_knows_how_it_is_written() -> None:
    """A heading made by the line under it says so: a mend must not put marks before it."""
    plain, underlined = scan("# A { .x }\n\nB\n===\n").headings
    assert plain == Heading(1, 1, "A", None, ".x")
    assert underlined == Heading(3, 1, "B", None, "", underlined=True)
