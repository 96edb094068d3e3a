from fastapi.testclient import TestClient

from .config import Settings
from .main import app, get_settings


def get_settings_of_the_test() -> Settings:
    return Settings(contact_email="test@trailhead.example")


app.dependency_overrides[get_settings] = get_settings_of_the_test
client = TestClient(app)


def test_info_has_the_contact() -> None:
    response = client.get("/info")
    assert response.json() == {
        "app_name": "Trailhead",
        "contact_email": "test@trailhead.example",
        "beds_per_booking": 8,
    }
