def remind(member: str, days: int) -> str:
    return member + " has had this book for " + str(days) + " days."


print(remind("jonas", 21))
