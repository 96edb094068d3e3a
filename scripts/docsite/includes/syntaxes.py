"""What a file's name says about its text: the language to highlight it as, and its comments."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Syntax:
    """A language by the name that Pygments knows, with the marks around a comment."""

    language: str
    comment_start: str = "# "
    comment_end: str = ""

    def comment(self, text: str) -> str:
        """Return the text as a comment line."""
        return f"{self.comment_start}{text}{self.comment_end}"


_XML = ("<!-- ", " -->")
_C = ("/* ", " */")
_BY_NAME = MappingProxyType(
    {
        "dockerfile": Syntax("dockerfile"),
        "containerfile": Syntax("dockerfile"),
        "makefile": Syntax("make"),
        ".env": Syntax("bash"),
    }
)
_BY_SUFFIX = MappingProxyType(
    {
        ".cfg": Syntax("ini"),
        ".css": Syntax("css", *_C),
        ".dockerfile": Syntax("dockerfile"),
        ".env": Syntax("bash"),
        ".graphql": Syntax("graphql"),
        ".html": Syntax("html", *_XML),
        ".ini": Syntax("ini"),
        ".j2": Syntax("jinja", "{# ", " #}"),
        ".jinja": Syntax("jinja", "{# ", " #}"),
        ".js": Syntax("javascript", "// "),
        ".json": Syntax("json", "// "),
        ".jsx": Syntax("jsx", "// "),
        ".md": Syntax("markdown", *_XML),
        ".mjs": Syntax("javascript", "// "),
        ".py": Syntax("python"),
        ".sh": Syntax("bash"),
        ".sql": Syntax("sql", "-- "),
        ".svg": Syntax("xml", *_XML),
        ".toml": Syntax("toml"),
        ".ts": Syntax("typescript", "// "),
        ".tsx": Syntax("tsx", "// "),
        ".xml": Syntax("xml", *_XML),
        ".yaml": Syntax("yaml"),
        ".yml": Syntax("yaml"),
    }
)
_TEXT = Syntax("text")


def of(path: str) -> Syntax:
    """Return the syntax of the file `path`; plain text where its name is not known."""
    name = PurePosixPath(path.lower())
    return _BY_NAME.get(name.name) or _BY_SUFFIX.get(name.suffix) or _TEXT
