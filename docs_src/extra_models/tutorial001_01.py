from pydantic import BaseModel


class MemberIn(BaseModel):
    name: str
    password: str


class MemberInDB(BaseModel):
    name: str
    hashed_password: str


member = MemberIn(name="mira", password="tidepool")
data = member.model_dump()
stored = MemberInDB(**data, hashed_password="8f3a61")

print(data)
print(stored.model_dump())
