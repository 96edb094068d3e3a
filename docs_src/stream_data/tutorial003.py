from collections.abc import Iterable

from fastapi import Depends, FastAPI, HTTPException
from fastapi.responses import StreamingResponse

guides = {
    "ridge": ["Start at Alpenrose. ", "Follow the red marks. ", "Arrive."],
}


def get_guide(trail: str) -> list[str]:
    if trail not in guides:
        raise HTTPException(status_code=404, detail="No such trail")
    return guides[trail]


app = FastAPI()


@app.get("/trails/{trail}/guide", response_class=StreamingResponse)
def stream_guide(
    guide: list[str] = Depends(get_guide),
) -> Iterable[str]:
    yield from guide
