from collections.abc import Iterator
from types import TracebackType

from fastapi import Depends, FastAPI

app = FastAPI()


class Radio:
    def __enter__(self) -> "Radio":
        self.is_on = True
        return self

    def __exit__(
        self,
        error_type: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.is_on = False


def get_radio() -> Iterator[Radio]:
    with Radio() as radio:
        yield radio


@app.get("/huts/{hut}/radio")
def call_hut(
    hut: str, radio: Radio = Depends(get_radio)
) -> dict[str, str | bool]:
    return {"hut": hut, "radio_is_on": radio.is_on}
