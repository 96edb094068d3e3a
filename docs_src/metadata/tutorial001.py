from fastapi import FastAPI

description = """
Find a **mountain hut**, see how many beds are free, and book them.

* Huts can be *searched*.
* Bookings are _not possible yet_.
"""

app = FastAPI(
    title="Trailhead",
    summary="Huts, beds and bookings.",
    description=description,
    version="2.4.0",
    terms_of_service="https://trailhead.example/terms",
    contact={
        "name": "The hut keepers",
        "url": "https://trailhead.example/contact",
        "email": "keepers@trailhead.example",
    },
    license_info={
        "name": "Apache 2.0",
        "url": "https://www.apache.org/licenses/LICENSE-2.0.html",
    },
)


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Birkenhof", "Steinbock"]
