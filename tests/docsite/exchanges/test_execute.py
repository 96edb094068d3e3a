"""Exchanges run against their example: what is true passes, what is not is told and mended."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scripts.docsite import markdown
from scripts.docsite.errors import DocsError
from scripts.docsite.exchanges import faults, grouping, notation
from tests.docsite.exchanges.support import EXAMPLE, PATH, exchange, findings, run, write

APP = """\
import gzip
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated
from fastapi import BackgroundTasks, Cookie, FastAPI, File, Form, HTTPException, Request, Response
from fastapi import UploadFile
from fastapi.responses import PlainTextResponse, RedirectResponse, StreamingResponse

huts: dict[int, str] = {}

@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[dict[str, str]]:
    huts[1] = "Alpenrose"
    yield {"season": "winter"}
    huts.clear()

app = FastAPI(lifespan=lifespan)
other = FastAPI()

@app.get("/huts")
async def read_huts() -> dict[int, str]:
    return huts

@app.post("/huts", status_code=201)
def create_hut(name: Annotated[str, Form()], response: Response) -> dict[int, str]:
    huts[len(huts) + 1] = name
    response.headers["location"] = f"/huts/{len(huts)}"
    response.set_cookie("last", name)
    return huts

@app.get("/huts/{number}")
async def read_hut(number: int) -> str:
    if number not in huts:
        raise HTTPException(404, "No such hut")
    return huts[number]

@app.post("/echo")
async def echo(request: Request) -> Response:
    body = await request.body()
    kind = request.headers.get("content-type", "none")
    return PlainTextResponse(f"{request.method} {request.url} {kind}\\n{body.decode()}\\n")

@app.post("/photo")
async def photo(title: Annotated[str, Form()], photo: UploadFile) -> dict[str, object]:
    return {"title": title, "name": photo.filename, "size": len(await photo.read())}

@app.get("/me")
def me(name: Annotated[str | None, Cookie()] = None) -> dict[str, str | None]:
    return {"name": name}

@app.get("/state")
def state(request: Request) -> str:
    return request.state.season

@app.get("/old")
def old() -> Response:
    return RedirectResponse("/huts")

@app.get("/events")
async def events() -> Response:
    async def parts() -> AsyncIterator[str]:
        for number in range(2):
            yield f'event: hut\\ndata: {{"number": {number}}}\\n\\n'
    return StreamingResponse(parts(), media_type="text/event-stream")

@app.get("/bytes")
def picture() -> Response:
    return Response(b"\\x89PNG\\xff", media_type="image/png")

@app.get("/packed")
def packed() -> Response:
    body = gzip.compress(b'{"packed": true}')
    return Response(body, headers={"content-encoding": "gzip"}, media_type="application/json")

@app.get("/broken")
def broken() -> None:
    raise ValueError("the stove is cold")

@app.get("/cut")
async def cut() -> Response:
    async def parts() -> AsyncIterator[str]:
        yield "one\\n"
        raise ValueError("no more")
    return StreamingResponse(parts(), media_type="text/plain")

@app.get("/later")
def later(tasks: BackgroundTasks) -> str:
    tasks.add_task(huts.update, {9: "Steinbock"})
    return "accepted"

@app.get("/bad-json")
def bad_json() -> Response:
    return Response("{not json", media_type="application/json")

@other.get("/")
async def home() -> str:
    return "the other app"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with the example."""
    write(tmp_path, {EXAMPLE: APP})
    return tmp_path


@pytest.mark.parametrize(
    "content",
    [
        'GET /huts\n\n200\n{"1": "Alpenrose"}',
        'GET /huts/2\n\n404\n{"detail": "No such hut"}',
        'GET /huts/x\n\n422\n{"detail": [{"loc": ["path", "number"], ...}]}',
        "POST /huts\nContent-Type: application/x-www-form-urlencoded\n\nname=Birkenhof+2\n\n"
        '201\nlocation: /huts/2\nset-cookie: last=...; Path=/; ...\n\n{"2": "Birkenhof 2", ...}',
        'POST /echo?a=%C3%BC\n\n{"a": 1}\n\n'
        '200\nPOST http://127.0.0.1:8000/echo?a=%C3%BC application/json\n{"a": 1}',
        "POST /echo\nHost: guide.example\n\nplain\n\ntext\n\n200\n"
        "POST http://guide.example/echo none\nplain\n\ntext",
        "POST /photo\nContent-Type: multipart/form-data\n\ntitle=Rye\n"
        "photo=@rye.png;type=image/png;content=12345\n\n"
        '200\n{"title": "Rye", "name": "rye.png", "size": 5}',
        'GET /me\nCookie: name=mira\n\n200\n{"name": "mira"}',
        'GET /state\n\n200\n"winter"',
        "GET /old\n\n307\nlocation: /huts",
        "GET /huts/\n\n307\nlocation: http://127.0.0.1:8000/huts",
        "HEAD /huts\n\n405\nallow: GET",
        "GET /events\n\n200\nContent-Type: text/event-stream; charset=utf-8\n\nevent: hut\n"
        'data: {"number": 0}\n\n...',
        'GET /events\n\n200\nevent: hut\ndata: {"number": 0}\n\nevent: hut\ndata: {"number": 1}',
        "GET /bytes\n\n200\ncontent-type: image/png\n\n...",
        'GET /packed\nAccept-Encoding: gzip\n\n200\n{"packed": true}',
        "GET /broken\n\n500\nInternal Server Error",
        "GET /cut\n\n200\none",
        'GET /later\n\n200\n"accepted"\n\nGET /huts/9\n\n200\n"Steinbock"',
        "GET /bad-json\n\n200\n{not json",
        "GET /huts\n\n200\n...",
    ],
)
def test_what_is_true_passes(folder: Path, content: str) -> None:
    """Each kind of request and of response can be shown."""
    assert findings(folder, exchange(content)) == []


@pytest.mark.parametrize(
    ("content", "line", "told", "mended"),
    [
        (
            'GET /huts\n\n200\n{"1": "Alpenrosa"}',
            2,
            '1: shown is "Alpenrosa", real is "Alpenrose"',
            'GET /huts\n\n200\n{"1": "Alpenrose"}',
        ),
        (
            'GET /huts\n\n201\n{"1": "Alpenrose"}',
            2,
            "the status: shown is 201, real is 200",
            'GET /huts\n\n200\n{"1": "Alpenrose"}',
        ),
        (
            'GET /huts\n\n200\n...\n\nGET /huts/2\n\n404\n{"detail": "No hut", ...}',
            7,
            'detail: shown is "No hut", real is "No such hut"',
            'GET /huts\n\n200\n...\n\nGET /huts/2\n\n404\n{"detail": "No such hut", ...}',
        ),
        (
            "GET /old\n\n307\nlocation: /hut\nx-a: b",
            2,
            "the header location: shown is '/hut', real is '/huts'",
            "GET /old\n\n307\nlocation: /huts",
        ),
        (
            "GET /huts/1\n\n200",
            2,
            "the body: it is there, but is not shown; write `...` to leave it out",
            'GET /huts/1\n\n200\n"Alpenrose"',
        ),
        (
            "GET /old\n\n307\n...",
            2,
            "the body: there is none",
            "GET /old\n\n307",
        ),
        (
            'GET /huts\n\n200\n{\n  "1": Alpenrose\n}',
            2,
            "line 6: the shown JSON can't be read",
            'GET /huts\n\n200\n{"1": "Alpenrose"}',
        ),
        (
            'GET /events\n\n200\nevent: hut\ndata: {"number": 0}\n\nevent: cabin\n...',
            2,
            "the body: the text is another",
            'GET /events\n\n200\nevent: hut\ndata: {"number": 0}\n\nevent: hut\n...',
        ),
        (
            "GET /bytes\n\n200\nPNG",
            2,
            "it is no text, but 5 bytes",
            "GET /bytes\n\n200\n...",
        ),
        (
            "GET /broken\n\n200\n{}",
            2,
            "the example raised ValueError: the stove is cold (docs_src/huts/tutorial001.py:77)",
            "GET /broken\n\n500\nInternal Server Error",
        ),
        (
            "POST /huts\nContent-Type: application/x-www-form-urlencoded\n\nname=B\n\n"
            '201\nlocation: /huts/1\n{"1": "Alpenrose", "2": "A"}',
            2,
            "location: shown is '/huts/1', real is '/huts/2'",
            "POST /huts\nContent-Type: application/x-www-form-urlencoded\n\nname=B\n\n"
            '201\nlocation: /huts/2\n{"1": "Alpenrose", "2": "B"}',
        ),
        (
            "GET /old\n\n307\nlocation: /huts\n\nnothing",
            2,
            "the body: the text is another",
            "GET /old\n\n307\nlocation: /huts",
        ),
    ],
)
def test_what_is_not_true_is_told_and_mended(
    folder: Path, content: str, line: int, told: str, mended: str
) -> None:
    """The finding stands at the request's line, shows the difference, and the mend is true."""
    (outcome,) = run(folder, exchange(content))
    (finding,) = outcome.findings
    assert (finding.code, str(finding.location)) == (faults.UNTRUE, f"{PATH}:{line}")
    assert told in finding.message
    assert "as shown" in finding.message
    assert finding.hint == "`docs examples update page.md` puts what is real into every language"
    assert outcome.content.rstrip() == mended
    assert findings(folder, exchange(outcome.content.rstrip())) == []


def test_a_message_shows_the_lines_around_the_difference(folder: Path) -> None:
    """The message is what a writer sees in the terminal: place, difference, what is real."""
    (finding,) = findings(folder, exchange('GET /huts\n\n200\n{"1": "Alpenrosa"}'))
    assert str(finding).split("\n") == [
        f"{PATH}:2: X101 what is shown is not what is real",
        '  1: shown is "Alpenrosa", real is "Alpenrose"',
        f"--- {PATH}:1 as shown",
        "+++ as it is",
        "@@ -2,3 +2,3 @@",
        " ",
        " 200",
        '-{"1": "Alpenrosa"}',
        '+{"1": "Alpenrose"}',
        "  → `docs examples update page.md` puts what is real into every language",
    ]


def test_many_differences_are_counted(folder: Path) -> None:
    """A message names the first few."""
    shown = ", ".join(f'"k{number}": 1' for number in range(9))
    (finding,) = findings(folder, exchange(f"GET /huts\n\n200\n{{{shown}, ...}}"))
    assert finding.message.count("it is shown, but is not there") == 6
    assert "  and 3 more\n" in finding.message


def test_each_block_has_a_fresh_app(folder: Path) -> None:
    """What one block stores the next one does not see."""
    form = "POST /huts\nContent-Type: application/x-www-form-urlencoded\n\nname=B\n\n201\n..."
    assert findings(folder, exchange(form) + exchange('GET /huts\n\n200\n{"1": "Alpenrose"}')) == []


def test_blocks_of_a_session_share_one_app(folder: Path) -> None:
    """In the order of the page, whatever stands between them."""
    form = "POST /huts\nContent-Type: application/x-www-form-urlencoded\n\nname=B\n\n201\n..."
    page = (
        exchange(form, ' session="s"')
        + exchange('GET /huts\n\n200\n{"1": "Alpenrose"}')
        + exchange('GET /huts\n\n200\n{"1": "Alpenrose", "2": "B"}', ' session="s"')
    )
    assert findings(folder, page) == []


def test_a_session_is_of_one_app(folder: Path) -> None:
    """Two apps under one session name are refused with the line of the second."""
    page = exchange("GET /huts\n\n200\n...", ' session="s"') + exchange(
        "GET /\n\n200\n...", ' session="s" app="other"'
    )
    with pytest.raises(DocsError, match=r"page.md:7: session 's' began in line 1 with app of"):
        run(folder, page)


def test_another_app_object_is_named(folder: Path) -> None:
    """`app="name"` chooses it; an unknown one is a finding."""
    assert findings(folder, exchange('GET /\n\n200\n"the other app"', ' app="other"')) == []
    (finding,) = findings(folder, exchange("GET /\n\n200\n...", ' app="guide"'))
    assert finding.code == faults.NO_APP
    assert "there is no 'guide' in docs_src/huts/tutorial001.py" in finding.message


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("huts/tutorial009.py", "the example is missing: docs_src/huts/tutorial009.py"),
        ("huts/tutorial001", "no path of an example"),
        ("../huts/tutorial001.py", "no path of an example"),
        ("tutorial001.py", "no path of an example"),
        ("/etc/passwd.py", "no path of an example"),
    ],
)
def test_a_missing_example_is_refused(folder: Path, name: str, told: str) -> None:
    """The error stands at the block and says what to write."""
    page = f'text\n\n```http example="{name}"\nGET /huts\n\n200\n```\n'
    with pytest.raises(DocsError, match=re.escape(told)) as caught:
        run(folder, page)
    assert str(caught.value.location) == f"{PATH}:3"


def test_an_example_outside_through_a_link_is_refused(folder: Path, tmp_path: Path) -> None:
    """A symbolic link that leaves `docs_src/` is no example."""
    outside = tmp_path / "outside.py"
    outside.write_text(APP)
    (folder / "docs_src/huts/tutorial002.py").symlink_to(outside)
    page = '```http example="huts/tutorial002.py"\nGET /huts\n\n200\n```\n'
    with pytest.raises(DocsError, match="no path of an example"):
        run(folder, page)


@pytest.mark.parametrize(
    ("named", "other"),
    [
        ("huts/tutorial001.py", "huts/tutorial001_an.py"),
        ("huts/tutorial001_an.py", "huts/tutorial001.py"),
        ("huts/app_an/main.py", "huts/app/main.py"),
    ],
)
def test_variants_answer_alike(tmp_path: Path, named: str, other: str) -> None:
    """Both forms of an example are asked; the one that answers differently is told."""
    write(tmp_path, {named: APP, other: APP.replace("Alpenrose", "Alpenrosa")})
    page = f'```http example="{named}"\nGET /huts/1\n\n200\n"Alpenrose"\n```\n'
    (finding,) = findings(tmp_path, page)
    assert (finding.code, str(finding.location)) == (faults.VARIANT, f"{PATH}:2")
    assert f"docs_src/{other} does not answer alike" in finding.message
    assert 'shown is "Alpenrose", real is "Alpenrosa"' in finding.message
    write(tmp_path, {other: APP})
    assert findings(tmp_path, page) == []
    write(tmp_path, {other: "broken"})
    (finding,) = findings(tmp_path, page)
    assert "can't be imported: NameError" in finding.message


def test_an_example_of_several_files_is_imported_fresh(tmp_path: Path) -> None:
    """Relative and absolute imports work, and each block has modules of its own."""
    write(
        tmp_path,
        {
            "huts/app/__init__.py": "",
            "huts/app/store.py": "huts = ['Alpenrose']\n",
            "huts/app/more.py": "from docs_src.huts.app.store import huts\n",
            "huts/app/main.py": (
                "from fastapi import FastAPI\n"
                "from .store import huts\nfrom .more import huts as same\n"
                "app = FastAPI()\n\n@app.post('/huts')\ndef add():\n    huts.append('B')\n"
                "    from .store import huts as late\n    return [len(same), len(late)]\n"
            ),
        },
    )
    page = '```http example="huts/app/main.py"\nPOST /huts\n\n200\n[2, 2]\n```\n'
    assert findings(tmp_path, page + page) == []


def test_files_beside_an_example_lie_in_its_directory(tmp_path: Path) -> None:
    """Templates and static files are where a reader's own app has them; changes are not kept."""
    write(
        tmp_path,
        {
            "huts/templates/hut.txt": "Alpenrose",
            "huts/notes.txt": "kept",
            "huts/app/code.py": "",
            EXAMPLE: (
                "from pathlib import Path\nfrom fastapi import FastAPI\napp = FastAPI()\n\n"
                "@app.get('/')\ndef home():\n    Path('notes.txt').write_text('changed')\n"
                "    return [Path('templates/hut.txt').read_text(), Path('app').exists()]\n"
            ),
        },
    )
    assert findings(tmp_path, exchange('GET /\n\n200\n["Alpenrose", false]')) == []
    assert (tmp_path / "docs_src/huts/notes.txt").read_text() == "kept"


@pytest.mark.parametrize(
    ("source", "content"),
    [
        (
            "async def app(scope, receive, send):\n"
            "    assert scope['type'] == 'http'\n"
            "    await send({'type': 'http.response.start', 'status': 204})\n"
            "    await send({'type': 'http.response.body'})\n",
            "GET /\n\n204",
        ),
        ("async def app(scope, receive, send):\n    pass\n", "GET /\n\n500\nInternal Server Error"),
    ],
)
def test_any_asgi_app_can_be_asked(tmp_path: Path, source: str, content: str) -> None:
    """One that knows no lifespan is served without, one that says nothing is a server error."""
    write(tmp_path, {EXAMPLE: source})
    assert findings(tmp_path, exchange(content)) == []


def test_an_app_that_raises_a_timeout_has_failed_and_not_hung(tmp_path: Path) -> None:
    """Only the limit of the run itself is told as a response that never comes."""
    write(
        tmp_path,
        {
            EXAMPLE: "from fastapi import FastAPI\napp = FastAPI()\n"
            "@app.get('/')\ndef home():\n    raise TimeoutError('slow')\n"
        },
    )
    assert findings(tmp_path, exchange("GET /\n\n500\nInternal Server Error")) == []


def test_a_changed_example_is_seen_in_the_same_process(folder: Path) -> None:
    """Compiled code is kept for a state of the file, not for its name."""
    page = exchange('GET /huts\n\n200\n{"1": "Alpenrose"}')
    assert findings(folder, page) == []
    write(folder, {EXAMPLE: APP.replace("Alpenrose", "Birkenhof")})
    assert len(findings(folder, page)) == 1


def test_blocks_that_are_not_http_run_alone() -> None:
    """Only a session joins blocks to a group."""
    page = (
        '```json openapi="huts/tutorial001.py"\n{...}\n```\n'
        '```console run="python"\n$ python\n```\n' + exchange("GET /huts\n\n200")
    )
    blocks = notation.blocks(markdown.scan(page, PATH), PATH)
    assert [len(group) for group in grouping.groups(blocks)] == [1, 1, 1]
