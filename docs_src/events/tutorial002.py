from fastapi import FastAPI

app = FastAPI()


@app.on_event("shutdown")
def write_log() -> None:
    with open("log.txt", "a") as log:
        log.write("The app has ended\n")


@app.get("/huts")
async def list_huts() -> list[str]:
    return ["Alpenrose", "Steinbock"]
