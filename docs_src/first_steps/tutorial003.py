from fastapi import FastAPI

app = FastAPI()


@app.get("/")
def read_index() -> dict[str, str]:
    return {"message": "Welcome to Trailhead"}
