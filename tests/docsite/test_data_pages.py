"""Data files and the pages that show them: what is refused, with its line, and what is shown."""

from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import markdown as python_markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.docsite import data_markup, data_pages, markdown, yaml_file
from scripts.docsite.data_pages import Data
from scripts.docsite.errors import DocsError
from scripts.docsite.model import Location

CASES = Path(__file__).parent / "cases" / "data"
SCHEMAS = Path(__file__).parents[2] / data_pages.SCHEMAS
PAGES = ["docs/en/fastapi-people.md", "docs/en/external-links.md"]
EXTENSIONS = [
    "abbr",
    "attr_list",
    "footnotes",
    "md_in_html",
    "mdx_include",
    "tables",
    "toc",
    "pymdownx.betterem",
    "pymdownx.blocks.admonition",
    "pymdownx.caret",
    "pymdownx.highlight",
    "pymdownx.inlinehilite",
    "pymdownx.keys",
    "pymdownx.mark",
    "pymdownx.superfences",
    "pymdownx.tilde",
]


def project(root: Path, files: dict[str, str]) -> Path:
    """Write the files, paths from the root, and return the root."""
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def cases(folder: str) -> Any:
    """Return a decorator that runs a test for each case file of the folder."""
    files = sorted((CASES / folder).glob("*.yml"))
    return pytest.mark.parametrize("case", files, ids=lambda path: path.stem)


@cases("files")
def test_file(case: Path, tmp_path: Path) -> None:
    """A data file gives exactly the findings that its case lists."""
    expected = yaml.safe_load(case.read_text(encoding="utf-8"))
    name = expected["schema"]
    schema = (SCHEMAS / f"{name}.json").read_text(encoding="utf-8")
    root = project(
        tmp_path, {f"data/{name}.yml": expected["data"], f"data/schemas/{name}.json": schema}
    )
    assert [str(finding) for finding in data_pages.check(root)] == expected["findings"]
    if expected["findings"]:
        with pytest.raises(DocsError, match=re.escape(expected["findings"][0].split(": ")[0])):
            data_pages.load(root, [name])


@cases("pages")
def test_page(case: Path, tmp_path: Path) -> None:
    """A page becomes what its case shows, or fails as it says."""
    expected = yaml.safe_load(case.read_text(encoding="utf-8"))
    files = {f"data/schemas/{name}.json": "{}" for name in expected["data"]}
    files |= {f"data/{name}.yml": json.dumps(data) for name, data in expected["data"].items()}
    root = project(tmp_path, files)
    if "error" in expected:
        with pytest.raises(DocsError) as raised:
            data_pages.expand(expected["page"], root=root, path="docs/en/page.md")
        assert str(raised.value) == expected["error"]
    else:
        shown = data_pages.expand(expected["page"], root=root, path="docs/en/page.md")
        assert shown == expected["shows"]


def test_a_text_without_its_front_matter_keeps_its_lines(tmp_path: Path) -> None:
    """A body that MkDocs has cut off its page fails with the line in the file."""
    root = project(tmp_path, {"data/breads.yml": "[]", "data/schemas/breads.json": "{}"})
    source = "---\ndata: [breads]\n---\n\n\nOne\n{{ nothing }}\n"
    with pytest.raises(DocsError) as raised:
        data_pages.fill("One\n{{ nothing }}\n", source, root=root, path="docs/en/page.md")
    assert raised.value.location == Location("docs/en/page.md", 7)


def test_rendering_takes_only_the_names_it_is_given() -> None:
    """Data that are loaded but not named are no variables."""
    data = Data({"one": 1, "two": 2})
    assert data_pages.render("{{ one }}", path="page.md", names=["one"], data=data) == "1"
    with pytest.raises(DocsError, match="'two' is undefined"):
        data_pages.render("{{ two }}", path="page.md", names=["one"], data=data)


def test_loading_names_the_first_fault_and_counts_the_rest(tmp_path: Path) -> None:
    """The error of a file with three faults names one and says that there are two more."""
    schema = (SCHEMAS / "skip_users.json").read_text(encoding="utf-8")
    files = {"data/skip_users.yml": "[-, a b, 3]\n", "data/schemas/skip_users.json": schema}
    root = project(tmp_path, files)
    with pytest.raises(DocsError, match=r"skip_users.yml:1: .*\n.*\(2 more: see `docs check`\)$"):
        data_pages.load(root, ["skip_users"])


def test_a_file_is_parsed_once_for_each_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asking again reads the file but does not parse it; a change is seen at once."""
    root = project(tmp_path, {"data/breads.yml": "[Rye]", "data/schemas/breads.json": "{}"})
    parsed: list[str] = []
    load = yaml_file.load

    def count(root: Path, path: str) -> yaml_file.YamlFile:
        parsed.append(path)
        return load(root, path)

    monkeypatch.setattr(yaml_file, "load", count)
    first = data_pages.load(root, ["breads"])
    assert data_pages.load(root, ["breads"]) == first
    assert parsed == ["data/breads.yml", "data/schemas/breads.json"]
    project(root, {"data/breads.yml": "[Oat]"})
    assert data_pages.load(root, ["breads"]).variables == {"breads": ["Oat"]}


def test_a_schema_without_its_file_is_a_finding(tmp_path: Path) -> None:
    """A file that has a schema must be there."""
    root = project(tmp_path, {"data/schemas/breads.json": "{}"})
    (finding,) = data_pages.check(root)
    assert str(finding).startswith("data/breads.yml:1: D001 data/breads.yml can't be read")


class _Text(HTMLParser):
    """Collects what a reader sees."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[str] = []
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)


MARKUP = st.text(
    alphabet=st.one_of(
        st.sampled_from("[]()*_`~^=|<>&\\{}!#+-.:/\"'$ \n\t%@;1ax"), st.characters(codec="utf-8")
    ),
    max_size=40,
)


@settings(deadline=None)
@given(MARKUP)
def test_every_text_is_shown_as_it_stands(text: str) -> None:
    """Whatever stands in a text, Python-Markdown with our extensions shows just that."""
    shown = python_markdown.markdown(f"- x{data_markup.escaped(text)}x", extensions=EXTENSIONS)
    page = _Text(shown)
    expected = data_markup._CONTROL.sub("", " ".join(text.split()))
    assert page.text.strip() == f"x{expected}x"
    assert page.tags == ["ul", "li"]


@settings(deadline=None)
@given(MARKUP)
def test_a_link_shows_its_text_and_leads_to_its_address(text: str) -> None:
    """A link is one element, in a list item and in raw HTML, whatever its text is."""
    link = data_markup.link(text, "https://crumb.example/a_b_c?x=*1*&y=2")
    for page in (f"- {link}", f"<ul>\n<li>{link}</li>\n</ul>"):
        html = python_markdown.markdown(page, extensions=EXTENSIONS)
        assert _Text(html).tags == ["ul", "li", "a"]
        address = "https://crumb.example/a_b_c?x=%2A1%2A&amp;y=2"
        assert f'href="{address}" rel="noopener"' in html


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.stem)
def test_our_schemas_are_valid(path: Path) -> None:
    """Each schema is one, says what it is for, and allows no key that it does not know."""
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["title"]
    assert '"properties"' not in json.dumps(
        schema
    ) or '"additionalProperties": false' in json.dumps(schema)


def test_our_data_are_valid(root: Path) -> None:
    """The files in data/ keep to their schemas."""
    assert data_pages.check(root) == ()
    assert len(list(SCHEMAS.glob("*.json"))) == 11


def test_a_page_knows_its_place() -> None:
    """Where the home is from there, and where its sources are."""
    place = data_pages.Place("../", "https://git.example/guide")
    template = '<a href="{{ place.home }}es/"></a><a href="{{ place.repository }}/x"></a>'
    shown = data_pages.render(template, path="page.md", names=[], data=Data({}), place=place)
    assert html.unescape(shown) == (
        '<a href="../es/"></a><a href="https://git.example/guide/x"></a>'
    )


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest, root: Path) -> markdown.Document:
    """Return one of our pages that show data, filled in."""
    source = (root / request.param).read_text(encoding="utf-8")
    return markdown.scan(data_pages.expand(source, root=root, path=request.param), request.param)


def test_our_pages_have_one_title_and_unique_ids(page: markdown.Document) -> None:
    """Every heading, those made from data too, has an id of its own."""
    ids = [heading.id for heading in page.headings]
    assert all(ids)
    assert len(ids) == len(set(ids))
    assert [heading.level for heading in page.headings].count(1) == 1


def test_our_pages_state_the_snapshot_and_their_independence(page: markdown.Document) -> None:
    """A reader is told how old the data are, whose page it is and how to change it."""
    assert "early 2025" in page.text
    assert "independent of the FastAPI project" in page.text
    assert "](contributing.md)" in page.text


def test_our_pages_show_no_picture_and_lead_only_to_https(page: markdown.Document) -> None:
    """Nothing is loaded from another host, and every address is safe."""
    assert "<img" not in page.text
    assert not [link for link in page.links if link.kind == "image"]
    outside = [link.target for link in page.links if ":" in link.target]
    assert len(outside) > 100
    assert all(target.startswith("https://") for target in outside)


def filled(root: Path, path: str) -> str:
    """Return one of our pages, filled in."""
    return data_pages.expand((root / path).read_text(encoding="utf-8"), root=root, path=path)


def test_the_people_page_leaves_out_whom_it_should(root: Path) -> None:
    """Bots and the creator are in no list of counts, company accounts in no list of sponsors."""
    text = filled(root, PAGES[0])
    data = data_pages.load(root, ["skip_users", "sponsors_badge", "contributors"]).variables
    counted = set(re.findall(r"<li><a [^>]*>([^<]*)</a> <span", text))
    assert "Kludex" in counted
    assert counted.isdisjoint(data["skip_users"])
    individual = text.split("{ #individual-sponsors }")[1].split("\n## ")[0]
    shown = set(re.findall(r"github\.com/([\w-]+)", individual))
    assert "pawamoy" in shown
    assert shown.isdisjoint(data["sponsors_badge"]["logins"])


def test_the_people_page_marks_paid_links(root: Path) -> None:
    """Links to sponsors, and only those, say that money was given."""
    text = filled(root, PAGES[0])
    before, sponsors = text.split("{ #sponsors }")
    sponsors, after = sponsors.split("{ #about-the-data }")
    assert 'rel="sponsored noopener"' not in before + after
    assert sponsors.count('rel="sponsored noopener"') == sponsors.count("<a ") > 100


def test_the_lists_of_counts_hold_fifty(root: Path) -> None:
    """The page says fifty, and fifty there are, the highest count first."""
    text = filled(root, PAGES[0])
    for word in ("pull requests?", "translations?"):
        counts = [int(n) for n in re.findall(rf">(\d+) {word}</span>", text)]
        assert len(counts) == 50
        assert counts == sorted(counts, reverse=True)


def test_the_links_page_has_every_entry(root: Path) -> None:
    """Each title and each repository of the data is on the page."""
    text = filled(root, PAGES[1])
    links = yaml.safe_load((root / "data/external_links.yml").read_text(encoding="utf-8"))
    entries = [e for languages in links.values() for es in languages.values() for e in es]
    repositories = yaml.safe_load((root / "data/topic_repos.yml").read_text(encoding="utf-8"))
    assert len([line for line in text.split("\n") if line.startswith("- <a ")]) == len(
        entries
    ) + len(repositories)
    assert all(data_markup.escaped(entry["title"]) in text for entry in entries)
