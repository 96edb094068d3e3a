def greet(name: str | None = None) -> str:
    if name is None:
        return "Welcome to the Harbor Library."
    return f"Welcome to the Harbor Library, {name.title()}."


print(greet())
print(greet("aiko"))
