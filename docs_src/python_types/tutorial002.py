def make_label(author: str, title: str) -> str:
    return author.upper() + ": " + title.title()


print(make_label("tomas", "the quiet harbor"))
