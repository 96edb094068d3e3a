def make_label(author, title):
    return author.upper() + ": " + title.title()


print(make_label("tomas", "the quiet harbor"))
