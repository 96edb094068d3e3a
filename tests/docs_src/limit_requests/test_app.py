"""A limit by address, kept in memory, and the tests that the page shows of it."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

import pytest
from fastapi import APIRouter, Body, Depends, FastAPI, HTTPException, Request
from fastapi.testclient import TestClient
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

EXAMPLE = "limit_requests/app"
MODULE = "test_main"


class Clock:
    """A clock that stands still until it is set."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Put a clock that stands still into the app's limit."""
    made = Clock()
    monkeypatch.setattr(module.limit, "clock", made)
    return made


def statuses(client: TestClient, number: int, headers: dict[str, str] | None = None) -> list[int]:
    """Ask for the weather a number of times; return the statuses."""
    return [client.get("/weather", headers=headers).status_code for _ in range(number)]


def test_its_own_tests_pass(module: ModuleType) -> None:
    """Each test that the example shows succeeds, whichever comes first."""
    tests = [module.test_the_weather, module.test_the_limit]
    for test in (*tests, *reversed(tests)):
        clients = module.client.__wrapped__()
        test(next(clients))
        assert next(clients, None) is None
        assert module.app.dependency_overrides == {}
    assert sum(name.startswith("test_") for name in vars(module)) == len(tests)


def test_the_fourth_request_is_refused(client: TestClient) -> None:
    """With the real clock, it is told to wait for nearly a minute."""
    assert statuses(client, 3) == [200, 200, 200]
    response = client.get("/weather")
    assert response.status_code == 429
    assert response.json() == {"detail": "Too many requests"}
    assert 1 <= int(response.headers["retry-after"]) <= 60


def test_who_waits_as_told_is_let_in(client: TestClient, clock: Clock) -> None:
    """`Retry-After` is rounded up, never down to a moment that is too early."""
    statuses(client, 3)
    clock.now += 0.4
    wait = int(client.get("/weather").headers["retry-after"])
    assert wait == 60
    clock.now += wait - 1
    assert client.get("/weather").headers["retry-after"] == "1"
    clock.now += 1
    assert statuses(client, 1) == [200]


def test_no_minute_has_more_than_three(client: TestClient, clock: Clock) -> None:
    """The window slides: each request is free again a minute after it was answered."""
    accepted = []
    for _ in range(300):
        clock.now += 1
        if statuses(client, 1) == [200]:
            accepted.append(clock.now)
    assert len(accepted) == 15
    assert all(later - first >= 60 for first, later in zip(accepted, accepted[3:], strict=False))


def test_refused_requests_do_not_count(client: TestClient, clock: Clock) -> None:
    """Who asks again too early does not have to wait any longer for it."""
    statuses(client, 3)
    clock.now += 30
    assert statuses(client, 10) == [429] * 10
    clock.now += 30
    assert statuses(client, 3) == [200] * 3


def test_each_address_has_its_own_limit(app: FastAPI, clock: Clock) -> None:
    """One client does not use up what belongs to another."""
    first, second = (TestClient(app, client=(f"192.0.2.{i}", 50000)) for i in (1, 2))
    assert statuses(first, 4) == [200, 200, 200, 429]
    assert statuses(second, 4) == [200, 200, 200, 429]


def test_without_addresses_all_share_a_limit(module: ModuleType, clock: Clock) -> None:
    """A server behind a Unix socket knows none; the limit still works."""
    request = Request({"type": "http", "client": None, "headers": []})
    for _ in range(3):
        asyncio.run(module.limit(request))
    with pytest.raises(HTTPException, match="429: Too many requests"):
        asyncio.run(module.limit(request))


def test_old_addresses_are_forgotten(app: FastAPI, module: ModuleType, clock: Clock) -> None:
    """Memory holds only addresses that have asked during the last two minutes."""
    for i in range(200):
        clock.now += 1
        TestClient(app, client=(f"192.0.2.{i}", 50000)).get("/weather")
        assert len(module.limit.times) <= 120
    clock.now += 60
    TestClient(app, client=("192.0.2.1", 50000)).get("/weather")
    assert list(module.limit.times) == ["192.0.2.1"]


def test_requests_at_the_same_time_are_counted_one_by_one(client: TestClient, clock: Clock) -> None:
    """However many come at once, three are let in."""
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: client.get("/weather").status_code, range(40)))
    assert sorted(found) == [200] * 3 + [429] * 37


def test_the_limit_runs_on_the_event_loop(module: ModuleType) -> None:
    """It is in the thread of the loop, as the operation is, and not in one of the pool."""
    threads: list[int] = []

    def clock() -> float:
        threads.append(threading.get_ident())
        return 0.0

    app = FastAPI()

    @app.get("/thread", dependencies=[Depends(module.RateLimit(1, 1, clock))])
    async def read_thread() -> int:
        return threading.get_ident()

    assert [TestClient(app).get("/thread").json()] == threads


def test_a_request_counts_once_for_an_object(module: ModuleType) -> None:
    """The same object on a router and on an operation is one limit, two objects are two."""
    shared, other = module.RateLimit(10, 60), module.RateLimit(10, 60)
    router = APIRouter(dependencies=[Depends(shared)])

    @router.get("/weather", dependencies=[Depends(shared), Depends(other)])
    @router.get("/forecast")
    async def read() -> None: ...

    app = FastAPI()
    app.include_router(router)
    client = TestClient(app)
    client.get("/weather")
    client.get("/forecast")
    assert [len(limit.times["testclient"]) for limit in (shared, other)] == [2, 1]


def test_what_has_no_operation_is_not_counted(
    client: TestClient, module: ModuleType, clock: Clock
) -> None:
    """The limit belongs to the operation: a wrong path never reaches it."""
    assert client.get("/forecast").status_code == 404
    assert client.post("/weather").status_code == 405
    assert module.limit.times == {}


def test_the_body_is_read_before_the_limit(module: ModuleType) -> None:
    """A broken body is told of and not counted, a wrong one is counted."""
    app, limit = FastAPI(), module.RateLimit(1, 60)

    @app.post("/readings", dependencies=[Depends(limit)])
    async def add_reading(temperature: float = Body()) -> None: ...

    client, json = TestClient(app), {"content-type": "application/json"}
    assert client.post("/readings", content="{", headers=json).status_code == 422
    assert limit.times == {}
    assert client.post("/readings", json="cold").status_code == 422
    assert client.post("/readings", json=-3.5).status_code == 429
    assert client.post("/readings", content="{", headers=json).status_code == 422


def test_behind_a_proxy_all_share_a_limit(app: FastAPI, clock: Clock) -> None:
    """Nobody believes a forwarded address until the proxy is trusted."""
    client = TestClient(app, client=("10.0.0.5", 50000))
    visitors = [{"X-Forwarded-For": f"198.51.100.{i}"} for i in range(2)]
    assert statuses(client, 3, visitors[0]) == [200] * 3
    assert statuses(client, 1, visitors[1]) == [429]

    app.middleware_stack = None  # it is built anew with the next request
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts="10.0.0.5")
    client = TestClient(app, client=("10.0.0.5", 50000))
    assert statuses(client, 4, visitors[0]) == [200, 200, 200, 429]
    assert statuses(client, 4, visitors[1]) == [200, 200, 200, 429]
