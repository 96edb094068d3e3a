"""What English has changed since a page was translated, for a terminal and as a page."""

from __future__ import annotations

from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from scripts.docs import app
from scripts.docsite import languages
from scripts.docsite.translations.differences import as_text, differences
from scripts.docsite.translations.differences_page import as_html
from scripts.docsite.translations.word_diff import word_diff
from tests.docsite.translations.conftest import Repository

REPO_URL = "https://git.example/guide"


def marked(old: str, new: str) -> str:
    """Return both texts as one: `[-old-]`, `{+new+}`."""
    marks = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return "".join(marks[piece.kind].format(piece.text) for piece in word_diff(old, new))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        pytest.param("A hut has", "Each hut has", "[-A-]{+Each+} hut has", id="a word"),
        pytest.param("one two three", "1 2 three", "[-one two-]{+1 2+} three", id="two words"),
        pytest.param("one\n\ntwo", "1\n\n2", "[-one-]{+1+}\n\n[-two-]{+2+}", id="two paragraphs"),
        pytest.param("小屋里有床。", "小屋里没有床。", "小屋里{+没+}有床。", id="Chinese"),
        pytest.param("山小屋のベッド", "山小屋の毛布", "山小屋の[-ベッド-]{+毛布+}", id="Japanese"),
        pytest.param("북쪽 오두막", "남쪽 오두막", "[-북쪽-]{+남쪽+} 오두막", id="Korean"),
        pytest.param("`get_hut(3)`", "`get_hut(4)`", "`get_hut([-3-]{+4+})`", id="code"),
        pytest.param("app.get_hut", "app.get_huts", "app.[-get_hut-]{+get_huts+}", id="a name"),
        pytest.param(
            "Run it:\n\nFor more, see the map.",
            "Run it:\n\n```console\n$ fastapi dev\n\nFor you\n```\n\nFor more, see a map.",
            "Run it:\n\n{+```console\n$ fastapi dev\n\nFor you\n```\n\n+}"
            "For more, see [-the-]{+a+} map.",
            id="a code block before a changed paragraph",
        ),
        pytest.param(
            "A hut has beds.\n\nThe map shows them.",
            "Each hut has beds.\n\nThe season matters: in winter no warden is there.\n\n"
            "The map shows all of them.",
            "[-A-]{+Each+} hut has beds.\n\n{+The season matters: in winter no warden is there."
            "\n\n+}The map shows {+all of +}them.",
            id="a paragraph between two changed ones",
        ),
        pytest.param(
            "For more, see the map.",
            "```python\nFor = 1\n```",
            "[-For more, see the map.-]{+```python\nFor = 1\n```+}",
            id="code in the place of a paragraph",
        ),
        pytest.param(
            "All of the beds are free tonight.",
            "Nobody has asked: the warden sleeps.",
            "[-All of the beds are free tonight.-]{+Nobody has asked: the warden sleeps.+}",
            id="a paragraph that says something else",
        ),
        pytest.param("", "new", "{+new+}", id="nothing before"),
        pytest.param("old", "", "[-old-]", id="nothing after"),
    ],
)
def test_words_are_told_apart(old: str, new: str, shown: str) -> None:
    """Where a language has no blanks between words, each of its letters is one."""
    assert marked(old, new) == shown


TEXTS = st.text("a b.\n小のé_`", max_size=30)
BLOCKS = st.lists(
    st.sampled_from(["a", "a b", "```", "~~~", "/// tip", "", " ", "---"]), max_size=9
)


@given(*[st.one_of(TEXTS, BLOCKS.map("\n".join))] * 2)
def test_no_text_is_lost(old: str, new: str) -> None:
    """Without the added words there is the old text, without the removed ones the new."""
    pieces = list(word_diff(old, new))
    assert "".join(p.text for p in pieces if p.kind != "added") == old
    assert "".join(p.text for p in pieces if p.kind != "removed") == new


def test_the_record_is_no_part_of_the_text(repository: Repository) -> None:
    """Translators see the front matter as they write it."""
    repository.change("en", "How to book", "How one books")
    (found,) = differences(repository.page, repository.root)
    text = as_text(found)
    assert "[-to book-]{+one books+}" in text
    assert "sync:" not in text
    assert "--- the translation, docs/es/huts.md:1 ---" in text


class Tags(HTMLParser):
    """The tags of a page, each with its attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag."""
        self.found.append((tag, dict(attrs)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """Return the attributes of each such tag."""
        return [attributes for name, attributes in self.found if name == tag]


def page(repository: Repository, code: str = "es") -> str:
    """Return the differences as a page, as if the translation were in another language."""
    found = differences(repository.page, repository.root)
    language = languages.load(repository.root)[code]
    return as_html(repository.page, found, language, REPO_URL)


def test_the_page_shows_both_sides(repository: Repository) -> None:
    """The words that changed, the translation, and where each stands in its source."""
    repository.change("en", "A hut has", "Each <b> hut has").change("en", "{ #recap }", "{ #end }")
    text = page(repository)
    assert "<del>A</del><ins>Each &lt;b&gt;</ins> hut has beds." in text
    assert "Un refugio tiene camas." in text
    assert "Readers see this section in English." in text
    links = {link["href"] for link in Tags(text).all("a")}
    assert f"{REPO_URL}/blob/HEAD/docs/en/huts.md#L5" in links
    assert any(str(link).startswith(f"{REPO_URL}/blob/HEAD/docs/es/huts.md#L") for link in links)


def test_the_page_asks_no_place_for_anything(repository: Repository) -> None:
    """It has no script, and nothing that a browser would load."""
    repository.change("en", "A hut has", "Each hut has")
    text = page(repository)
    tags = Tags(text)
    assert not any({"src", "srcset", "data"} & attributes.keys() for _, attributes in tags.found)
    assert not {name for name, _ in tags.found} & {"script", "link", "img", "iframe"}
    assert "url(" not in text
    assert "@import" not in text


def test_text_from_the_right_code_from_the_left(repository: Repository) -> None:
    """Each run of lines of the translation has its own direction."""
    repository.change("en", "beds that are still free", "free beds")
    sources = [tag for tag in Tags(page(repository, "fa")).all("pre") if tag["class"] == "source"]
    directions = [(tag.get("lang"), tag["dir"]) for tag in sources]
    assert directions == [("en", "ltr"), ("fa", "rtl"), (None, "ltr")]


def run(repository: Repository, *arguments: str) -> str:
    """Run the command on the Spanish page; return what it prints."""
    command: Sequence[str] = ["--root", str(repository.root), "translations", "diff", "es", "huts"]
    result = CliRunner().invoke(app, [*command, *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command_writes_a_page(repository: Repository, tmp_path: Path) -> None:
    """Among what is not committed, or where it is told to."""
    repository.change("en", "A hut has", "Each hut has")
    path = repository.root / ".cache/differences/es-huts.html"
    assert run(repository, "--html") == f"written: {path}\n"
    chosen = tmp_path / "there.html"
    assert run(repository, "--to", str(chosen)) == f"written: {chosen}\n"
    assert chosen.read_text(encoding="utf-8") == path.read_text(encoding="utf-8")
    assert "<del>A</del><ins>Each</ins>" in path.read_text(encoding="utf-8")


def test_a_page_that_is_current_says_so(repository: Repository) -> None:
    """In both forms."""
    assert run(repository) == "every section is current\n"
    assert "Every section is current." in page(repository)
