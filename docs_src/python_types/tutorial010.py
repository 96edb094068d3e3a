class Book:
    def __init__(self, title: str, pages: int) -> None:
        self.title = title
        self.pages = pages


def is_thick(book: Book) -> bool:
    return book.pages > 500


print(is_thick(Book("Tides", 212)))
