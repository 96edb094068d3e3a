from pathlib import Path

from fastapi import BackgroundTasks, Depends, FastAPI
from pydantic import EmailStr

LOG = Path("log.txt")

app = FastAPI()


def write_log(line: str) -> None:
    with LOG.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def note_reason(tasks: BackgroundTasks, reason: str | None = None) -> str:
    if reason is None:
        return "overdue"
    tasks.add_task(write_log, f"reason: {reason}")
    return reason


@app.post("/reminders/{email}", status_code=202)
async def remind(
    email: EmailStr,
    tasks: BackgroundTasks,
    reason: str = Depends(note_reason),
) -> dict[str, str]:
    tasks.add_task(write_log, f"reminder to {email}")
    return {"message": "The reminder is on its way", "reason": reason}


@app.get("/log")
def read_log() -> list[str]:
    return LOG.read_text("utf-8").splitlines() if LOG.is_file() else []
