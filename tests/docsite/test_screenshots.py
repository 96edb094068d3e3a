"""Screenshots in pages: what a comment asks for, which files there must be, what readers see."""

from __future__ import annotations

import io
import string
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from scripts.docsite import markdown, screenshots
from scripts.docsite.errors import DocsError
from scripts.docsite.screenshots import Shot
from tests.support import Project

Make = Callable[[Mapping[str, str | bytes | None]], Project]

COMMENT = '<!-- screenshot: example=huts/tutorial001.py page=/docs alt="Two huts" -->'
NAME = "huts-tutorial001-docs"


def parsed(text: str) -> screenshots.Screenshot:
    """Return what the one comment of a page asks for."""
    (comment,) = screenshots.comments(markdown.scan(text, "docs/en/huts.md"))
    return screenshots.parse(comment, "docs/en/huts.md")


def picture(width: int = 8, height: int = 4, **how: object) -> bytes:
    """Return a WebP picture."""
    buffer = io.BytesIO()
    Image.new(str(how.pop("mode", "RGB")), (width, height)).save(buffer, "WEBP", **how)
    return buffer.getvalue()


def files(content: bytes, name: str = NAME) -> dict[str, bytes]:
    """Return the four files of a picture by path."""
    kinds = ("light@1x", "light@2x", "dark@1x", "dark@2x")
    return {f"docs/en/img/screenshots/{name}.{kind}.webp": content for kind in kinds}


def test_a_comment_says_all() -> None:
    """Every option is read; `try` is among them."""
    found = parsed(
        '# Huts\n\n<!-- screenshot: example=huts/app/main.py page=/docs app="api"'
        ' open="GET /huts, PUT /huts/{id}" try="POST /huts" execute="GET /"'
        ' login="mira:a b" dialog="authorize" select=".x > y" hide=".z" alt="It\'s all" -->\n'
    )
    assert found.shot == Shot(
        "huts/app/main.py",
        "/docs",
        app="api",
        open=("GET /huts", "PUT /huts/{id}"),
        attempt=("POST /huts",),
        execute=("GET /",),
        login="mira:a b",
        dialog="authorize",
        select=".x > y",
        hide=".z",
    )
    assert (str(found.location), found.alt) == ("docs/en/huts.md:3", "It's all")
    assert found.shot.id == (
        "huts-app-main-docs-api-open-get-huts-put-huts-id-try-post-huts-execute-get"
        "-login-mira-a-b-dialog-authorize-select-x-y-hide-z"
    )


@pytest.mark.parametrize(
    ("options", "message"),
    {
        "page=/docs alt=x": "the screenshot has no example",
        'example=a.py page=/docs alt=" "': "the screenshot has no alt",
        "example=a.py page=/docs alt=Two huts": "has words outside its options: huts",
        "example=a.py page=/docs alt=x opne=y": "has no option 'opne'",
        "example=a.py page=docs alt=x": "shows no page 'docs'",
        "example=a.py page=/redoc open='GET /' alt=x": "words outside its options",
        'example=a.py page=/redoc open="GET /" alt=x': "ReDoc has no operation to open",
        'example=a.py page=/docs open="get huts" alt=x': "'get huts' is no operation",
        "example=a.py page=/docs dialog=login alt=x": "there is no dialog 'login'",
        "example=a.py page=/docs login=mira alt=x": "the login has no password",
    }.items(),
)
def test_what_makes_no_sense_is_told_with_its_line(options: str, message: str) -> None:
    """Each with a remedy."""
    with pytest.raises(DocsError, match=r"^docs/en/huts\.md:3: ") as caught:
        parsed(f"# Huts\n\n<!-- screenshot: {options} -->\n")
    assert message in str(caught.value)
    assert caught.value.hint


@given(alt=st.text(string.ascii_letters + " =/{}.'<&é", min_size=1).filter(str.strip))
def test_any_text_can_describe_a_picture(alt: str) -> None:
    """The text for readers who can't see is kept, and is no part of the picture's name."""
    found = parsed(COMMENT.replace("Two huts", alt))
    assert (found.alt, found.shot.id) == (alt, NAME)


def test_a_plan_names_each_picture_once() -> None:
    """Translations share the picture; what is there besides is unused."""
    english = markdown.scan(f"# Huts\n\n{COMMENT}\n", "docs/en/huts.md")
    spanish = markdown.scan(f"{COMMENT.replace('Two huts', 'Dos')}\n", "docs/es/huts.md")
    (found,) = screenshots.plan([("docs/en/huts.md", english), ("docs/es/huts.md", spanish)])
    assert [str(place) for place in found.places] == ["docs/en/huts.md:3", "docs/es/huts.md:1"]
    assert set(found.files) == set(files(b""))


def test_two_pictures_of_one_name_are_refused() -> None:
    """A dash and a slash look alike in a name."""
    other = COMMENT.replace("huts/tutorial001.py", "huts-tutorial001.py")
    page = markdown.scan(f"{COMMENT}\n\n{other}\n", "docs/en/a.md")
    with pytest.raises(DocsError, match=r"a\.md:3: .* same name as the one at docs/en/a\.md:1"):
        screenshots.plan([("docs/en/a.md", page)])


@pytest.mark.parametrize(
    "content",
    [
        picture(301, 7, quality=80),
        picture(301, 7, lossless=True),
        picture(301, 7, mode="RGBA", exif=b"Exif\0\0"),
    ],
    ids=["lossy", "lossless", "extended"],
)
def test_the_size_is_read_from_the_header(content: bytes) -> None:
    """In each of the three kinds of WebP."""
    assert screenshots.size(content) == (301, 7)


@given(st.binary(max_size=64))
def test_no_picture_has_no_size(content: bytes) -> None:
    """Whatever stands in the file, reading its size does not fail."""
    assert screenshots.size(content) is None
    assert screenshots.size(picture()[:20]) is None


def test_readers_see_a_picture_for_each_scheme(make_project: Make) -> None:
    """With its size, its text, two densities, and an address from the page."""
    project = make_project(files(picture()))
    text = f"- List\n\n    {COMMENT.replace('Two', 'Two &quot;<')}\n\n    more\n"
    shown = screenshots.render(text, "docs/en/a.md", root=project.root)
    shots = "../../img/screenshots"
    assert screenshots.addressed(shown, "a/", "..").split("\n") == [
        "- List",
        "",
        "",
        '    <figure class="screenshot">',
        *(
            f'    <img class="screenshot-{scheme}" src="{shots}/{NAME}.{scheme}@1x.webp"'
            f' srcset="{shots}/{NAME}.{scheme}@1x.webp 1x,'
            f' {shots}/{NAME}.{scheme}@2x.webp 2x" width="8" height="4" loading="lazy"'
            ' alt="Two &amp;quot;&lt; huts">'
            for scheme in ("light", "dark")
        ),
        "    </figure>",
        "",
        "",
        "    more",
        "",
    ]


@pytest.mark.parametrize("content", [None, b"no picture"])
def test_a_comment_without_its_picture_stays(make_project: Make, content: bytes | None) -> None:
    """A reader sees nothing of it."""
    project = make_project({} if content is None else files(content))
    for comment in (COMMENT, "<!-- screenshot: page=/docs -->", "<!-- a word -->"):
        shown = screenshots.render(comment, "docs/en/a.md", root=project.root)
        assert shown == comment


def told(project: Project, page: str) -> list[str]:
    """Return what is wrong with a page."""
    document = markdown.scan(page, "docs/en/huts.md")
    return [str(found) for found in screenshots.check(project.root, document, "docs/en/huts.md")]


def test_a_missing_picture_is_told_with_the_command_that_makes_it(make_project: Make) -> None:
    """One file that is missing is enough; a whole picture is fine."""
    project = make_project({"docs_src/huts/tutorial001.py": "", **files(picture())})
    assert told(project, COMMENT) == []
    gone = f"docs/en/img/screenshots/{NAME}.dark@2x.webp"
    project.change({gone: None})
    assert told(project, f"\n{COMMENT}") == [
        f"docs/en/huts.md:2: P018 the picture is missing: {gone}\n"
        "  → make it with `docs screenshots huts.md`"
    ]


def test_unused_pictures_are_told(make_project: Make) -> None:
    """Unless a comment can't be read: then nobody knows what it wants."""
    project = make_project({**files(picture()), **files(picture(), "old")})

    def unused(text: str) -> list[str]:
        page = ("docs/en/a.md", markdown.scan(text, "docs/en/a.md"))
        return [found.location.path for found in screenshots.check_unused(project.root, [page])]

    assert sorted(unused(COMMENT)) == sorted(files(b"", "old"))
    assert unused(f"{COMMENT}\n\n<!-- screenshot: a -->\n") == []


def test_every_page_of_this_site_is_sound(root: Path) -> None:
    """Its comments can be read and their pictures are there; at least ten of them."""
    pages = [
        (path.relative_to(root).as_posix(), markdown.scan(path.read_text("utf-8")))
        for path in sorted((root / "docs").rglob("*.md"))
    ]
    assert [f for name, doc in pages for f in screenshots.check(root, doc, name)] == []
    planned = screenshots.plan(pages)
    assert len(planned) >= 10
    assert screenshots.unused(root, planned) == []
    total = sum((root / file).stat().st_size for entry in planned for file in entry.files)
    assert total < 6_000_000
