"""The notation of exchanges: fences become blocks, and what can't be read is told by its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import http_text, notation
from scripts.docsite.exchanges.elements import (
    Close,
    ConsoleBlock,
    Conversation,
    Exchange,
    HttpBlock,
    SchemaBlock,
)
from tests.docsite.exchanges.support import PATH, block, fence

CASES = Path(__file__).parents[1] / "cases/exchanges/unreadable"
BOUND = {"http": 'example="a/b.py"', "json": 'openapi="a/b.py#/info"', "console": 'run="python"'}


def http(content: str, options: str = "") -> HttpBlock:
    """Return an http block bound to an example."""
    found = block(content, f'http example="huts/tutorial001.py"{options}')
    assert isinstance(found, HttpBlock)
    return found


def exchange(content: str) -> Exchange:
    """Return the only exchange of a block."""
    (turn,) = http(content).turns
    assert isinstance(turn, Exchange)
    return turn


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_what_cannot_be_read_is_told_with_its_line(path: Path) -> None:
    """Each case names the page line of the mistake, and a remedy follows."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    with pytest.raises(DocsError) as caught:
        block(case["content"], f"{case['language']} {BOUND[case['language']]}")
    assert caught.value.location is not None
    assert str(caught.value.location) == f"{PATH}:{case['line']}"
    assert case["message"] in caught.value.message
    assert caught.value.hint


def test_a_block_holds_its_binding() -> None:
    """Example, app and session come from the info string; the app is called `app` by default."""
    found = http("GET /huts\n\n200\n", ' app="api" session="s"')
    assert (found.example, found.app, found.session) == ("huts/tutorial001.py", "api", "s")
    assert http("GET /huts\n\n200\n").app == "app"
    assert http("GET /huts\n\n200\n").session is None


def test_an_exchange_is_read_with_its_lines() -> None:
    """Request line, headers, body, status, headers and body each know their page lines."""
    found = exchange(
        'POST /huts?x=1\nX-Guide: mira\nCookie: a=b\n\n{\n  "n": 1\n}\n\n'
        "201\nlocation: /huts/1\n\n[1]\n"
    )
    request, response = found.request, found.response
    assert (request.method, request.target, request.line) == ("POST", "/huts?x=1", 2)
    assert [(h.name, h.value, h.line) for h in request.headers] == [
        ("X-Guide", "mira", 3),
        ("Cookie", "a=b", 4),
    ]
    assert (request.body, request.body_line) == ('{\n  "n": 1\n}', 6)
    assert (response.status, response.line) == (201, 10)
    assert [(h.name, h.value, h.line) for h in response.headers] == [("location", "/huts/1", 11)]
    assert (response.body, response.body_line) == ("[1]", 13)


def test_a_block_holds_several_exchanges() -> None:
    """The next request line, behind a blank line, begins the next exchange."""
    turns = http("GET /a\n\n200\n1\n\nGET /b\n\n204\n\nGET /c\n\n200\n\nx\n\ny\n").turns
    assert [turn.line for turn in turns] == [2, 7, 11]
    bodies = [turn.response.body for turn in turns if isinstance(turn, Exchange)]
    assert bodies == ["1", "", "x\n\ny"]


@pytest.mark.parametrize(
    ("shown", "headers", "body"),
    [
        ("location: /x\n[1]", ["location"], "[1]"),
        ("X-Own: 1\n\ntext", ["X-Own"], "text"),
        ('data: {"a": 1}\n\ndata: {"a": 2}', [], 'data: {"a": 1}\n\ndata: {"a": 2}'),
        ("event: open\nid: 1", [], "event: open\nid: 1"),
        (": a comment\nretry: 5", [], ": a comment\nretry: 5"),
        ("Alpenrose: open", [], "Alpenrose: open"),
        ("\ncontent-type: text/plain", [], "content-type: text/plain"),
        ('{"a": "b: c"}', [], '{"a": "b: c"}'),
    ],
)
def test_headers_and_body_of_a_response_are_told_apart(
    shown: str, headers: list[str], body: str
) -> None:
    """A header has a hyphen or a standard name; everything else is the body."""
    response = exchange(f"GET /a\n\n200\n{shown}\n").response
    assert [header.name for header in response.headers] == headers
    assert response.body == body


def test_a_conversation_is_read() -> None:
    """Messages go both ways, and the last line says how it ends."""
    (turn,) = http("WS /ws?token=x\ncookie: a=b\n\n> hi\n< {}\n>\nclose 1008 Not you\n").turns
    assert isinstance(turn, Conversation)
    assert turn.request.target == "/ws?token=x"
    assert [(m.sent, m.text, m.line) for m in turn.messages] == [
        (True, "hi", 5),
        (False, "{}", 6),
        (True, "", 7),
    ]
    assert turn.close == Close(1008, "Not you", 8)
    assert str(turn.close) == "close 1008 Not you"


def test_requests_go_on_behind_a_conversation() -> None:
    """A request line behind a blank line ends a conversation that says no close."""
    turns = http("WS /ws\n\n> hi\n\nGET /a\n\n200\n").turns
    assert [turn.line for turn in turns] == [2, 6]
    assert isinstance(turns[0], Conversation) and turns[0].end_line == 4


def test_a_schema_fragment_holds_example_and_pointer() -> None:
    """What stands behind the hash is a JSON pointer; without one it is the whole schema."""
    found = block("{...}\n", 'json openapi="huts/t.py#/paths/~1huts~1{hut_id}" app="api"')
    assert isinstance(found, SchemaBlock)
    assert (found.example, found.app, found.pointer) == (
        "huts/t.py",
        "api",
        "/paths/~1huts~1{hut_id}",
    )
    whole = block("{...}\n", 'json openapi="huts/t.py"')
    assert isinstance(whole, SchemaBlock) and whole.pointer == ""


def test_a_pointer_starts_with_a_slash() -> None:
    """Anything else behind the hash is refused."""
    with pytest.raises(DocsError, match="'paths' is no JSON pointer"):
        block("{...}\n", 'json openapi="huts/t.py#paths"')


def test_a_console_session_holds_its_commands() -> None:
    """One command a prompt; comments right behind it are no output."""
    found = block(
        "$ python main.py\n// wait\n\nAlpenrose\n\n# (env) $ pytest\nok\n// a line of output\n",
        'console run="python a.py && pytest -q \'a b.py\'" exit="1"',
    )
    assert isinstance(found, ConsoleBlock)
    first, second = found.commands
    assert (first.arguments, first.status, first.line) == (("python", "a.py"), 0, 2)
    assert (first.output, first.output_line) == (("", "Alpenrose", ""), 4)
    assert (second.arguments, second.status, second.line) == (("pytest", "-q", "a b.py"), 1, 7)
    assert (second.output, second.output_line) == (("ok", "// a line of output"), 8)


@pytest.mark.parametrize(
    ("info", "message"),
    [
        ('console run="python a.py && pytest"', "shows 1 commands and run= has 2"),
        ('console run="python \'a"', "can't be read: No closing quotation"),
        ('console run="python a.py &&"', "an empty command"),
        ('console run=""', "an empty command"),
        ('console run="python" exit="no"', "exit='no' is no exit status"),
        ('console run="python" exit="256"', "exit='256' is no exit status"),
        ('console run="python" static="no"', "bound by `run` and marked static at once"),
        ('console example="a/b.py"', "`example` has no meaning on a console block"),
        ('json run="python"', "`run` has no meaning on a json block"),
        ('python static="no"', None),
        ('python openapi="a"', "`openapi` has no meaning on a python block"),
        ('openapi="a"', "`openapi` has no meaning"),
    ],
)
def test_options_that_make_no_sense_are_refused(info: str, message: str | None) -> None:
    """A binding on the wrong kind of block, and a command that can't be split, are told."""
    if message is None:
        assert notation.parse(fence("$ a\n", info), PATH) is None
        return
    with pytest.raises(DocsError, match=re.escape(message)):
        notation.parse(fence("$ a\n", info), PATH)


@pytest.mark.parametrize(
    ("info", "message", "hint"),
    [
        ('http example="a/b.py" sesion="x"', "no option 'sesion'", "did you mean session=?"),
        ('http exampel="a/b.py"', "no option 'exampel'", "did you mean example=?"),
        (
            'http example="a/b.py" hl_lines="1"',
            "no option 'hl_lines' for http blocks",
            "known are example, app, session, static",
        ),
        (
            '{ .json #shape .wide openapi="a/b.py" x="1" }',
            "no option 'x' for json blocks",
            "known are openapi, app, static, title, hl_lines, linenums",
        ),
        ('console run="python" exit_status="1"', "no option 'exit_status'", "known are run, exit"),
        ('http example="a/b.py" session', "'session' is no option with", 'write session="…"'),
        ("json static=", "'static=' is no option with", 'write static="…"'),
        ("console static=a server", "'server' is no option with", 'write name="value"'),
        ('console run="a" run="b"', "the option `run` stands here twice", "keep one"),
        ('http static=""', "static= gives no reason", "say why"),
        ('console static=" "', "static= gives no reason", "say why"),
        ('python static=""', "static= gives no reason", "say why"),
    ],
)
def test_an_option_that_is_not_known_or_says_nothing_is_refused(
    info: str, message: str, hint: str
) -> None:
    """A misspelt option would be left out without a word; the nearest name is told, or all."""
    with pytest.raises(DocsError, match=re.escape(message)) as caught:
        notation.parse(fence("$ a\n", info), PATH)
    assert str(caught.value.location) == f"{PATH}:1"
    assert hint in caught.value.hint


@pytest.mark.parametrize(
    "info",
    [
        'json title="A" hl_lines="1 2" linenums="1"',
        '{ .console #id .wide static="x y" title="A=b c" }',
        "mermaid any words",
        'toml titel="A"',
    ],
)
def test_options_that_show_a_block_are_known(info: str) -> None:
    """Those of the highlighter; blocks that show no answer are not looked at."""
    assert notation.parse(fence("$ a\n", info), PATH) is None


@pytest.mark.parametrize("info", ["python", "json", "console", "http", 'json static="a request"'])
def test_an_unbound_fence_is_no_block(info: str) -> None:
    """Nothing is read in a fence that is bound to nothing."""
    assert notation.parse(fence("anything\n", info), PATH) is None


def test_the_blocks_of_a_page_know_their_lines() -> None:
    """Lines count from the top of the page, in nested and indented fences too."""
    page = (
        '---\na: b\n---\n\n/// tip\n```http example="a/b.py"\nGET /a\n\n200\n```\n///\n\n'
        '- list\n\n    ````http example="a/b.py"\n    GET /b\n\n    200\n    ````\n'
    )
    found = notation.blocks(markdown.scan(page, PATH), PATH)
    assert [str(one.location) for one in found] == [f"{PATH}:6", f"{PATH}:15"]
    lines = [turn.line for one in found if isinstance(one, HttpBlock) for turn in one.turns]
    assert lines == [7, 16]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("$ a\n// b\n\n# (env) $ c\n", True),
        ("$ a\noutput\n", False),
        ("---> 100%\n", False),
    ],
)
def test_a_session_of_commands_alone_is_recognised(content: str, expected: bool) -> None:
    """It shows no output, so nothing has to make it."""
    assert notation.is_commands_only(fence(content, "console")) is expected


TEXT = st.text(alphabet="GETPOSWabc /:<>{}[]\"'0123456789.\n=-", max_size=120)


@given(TEXT)
def test_any_text_is_read_or_refused_with_a_line_of_the_block(text: str) -> None:
    """The parser never fails in another way, and never names a line outside."""
    try:
        turns = http_text.parse(text, PATH, 2)
    except DocsError as error:
        assert error.location is not None
        assert 1 <= error.location.line <= 2 + text.count("\n")
        assert error.hint
    else:
        lines = [turn.line for turn in turns]
        assert lines == sorted(lines) and turns


NAMES = st.sampled_from(["X-Guide", "Accept-Language", "ETag"])
LINES = st.text(alphabet="abc: {}", min_size=1, max_size=20).map(str.strip).filter(bool)


@given(
    st.lists(st.tuples(NAMES, st.text(alphabet="abc =", max_size=9).map(str.strip)), max_size=3),
    st.lists(LINES, max_size=3),
    st.integers(100, 599),
    st.lists(LINES, max_size=3),
)
def test_what_is_written_is_what_is_read(
    headers: list[tuple[str, str]], sent: list[str], status: int, shown: list[str]
) -> None:
    """A block put together from parts is taken apart into the same parts."""
    head = "".join(f"{name}: {value}\n" for name, value in headers)
    body = "".join(f"{line}\n" for line in sent)
    text = f"PUT /a\n{head}\n{body}\n{status}\n\n" + "".join(f"{line}\n" for line in shown)
    (turn,) = http_text.parse(text, PATH, 2)
    assert isinstance(turn, Exchange)
    assert [(h.name, h.value) for h in turn.request.headers] == headers
    assert turn.request.body == "\n".join(sent)
    assert (turn.response.status, turn.response.body) == (status, "\n".join(shown))
