"""A model on the loopback interface, which answers what a test has laid out for it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[["Question"], "Reply"]


@dataclass(frozen=True)
class Question:
    """What the model was asked."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The messages that are to be translated."""
        asked = next(m for m in self.body["messages"] if m["role"] == "user")
        found: list[dict[str, Any]] = json.loads(asked["content"])["messages"]
        return found

    @property
    def last(self) -> str:
        """What was said last."""
        text: str = self.body["messages"][-1]["content"]
        return text


@dataclass(frozen=True)
class Reply:
    """An answer of HTTP; `wait` is for a server that takes its time until the test is over."""

    body: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    wait: bool = False


def said(content: str, reason: str = "stop") -> Reply:
    """Return the answer of a model that says something."""
    choice = {"message": {"role": "assistant", "content": content}, "finish_reason": reason}
    return Reply(json.dumps({"choices": [choice]}))


def translations(texts: list[str]) -> Reply:
    """Return the answer of a model that translates as it was asked to."""
    entries = [{"id": number, "text": text} for number, text in enumerate(texts, 1)]
    return said(json.dumps({"translations": entries}, ensure_ascii=False))


@dataclass
class Model:
    """The stub: the questions it got, and the answers that it gives, the last one for ever."""

    url: str
    answers: list[Answer]
    questions: list[Question] = field(default_factory=list)

    def reply(self, question: Question) -> Reply:
        """Return the answer to a question."""
        self.questions.append(question)
        return self.answers[min(len(self.questions), len(self.answers)) - 1](question)


@contextmanager
def model(*answers: Answer) -> Iterator[Model]:
    """Run a model with these answers."""
    over = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            reply = stub.reply(Question(self.path, dict(self.headers), body))
            if reply.wait:
                over.wait(30)
                return
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(reply.body.encode())

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stub = Model(f"http://127.0.0.1:{server.server_port}/v1", list(answers))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stub
    finally:
        over.set()
        server.shutdown()
        server.server_close()
        thread.join()
