import pytest
from httpx2 import ASGITransport, AsyncClient

from .main import app, count_beds


@pytest.mark.anyio
async def test_add_hut() -> None:
    transport = ASGITransport(app=app)
    async with AsyncClient(
        transport=transport, base_url="http://test"
    ) as client:
        response = await client.post("/huts/Wildsee?beds=4")
    assert response.status_code == 200
    assert await count_beds() == 24
