"""WebSocket conversations run against their example."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.docsite.exchanges import faults
from tests.docsite.exchanges.support import EXAMPLE, PATH, exchange, findings, run, write

APP = """\
import asyncio
from fastapi import FastAPI, HTTPException, WebSocket, WebSocketDisconnect, WebSocketException

app = FastAPI()
left: list[str] = []

@app.websocket("/echo")
async def echo(websocket: WebSocket) -> None:
    await websocket.accept(websocket.headers.get("sec-websocket-protocol"))
    try:
        while True:
            text = await websocket.receive_text()
            if text == "error":
                raise ValueError("cold")
            await websocket.send_text(f"You wrote {text}")
    except WebSocketDisconnect:
        left.append("gone")

@app.get("/left")
async def who_left() -> list[str]:
    return left

@app.websocket("/json")
async def numbers(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_json({"id": 1, "at": "2026-02-28"})
    await websocket.send_bytes(b"bytes")
    await websocket.close()

@app.websocket("/guarded")
async def guarded(websocket: WebSocket, token: str = "") -> None:
    if token != "mira":
        raise WebSocketException(1008, "Not you")
    await websocket.accept()
    raise WebSocketException(1008, "Too late")

@app.websocket("/beds")
async def beds(websocket: WebSocket, count: int) -> None:
    await websocket.accept()

@app.websocket("/denied")
async def denied(websocket: WebSocket) -> None:
    raise HTTPException(403)

@app.websocket("/push")
async def push(websocket: WebSocket) -> None:
    await websocket.accept()

    async def later() -> None:
        await asyncio.sleep(0.05)
        await websocket.send_text("news")

    task = asyncio.create_task(later())
    await websocket.receive_text()
    await task

@app.websocket("/timeout")
async def timeout(websocket: WebSocket) -> None:
    await websocket.accept()
    raise TimeoutError

@app.websocket("/silent")
async def silent(websocket: WebSocket) -> None:
    await websocket.accept()
    await asyncio.sleep(60)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with the example."""
    write(tmp_path, {EXAMPLE: APP})
    return tmp_path


@pytest.mark.parametrize(
    "content",
    [
        "WS /timeout\n\nclose 1011",
        "WS /echo\n\n> hi\n< You wrote hi\n> ho\n< You wrote ho\nclose 1000",
        "WS /echo\n\n> hi\n< You wrote hi",
        "WS /echo\n\n> hi\n< ...\nclose 1000",
        'WS /echo\n\n> hi\n< You wrote hi\n\nGET /left\n\n200\n["gone"]',
        "WS /echo\nSec-WebSocket-Protocol: huts\n\n> hi\n< You wrote hi",
        'WS /json\n\n< {"id": 1, "at": "<date>"}\n< bytes\nclose 1000',
        'WS /json\n\n< {"id": 1, ...}\n< bytes\nclose 1000',
        "WS /guarded\n\nclose 1008 Not you",
        "WS /guarded?token=mira\n\nclose 1008 Too late",
        "WS /denied\n\nclose 1006 refused with status 403",
        "WS /missing\n\nclose 1000",
        "WS /echo\n\n> error\nclose 1011",
        "WS /push\n\n< news\n> thanks\nclose 1000",
        'WS /beds?count=x\n\nclose 1008 [{"type": "int_parsing", "loc": ["query", "count"], ...}]',
        "WS /beds?count=x\n\nclose 1008 [...]",
        "WS /beds?count=x\n\nclose 1008 ...",
    ],
)
def test_a_true_conversation_passes(folder: Path, content: str) -> None:
    """The handshake, the messages both ways and the end are as shown."""
    assert findings(folder, exchange(content)) == []


@pytest.mark.parametrize(
    ("content", "told", "mended"),
    [
        (
            "WS /echo\n\n> hi\n< You wrote ho\nclose 1000",
            "line 5: shown is 'You wrote ho', real is 'You wrote hi'",
            "WS /echo\n\n> hi\n< You wrote hi\nclose 1000",
        ),
        (
            'WS /json\n\n< {"id": 2, ...}\n< bytes\nclose 1000',
            "line 4: shown is",
            'WS /json\n\n< {"id": 1, ...}\n< bytes\nclose 1000',
        ),
        (
            "WS /json\n\n< {id: 1\n< bytes\nclose 1000",
            "line 4: shown is '{id: 1'",
            'WS /json\n\n< {"id":1,"at":"2026-02-28"}\n< bytes\nclose 1000',
        ),
        (
            "WS /json\n\n< ...\nclose 1000",
            "more messages come at the end: ['bytes']",
            "WS /json\n\n< ...\n< bytes\nclose 1000",
        ),
        (
            "WS /json\n\n< ...\n< bytes",
            "the end: shown is none, real is close 1000",
            "WS /json\n\n< ...\n< bytes\nclose 1000",
        ),
        (
            "WS /guarded\n\nclose 1008 Not me",
            "the end: shown is close 1008 Not me, real is close 1008 Not you",
            "WS /guarded\n\nclose 1008 Not you",
        ),
        (
            'WS /beds?count=x\n\nclose 1008 [{"type": "float", "loc": [...], ...}]',
            "the end: shown is close 1008 [{",
            'WS /beds?count=x\n\nclose 1008 [{"type": "int_parsing", "loc": [...], ...}]',
        ),
        (
            "WS /guarded\n\n> hi\n< hi\nclose 1008 Not you",
            "line 5: this message does not come",
            "WS /guarded\n\n> hi\nclose 1008 Not you",
        ),
        (
            "WS /echo\n\n> error\n< You wrote error\nclose 1000",
            "the example raised ValueError: cold (docs_src/huts/tutorial001.py:14)",
            "WS /echo\n\n> error\nclose 1011",
        ),
    ],
)
def test_an_untrue_conversation_is_told_and_mended(
    folder: Path, content: str, told: str, mended: str
) -> None:
    """The finding stands at the handshake; the mended conversation is true."""
    (outcome,) = run(folder, exchange(content))
    (finding,) = outcome.findings
    assert (finding.code, str(finding.location)) == (faults.UNTRUE, f"{PATH}:2")
    assert told in finding.message
    assert outcome.content.rstrip() == mended
    assert findings(folder, exchange(mended)) == []


@pytest.mark.parametrize("content", ["WS /silent\n\n< news\nclose 1000", "WS /echo\n\nclose 1008"])
def test_a_conversation_that_does_not_go_on_is_told(folder: Path, content: str) -> None:
    """An app that neither answers nor closes ends in a finding after the limit."""
    (finding,) = findings(folder, exchange(content), limit=0.3)
    assert (finding.code, str(finding.location)) == (faults.NEVER_ENDS, f"{PATH}:2")
    assert "the conversation does not go on" in finding.message
