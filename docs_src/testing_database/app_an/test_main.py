from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine
from sqlmodel import Session, SQLModel, StaticPool, create_engine

from .main import Hut, app, get_session


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = create_engine(
        "sqlite://",
        connect_args={"check_same_thread": False},
        poolclass=StaticPool,
    )
    SQLModel.metadata.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def client(engine: Engine) -> Iterator[TestClient]:
    def get_test_session() -> Iterator[Session]:
        with Session(engine) as session:
            yield session

    app.dependency_overrides[get_session] = get_test_session
    yield TestClient(app)
    app.dependency_overrides.clear()


def test_add_hut(client: TestClient) -> None:
    response = client.post("/huts", json={"name": "Steinbock"})
    assert response.status_code == 200
    assert response.json() == {"id": 1, "name": "Steinbock"}
    assert client.get("/huts").json() == [response.json()]


def test_list_huts(client: TestClient, engine: Engine) -> None:
    with Session(engine) as session:
        session.add(Hut(name="Alpenrose"))
        session.add(Hut(name="Birkenhof"))
        session.commit()
    names = [hut["name"] for hut in client.get("/huts").json()]
    assert names == ["Alpenrose", "Birkenhof"]


def test_a_hut_needs_a_name(client: TestClient) -> None:
    response = client.post("/huts", json={"name": ""})
    assert response.status_code == 422
    assert client.get("/huts").json() == []
