"""Screenshots in pages: a comment says what a picture shows, and where it goes.

```html
<!-- screenshot: example=body/tutorial001.py page=/docs open="POST /breads" alt="What it shows" -->
```

The example is run, its page opened in a browser, and what the options ask for is done there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields

from scripts.docsite.errors import DocsError
from scripts.docsite.examples import SOURCES
from scripts.docsite.markdown import Comment, Document
from scripts.docsite.model import Location

MARK = "screenshot:"
DIALOGS = ("authorize",)

_OPERATION = re.compile(r"(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) /\S*")
_NO_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Shot:
    """What a picture shows: the page of an example, and what was done there before."""

    example: str
    """The example's file below `docs_src/`."""
    page: str
    """The address of Swagger UI or ReDoc: `/docs`, `/redoc`, `/admin/docs` of an app inside."""
    app: str = "app"
    """The name of the app in the example's module."""
    open: tuple[str, ...] = ()
    """The operations that are opened: `POST /huts`."""
    attempt: tuple[str, ...] = ()
    """Those that are opened and made ready with “Try it out”; written `try`."""
    execute: tuple[str, ...] = ()
    """Those that are executed with the values that stand there."""
    login: str = ""
    """`name:password`, given in the dialog behind “Authorize” before all else."""
    dialog: str = ""
    """`authorize`: the dialog that is open."""
    select: str = ""
    """The CSS selector of what is shown; the operations named, or the page, by default."""

    hide: str = ""
    """The CSS selector of what is left out: what a picture is not about."""

    @property
    def id(self) -> str:
        """The name of the picture: the same for the same example, page and options."""
        parts = [self.example.removesuffix(".py"), self.page]
        if self.app != "app":
            parts.append(self.app)
        for name in ("open", "attempt", "execute", "login", "dialog", "select", "hide"):
            value = getattr(self, name)
            if value:
                words = value if isinstance(value, tuple) else (value,)
                parts += [_written(name), *words]
        return _NO_WORD.sub("-", " ".join(parts).lower()).strip("-")

    @property
    def is_redoc(self) -> bool:
        """Whether the page is ReDoc, which can only be looked at."""
        return self.page.rpartition("/")[2] == "redoc"

    @property
    def operations(self) -> tuple[str, ...]:
        """All operations that are opened in any way, each once."""
        return tuple(dict.fromkeys([*self.open, *self.attempt, *self.execute]))


@dataclass(frozen=True, slots=True)
class Screenshot:
    """A comment that asks for a picture, and the text for readers who can't see it."""

    location: Location
    end_line: int
    shot: Shot
    alt: str


def comments(document: Document) -> Iterator[Comment]:
    """Yield the comments of a page that ask for a picture."""
    return (comment for comment in document.comments if comment.text.startswith(MARK))


def parse(comment: Comment, path: str) -> Screenshot:
    """Return what a comment of the page `path` asks for.

    Raises `DocsError` with its line where an option is missing, unknown, or makes no sense.
    """
    at = Location(path, comment.line)
    if comment.words != MARK:
        rest = comment.words.removeprefix(MARK).strip()
        hint = 'write option="value", the value in quotes where it has blanks'
        raise DocsError(f"the screenshot has words outside its options: {rest}", at=at, hint=hint)
    options = dict(comment.options)
    for name in ("example", "page", "alt"):
        if not options.get(name, "").strip():
            raise DocsError(
                f"the screenshot has no {name}",
                at=at,
                hint='write example=topic/tutorial001.py page=/docs alt="What it shows"',
            )
    known = [_written(field.name) for field in fields(Shot)]
    for name in options:
        if name not in [*known, "alt"]:
            hint = f"the options are {', '.join([*known, 'alt'])}"
            raise DocsError(f"a screenshot has no option {name!r}", at=at, hint=hint)
    alt = options.pop("alt")
    return Screenshot(at, comment.end_line, _shot(options, at), alt)


def _shot(options: Mapping[str, str], at: Location) -> Shot:
    def operations(name: str) -> tuple[str, ...]:
        return _operations(options.get(name, ""), at)

    shot = Shot(
        options["example"],
        options["page"],
        app=options.get("app", "app"),
        open=operations("open"),
        attempt=operations("try"),
        execute=operations("execute"),
        login=options.get("login", ""),
        dialog=options.get("dialog", ""),
        select=options.get("select", ""),
        hide=options.get("hide", ""),
    )
    if not shot.page.startswith("/"):
        hint = "write its address from the app's root: page=/docs"
        raise DocsError(f"a screenshot shows no page {shot.page!r}", at=at, hint=hint)
    if shot.dialog not in ("", *DIALOGS):
        hint = f"write {' or '.join(DIALOGS)}"
        raise DocsError(f"there is no dialog {shot.dialog!r}", at=at, hint=hint)
    if shot.login and ":" not in shot.login:
        hint = 'write login="name:password"'
        raise DocsError("the login has no password", at=at, hint=hint)
    if shot.is_redoc and (shot.operations or shot.login or shot.dialog):
        hint = "leave the option out, or write page=/docs"
        raise DocsError("ReDoc has no operation to open and no dialog", at=at, hint=hint)
    return shot


def _operations(text: str, at: Location) -> tuple[str, ...]:
    found = tuple(part.strip() for part in text.split(",") if part.strip())
    for operation in found:
        if not _OPERATION.fullmatch(operation):
            hint = 'write a method and a path, several with commas: "GET /huts, POST /huts"'
            raise DocsError(f"{operation!r} is no operation", at=at, hint=hint)
    return found


def _written(name: str) -> str:
    """Return the option that writers know: Python keeps `try` for itself."""
    return "try" if name == "attempt" else name


def source(shot: Shot) -> str:
    """Return the path of the example's file from the root."""
    return f"{SOURCES}/{shot.example}"
