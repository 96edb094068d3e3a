from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles
from fastapi.templating import Jinja2Templates

app = FastAPI()

app.mount("/static", StaticFiles(directory="static"), name="static")

templates = Jinja2Templates(directory="templates")

huts = {
    1: {"name": "Alpenrose", "beds": 12, "notes": ["Dogs welcome"]},
    2: {"name": "Steinbock", "beds": 0, "notes": ["<b>Closed</b>"]},
}


@app.get("/huts/{hut_id}", response_class=HTMLResponse)
def show_hut(request: Request, hut_id: int) -> HTMLResponse:
    if hut_id not in huts:
        raise HTTPException(status_code=404, detail="No such hut")
    return templates.TemplateResponse(
        request=request,
        name="hut.html",
        context={"hut_id": hut_id, "hut": huts[hut_id]},
    )
