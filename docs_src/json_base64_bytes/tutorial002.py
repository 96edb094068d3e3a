from pydantic import BaseModel


class Stamp(BaseModel):
    hut: str
    picture: bytes


for picture in [b"a drawing", b"\x89PNG\r\n\x1a\n\xff\xfe"]:
    try:
        print(Stamp(hut="Steinbock", picture=picture).model_dump_json())
    except ValueError as error:
        print(error)
