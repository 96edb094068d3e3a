"""From a page's fences to the blocks that are bound to an example or a command."""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, field

from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import http_text, json_pattern, wire
from scripts.docsite.exchanges.elements import (
    Block,
    Command,
    ConsoleBlock,
    HttpBlock,
    SchemaBlock,
)
from scripts.docsite.markdown import Document, Fence, info
from scripts.docsite.model import Location

BINDING = {"http": "example", "json": "openapi", "console": "run"}
"""The option that binds a block, by the language of its fence."""

STATIC = "static"
"""The option that says why a block can't be bound."""

EXTRA = {"http": ("app", "session"), "json": ("app",), "console": ("exit",)}
"""What else the info string of a bound block can say."""

_SHOWN = ("title", "hl_lines", "linenums")
"""The options of the highlighter; an exchange is shown in blocks of its own, without them."""

_CHAIN = "&&"
_PROMPTS = ("$ ", "# (")
_COMMENT = "// "


def blocks(document: Document, path: str) -> tuple[Block, ...]:
    """Return the bound blocks of the page `path`, in order.

    Raises `DocsError` with the line of the first that can't be read.
    """
    found = (parse(fence, path) for fence in document.fences)
    return tuple(block for block in found if block is not None)


def options(fence: Fence) -> frozenset[str]:
    """Return the names of the options that bind this fence, or say why it is not bound."""
    known = (BINDING.get(fence.language, ""), *EXTRA.get(fence.language, ()), STATIC)
    return frozenset(known).intersection(fence.options)


def parse(fence: Fence, path: str) -> Block | None:
    """Return the block that the fence is, or None where it is bound to nothing.

    Raises `DocsError` with the line that can't be read, or where an option has no place.
    """
    at = Location(path, fence.line)
    _check_options(fence, at)
    binding = fence.options.get(BINDING.get(fence.language, ""))
    if binding is None or STATIC in fence.options:
        return None
    if fence.language == "http":
        return _http(fence, path, binding)
    if fence.language == "json":
        return _schema(fence, path, binding)
    return _console(fence, path, binding)


def is_commands_only(fence: Fence) -> bool:
    """Return whether a console session shows no output: commands, comments and blanks alone."""
    marks = (*_PROMPTS, _COMMENT)
    lines = fence.content.splitlines()
    return all(not line.strip() or line.startswith(marks) for line in lines)


def _check_options(fence: Fence, at: Location) -> None:
    """Refuse a binding option on a fence where it has no meaning, and two that contradict."""
    written = [name for name in fence.options if name in {*BINDING.values(), STATIC}]
    own = BINDING.get(fence.language)
    for name in written:
        if name != STATIC and name != own:
            raise DocsError(
                f"the option `{name}` has no meaning on a {fence.language or 'plain'} block",
                at=at,
                hint="use example= on http, openapi= on json, run= on console blocks",
            )
    if STATIC in written and len(written) > 1:
        raise DocsError(
            f"the block is bound by `{own}` and marked static at once",
            at=at,
            hint=f"keep one of {STATIC}= and {own}=",
        )
    if STATIC in written and not fence.options[STATIC].strip():
        raise DocsError(f"{STATIC}= gives no reason", at=at, hint="say why nothing produces it")
    if own:
        known = (own, *EXTRA[fence.language], STATIC)
        _check_names(fence, known if fence.language == "http" else (*known, *_SHOWN), at)


def _check_names(fence: Fence, known: Sequence[str], at: Location) -> None:
    """Refuse an option that is not known or stands there twice, and what is no option."""
    names = info.option_names(fence.info)
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            raise DocsError(
                f"there is no option {name!r} for {fence.language} blocks",
                at=at,
                hint=f"did you mean {near[0]}=?" if near else f"known are {', '.join(known)}",
            )
        if names.count(name) > 1:
            raise DocsError(f"the option `{name}` stands here twice", at=at, hint="keep one")
    if stray := info.stray_words(fence.info):
        name = stray[0].rstrip("=")
        raise DocsError(
            f"{stray[0]!r} is no option with a value",
            at=at,
            hint=f'write {name}="…"' if name in known else 'write name="value"',
        )


def _http(fence: Fence, path: str, example: str) -> HttpBlock:
    turns = http_text.parse(fence.content, path, fence.line + 1)
    for turn in turns:
        wire.encode(turn.request, path)
    app = fence.options.get("app", "app")
    return HttpBlock(path, fence, example, app, fence.options.get("session"), turns)


def _schema(fence: Fence, path: str, binding: str) -> SchemaBlock:
    example, _, pointer = binding.partition("#")
    if pointer and not pointer.startswith("/"):
        raise DocsError(
            f"{pointer!r} is no JSON pointer",
            at=Location(path, fence.line),
            hint="start it with a slash, and write ~1 for a / inside a key: #/paths/~1huts/get",
        )
    json_pattern.parse(fence.content, Location(path, fence.line + 1))
    return SchemaBlock(path, fence, example, fence.options.get("app", "app"), pointer)


def _console(fence: Fence, path: str, run: str) -> ConsoleBlock:
    at = Location(path, fence.line)
    argument_lists = _arguments(run, at)
    shown = _sessions(fence)
    if len(shown) != len(argument_lists):
        raise DocsError(
            f"the session shows {len(shown)} commands and run= has {len(argument_lists)}",
            at=at,
            hint=f"write one command in run= for each `$ ` line, joined by {_CHAIN}",
        )
    status = fence.options.get("exit", "0")
    if not status.isdecimal() or int(status) > 255:
        raise DocsError(f"exit={status!r} is no exit status", at=at, hint='write exit="1"')
    commands = []
    for number, arguments in enumerate(argument_lists, 1):
        session = shown[number - 1]
        expected = int(status) if number == len(shown) else 0
        first = session.line + 1 + session.comments
        commands.append(Command(arguments, expected, session.line, tuple(session.output), first))
    return ConsoleBlock(path, fence, tuple(commands))


def _arguments(run: str, at: Location) -> list[tuple[str, ...]]:
    try:
        words = shlex.split(run)
    except ValueError as error:
        raise DocsError(
            f"the command in run= can't be read: {error}", at=at, hint="close its quotes"
        ) from error
    found: list[list[str]] = [[]]
    for word in words:
        if word == _CHAIN:
            found.append([])
        else:
            found[-1].append(word)
    if not all(found):
        raise DocsError("run= holds an empty command", at=at, hint='write run="python file.py"')
    return [tuple(arguments) for arguments in found]


@dataclass
class _Session:
    """A command of a session: its line, the comments right behind it, and its output."""

    line: int
    comments: int = 0
    output: list[str] = field(default_factory=list)


def _sessions(fence: Fence) -> list[_Session]:
    found: list[_Session] = []
    for line, text in enumerate(fence.content.splitlines(), fence.line + 1):
        if text.startswith(_PROMPTS):
            found.append(_Session(line))
        elif found and text.startswith(_COMMENT) and not found[-1].output:
            found[-1].comments += 1
        elif found:
            found[-1].output.append(text)
    return found
