"""Command lines in pages: each word of them is known to the installed command."""

from __future__ import annotations

import difflib
import json
import re
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from scripts.docsite.markdown import Fence

_PROMPT = "$ "
_SHELLS = ("bash", "sh", "shell")
_PLACEHOLDER = re.compile(r"<[\w -]+>|\[[A-Z=_ …-]+\]|\.\.\.|…")
_ENDS = frozenset({"|", "||", "&", "&&", ";", ">", ">>", "<", "2>"})
_DOCKER = re.compile(r"^\s*(?:CMD|ENTRYPOINT)\s+(?P<words>\[.*\])\s*$")
_STANDS_FOR = "PLACEHOLDER"


@dataclass(frozen=True)
class Command:
    """An installed command: its options, and the commands below it."""

    name: str
    options: frozenset[str] | None = None
    """`--port` and the like; None where any option is left unchecked."""
    commands: Mapping[str, Command] = field(default_factory=lambda: MappingProxyType({}))


def of_fence(fence: Fence) -> Iterator[tuple[int, str]]:
    """Yield the command lines that a code block shows, each with its line."""
    lines = fence.content.split("\n")
    for index, line in enumerate(lines):
        at = fence.line + 1 + index
        is_typed = fence.language == "console" and line.startswith(_PROMPT)
        if docker := _DOCKER.match(line) if fence.language == "dockerfile" else None:
            yield at, _from_json(docker["words"])
        elif is_typed or fence.language in _SHELLS:
            yield at, _whole(line.removeprefix(_PROMPT), lines[index + 1 :])


def _whole(line: str, following: list[str]) -> str:
    """Return a command line with the lines that it goes on in."""
    rest = iter(following)
    while line.endswith("\\"):
        line = f"{line[:-1]} {next(rest, '').removeprefix('> ')}"
    return line


def _from_json(words: str) -> str:
    try:
        found = json.loads(words)
    except ValueError:
        return ""
    return shlex.join(word for word in found if isinstance(word, str))


def faults(text: str, known: Mapping[str, Command]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a command line, and what to write instead."""
    for words in _simple(text):
        found = _program(words)
        if found and found[0] in known:
            yield from _walked(known[found[0]], found[1:])


def _simple(text: str) -> Iterator[list[str]]:
    """Yield the words of each command that a line runs: both of `a && b`."""
    lexer = shlex.shlex(_PLACEHOLDER.sub(_STANDS_FOR, text), posix=True, punctuation_chars=True)
    lexer.whitespace_split, lexer.commenters = True, "#"
    words: list[str] = []
    try:
        for word in lexer:
            if word in _ENDS:
                yield words
                words = []
            else:
                words.append(word)
    except ValueError:  # an open quote: the words before it are of use
        pass
    yield words


def _program(words: list[str]) -> list[str]:
    """Return the words from the program's name on, without what runs it or sets variables."""
    while words and ("=" in words[0] or words[0] in ("sudo", "exec", "time")):
        words = words[1:]
    if words[:2] == ["uv", "run"]:
        words = words[2:]
        while words and words[0].startswith("-"):
            words = words[1:]
    if len(words) > 2 and words[0] in ("python", "python3") and words[1] == "-m":
        words = words[2:]
    return [words[0].rpartition("/")[2], *words[1:]] if words else []


def _walked(command: Command, words: list[str]) -> Iterator[tuple[str, str]]:
    path, after_option = command.name, False
    for word in words:
        if word == "--" or _STANDS_FOR in word:
            return
        if word.startswith("-") and len(word) > 1:
            after_option = True
            option = word.partition("=")[0] if word.startswith("--") else word[:2]
            if command.options is not None and option not in command.options:
                alike = _alike(option, command.options)
                yield f"`{path}` has no option {option}", f"did you mean {alike}?" if alike else ""
        elif not after_option and command.commands:
            if word.isupper() or "=" in word:
                continue
            if word not in command.commands:
                alike = _alike(word, command.commands)
                hint = f"did you mean `{path} {alike}`?" if alike else ""
                yield f"`{path}` has no command {word}", hint
                return
            command, path = command.commands[word], f"{path} {word}"
        else:
            after_option = False


def _alike(word: str, known: Mapping[str, object] | frozenset[str]) -> str | None:
    alike = difflib.get_close_matches(word, sorted(known), n=1)
    return alike[0] if alike else None
