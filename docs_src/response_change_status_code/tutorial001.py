from fastapi import FastAPI, Response, status

app = FastAPI()

tasks = {"flour": "Order 50 kg of flour"}


@app.put("/get-or-create-task/{task_id}", status_code=200)
async def get_or_create_task(task_id: str, response: Response) -> str:
    if task_id not in tasks:
        tasks[task_id] = "Nothing planned yet"
        response.status_code = status.HTTP_201_CREATED
    return tasks[task_id]
