def describe_shelf(shelf: int | str) -> str:
    if isinstance(shelf, int):
        return f"shelf number {shelf:03}"
    return f"shelf {shelf.upper()}"


print(describe_shelf(7))
print(describe_shelf("atlas"))
