from collections.abc import AsyncIterable

from fastapi import FastAPI
from fastapi.sse import EventSourceResponse, ServerSentEvent
from pydantic import BaseModel


class Question(BaseModel):
    text: str


app = FastAPI()


@app.post("/chat/stream", response_class=EventSourceResponse)
async def stream_answer(question: Question) -> AsyncIterable[ServerSentEvent]:
    for word in question.text.split():
        yield ServerSentEvent(data=word, event="token")
    yield ServerSentEvent(raw_data="[DONE]", event="done")
