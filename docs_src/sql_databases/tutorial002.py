from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

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


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    SQLModel.metadata.create_all(engine)
    yield
    engine.dispose()


app = FastAPI(lifespan=lifespan)


@app.post("/huts", response_model=HutPublic)
def add_hut(data: HutCreate, session: Session = Depends(get_session)) -> Hut:
    hut = Hut.model_validate(data)
    session.add(hut)
    session.commit()
    session.refresh(hut)
    return hut


@app.get("/huts", response_model=list[HutPublic])
def list_huts(
    session: Session = Depends(get_session),
    offset: int = Query(default=0, ge=0, le=LARGEST),
    limit: int = Query(default=100, ge=1, le=100),
) -> list[Hut]:
    query = select(Hut).order_by(Hut.name).offset(offset).limit(limit)
    return list(session.exec(query).all())


@app.get("/huts/{hut_id}", response_model=HutPublic)
def read_hut(
    hut_id: int = Path(ge=1, le=LARGEST),
    session: Session = Depends(get_session),
) -> Hut:
    hut = session.get(Hut, hut_id)
    if hut is None:
        raise HTTPException(status_code=404, detail="There is no such hut")
    return hut


@app.patch("/huts/{hut_id}", response_model=HutPublic)
def update_hut(
    data: HutUpdate,
    hut_id: int = Path(ge=1, le=LARGEST),
    session: Session = Depends(get_session),
) -> Hut:
    hut = session.get(Hut, hut_id)
    if hut is None:
        raise HTTPException(status_code=404, detail="There is no such hut")
    hut.sqlmodel_update(data.model_dump(exclude_unset=True))
    session.add(hut)
    session.commit()
    session.refresh(hut)
    return hut


@app.delete("/huts/{hut_id}")
def delete_hut(
    hut_id: int = Path(ge=1, le=LARGEST),
    session: Session = Depends(get_session),
) -> dict[str, bool]:
    hut = session.get(Hut, hut_id)
    if hut is None:
        raise HTTPException(status_code=404, detail="There is no such hut")
    session.delete(hut)
    session.commit()
    return {"ok": True}
