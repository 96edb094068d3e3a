from fastapi.testclient import TestClient

from .main import app

client = TestClient(app)


def test_read_hut() -> None:
    response = client.get("/huts/alpenrose", headers={"X-Token": "edelweiss"})
    assert response.status_code == 200
    assert response.json() == {
        "id": "alpenrose",
        "name": "Alpenrose",
        "beds": 24,
    }


def test_read_hut_with_a_bad_token() -> None:
    response = client.get("/huts/alpenrose", headers={"X-Token": "dandelion"})
    assert response.status_code == 400
    assert response.json() == {"detail": "This token is not valid"}


def test_read_an_unknown_hut() -> None:
    response = client.get("/huts/matterhorn", headers={"X-Token": "edelweiss"})
    assert response.status_code == 404
    assert response.json() == {"detail": "There is no such hut"}


def test_add_hut() -> None:
    response = client.post(
        "/huts",
        headers={"X-Token": "edelweiss"},
        json={"id": "wildsee", "name": "Wildsee", "beds": 12},
    )
    assert response.status_code == 200
    assert response.json() == {"id": "wildsee", "name": "Wildsee", "beds": 12}


def test_add_hut_with_a_bad_token() -> None:
    response = client.post(
        "/huts",
        headers={"X-Token": "dandelion"},
        json={"id": "tannegg", "name": "Tannegg", "beds": 8},
    )
    assert response.status_code == 400
    assert response.json() == {"detail": "This token is not valid"}


def test_add_a_hut_that_exists() -> None:
    response = client.post(
        "/huts",
        headers={"X-Token": "edelweiss"},
        json={"id": "birkenhof", "name": "Birkenhof II", "beds": 4},
    )
    assert response.status_code == 409
    assert response.json() == {"detail": "This hut exists already"}
