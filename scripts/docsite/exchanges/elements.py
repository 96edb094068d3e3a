"""What a page shows of its examples: frozen requests, responses and sessions, with their lines."""

from __future__ import annotations

from dataclasses import dataclass

from scripts.docsite.markdown import Fence
from scripts.docsite.model import Location


@dataclass(frozen=True, slots=True)
class Header:
    """A header as written: its name, its value, its line in the page."""

    name: str
    value: str
    line: int


@dataclass(frozen=True, slots=True)
class Request:
    """A request as written; its body is empty where none is given."""

    method: str
    target: str
    headers: tuple[Header, ...]
    body: str
    line: int
    body_line: int

    def header(self, name: str) -> str | None:
        """Return the value of the first header of that name, in any case, or None."""
        return next((h.value for h in self.headers if h.name.lower() == name.lower()), None)


@dataclass(frozen=True, slots=True)
class Response:
    """A response as shown; its body is empty where none is shown."""

    status: int
    headers: tuple[Header, ...]
    body: str
    line: int
    body_line: int


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and the response that the page shows for it."""

    request: Request
    response: Response

    @property
    def line(self) -> int:
        """The line of the request."""
        return self.request.line


@dataclass(frozen=True, slots=True)
class Message:
    """A line of a WebSocket conversation: `> text` sent by the client, `< text` received."""

    sent: bool
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Close:
    """The end of a WebSocket conversation: `close 1000`, or `close 1008 Reason`."""

    code: int
    reason: str
    line: int

    def __str__(self) -> str:
        """Return the line as it is written in a page."""
        return f"close {self.code} {self.reason}".rstrip()


@dataclass(frozen=True, slots=True)
class Conversation:
    """A WebSocket conversation: the handshake, the messages in order, and how it ends."""

    request: Request
    messages: tuple[Message, ...]
    close: Close | None
    end_line: int
    """The last line that belongs to it."""

    @property
    def line(self) -> int:
        """The line of the handshake."""
        return self.request.line


Turn = Exchange | Conversation


@dataclass(frozen=True, slots=True)
class _Bound:
    """A fence of the page `path` that is bound to what makes its content."""

    path: str
    fence: Fence

    @property
    def line(self) -> int:
        """The line of the fence's opening mark."""
        return self.fence.line

    @property
    def location(self) -> Location:
        """Where the block stands."""
        return Location(self.path, self.fence.line)


@dataclass(frozen=True, slots=True)
class HttpBlock(_Bound):
    """Exchanges with an example, one after the other."""

    example: str
    """The example's path below `docs_src/`."""
    app: str
    """The name of the app object in it."""
    session: str | None
    """Blocks of a page with the same session share one running app."""
    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class SchemaBlock(_Bound):
    """A fragment of an example's OpenAPI schema."""

    example: str
    app: str
    pointer: str
    """A JSON pointer into the schema; empty for the whole."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command of a console session, and the output shown below it."""

    arguments: tuple[str, ...]
    status: int
    """The exit status it must end with."""
    line: int
    output: tuple[str, ...]
    output_line: int


@dataclass(frozen=True, slots=True)
class ConsoleBlock(_Bound):
    """A console session whose output is made by commands."""

    commands: tuple[Command, ...]


Block = HttpBlock | SchemaBlock | ConsoleBlock
