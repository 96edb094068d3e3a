def remind(member: str, days: int) -> str:
    return member + " has had this book for " + days + " days."


print(remind("jonas", 21))
