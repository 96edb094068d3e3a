def print_titles(titles: list[str]) -> None:
    for title in titles:
        print(title.title())


print_titles(["tides", "the quiet harbor"])
