from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI
from sqlmodel import Field, Session, SQLModel, create_engine, select


class HutCreate(SQLModel):
    name: str = Field(min_length=1)


class Hut(HutCreate, table=True):
    id: int | None = Field(default=None, primary_key=True)


engine = create_engine(
    "sqlite:///trailhead.db", connect_args={"check_same_thread": False}
)


def get_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    SQLModel.metadata.create_all(engine)
    yield
    engine.dispose()


app = FastAPI(lifespan=lifespan)


@app.post("/huts")
def add_hut(
    data: HutCreate, session: Annotated[Session, Depends(get_session)]
) -> Hut:
    hut = Hut.model_validate(data)
    session.add(hut)
    session.commit()
    session.refresh(hut)
    return hut


@app.get("/huts")
def list_huts(
    session: Annotated[Session, Depends(get_session)],
) -> list[Hut]:
    return list(session.exec(select(Hut).limit(100)).all())
