def prepare() -> None:
    print("The tables are up to date")


if __name__ == "__main__":
    prepare()
