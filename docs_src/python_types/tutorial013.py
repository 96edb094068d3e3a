from typing import Annotated


def greet(name: Annotated[str, "as on the member card"]) -> str:
    return f"Welcome to the Harbor Library, {name.title()}."


print(greet("tomas"))
print(greet.__annotations__["name"].__metadata__)
