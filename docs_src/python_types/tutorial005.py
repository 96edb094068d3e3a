def describe(
    title: str, pages: int, weight: float, is_lent: bool, cover: bytes
) -> str:
    state = "lent" if is_lent else "here"
    return f"{title}: {pages} p., {weight} kg, {state}, {len(cover)} bytes"


print(describe("Tides", 212, 0.4, False, b"\x89PNG"))
