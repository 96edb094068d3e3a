from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Path, Query
from sqlmodel import Field, Session, SQLModel, create_engine, select

LARGEST = 2**31 - 1


class HutBase(SQLModel):
    name: str = Field(index=True)
    altitude: int | None = Field(default=None, ge=0, le=9000)


class Hut(HutBase, table=True):
    id: int | None = Field(default=None, primary_key=True)
    door_code: str


class HutPublic(HutBase):
    id: int


class HutCreate(HutBase):
    door_code: str


class HutUpdate(SQLModel):
    name: str = ""
    altitude: int | None = Field(default=None, ge=0, le=9000)
    door_code: str = ""


engine = create_engine(
    "sqlite:///trailhead.db", connect_args={"check_same_thread": False}
)


def get_session() -> Iterator[Session]:
    with Session(engine) as session:
        yield session


SessionDep = Annotated[Session, Depends(get_session)]
HutId = Annotated[int, Path(ge=1, le=LARGEST)]


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    SQLModel.metadata.create_all(engine)
    yield
    engine.dispose()


app = FastAPI(lifespan=lifespan)


@app.post("/huts", response_model=HutPublic)
def add_hut(data: HutCreate, session: SessionDep) -> Hut:
    hut = Hut.model_validate(data)
    session.add(hut)
    session.commit()
    session.refresh(hut)
    return hut


@app.get("/huts", response_model=list[HutPublic])
def list_huts(
    session: SessionDep,
    offset: Annotated[int, Query(ge=0, le=LARGEST)] = 0,
    limit: Annotated[int, Query(ge=1, le=100)] = 100,
) -> list[Hut]:
    query = select(Hut).order_by(Hut.name).offset(offset).limit(limit)
    return list(session.exec(query).all())


@app.get("/huts/{hut_id}", response_model=HutPublic)
def read_hut(hut_id: HutId, session: SessionDep) -> Hut:
    hut = session.get(Hut, hut_id)
    if hut is None:
        raise HTTPException(status_code=404, detail="There is no such hut")
    return hut


@app.patch("/huts/{hut_id}", response_model=HutPublic)
def update_hut(hut_id: HutId, data: HutUpdate, session: SessionDep) -> Hut:
    hut = session.get(Hut, hut_id)
    if hut is None:
        raise HTTPException(status_code=404, detail="There is no such hut")
    hut.sqlmodel_update(data.model_dump(exclude_unset=True))
    session.add(hut)
    session.commit()
    session.refresh(hut)
    return hut


@app.delete("/huts/{hut_id}")
def delete_hut(hut_id: HutId, session: SessionDep) -> dict[str, bool]:
    hut = session.get(Hut, hut_id)
    if hut is None:
        raise HTTPException(status_code=404, detail="There is no such hut")
    session.delete(hut)
    session.commit()
    return {"ok": True}
