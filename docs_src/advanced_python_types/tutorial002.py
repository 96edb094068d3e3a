def remind(member: str | None) -> None:
    print(f"Reminding {member or 'everybody'}.")


remind("aiko")
remind(None)
remind()
