from fastapi import FastAPI, Form

app = FastAPI()


@app.post("/login")
async def log_in(
    username: str = Form(), password: str = Form()
) -> dict[str, str]:
    return {"username": username}
