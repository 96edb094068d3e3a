from fastapi import FastAPI, status

app = FastAPI()

huts = {1: "Alpenrose", 2: "Birkenhof", 3: "Steinbock"}


@app.delete("/huts/{hut_id}", status_code=status.HTTP_204_NO_CONTENT)
async def close_hut(hut_id: int) -> None:
    huts.pop(hut_id, None)
