def describe_place(
    place: tuple[int, int, str], languages: set[str]
) -> tuple[str, int]:
    room, shelf, board = place
    return f"room {room}, shelf {shelf}{board}", len(languages)


print(describe_place((2, 14, "c"), {"en", "de"}))
