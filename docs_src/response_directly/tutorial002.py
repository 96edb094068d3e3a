from fastapi import FastAPI, Response

app = FastAPI()


@app.get("/legacy/")
async def read_record() -> Response:
    record = """<?xml version="1.0" encoding="UTF-8"?>
<record>
  <title>Maps of the Harbor</title>
  <shelf>C3</shelf>
</record>
"""
    return Response(content=record, media_type="application/xml")
