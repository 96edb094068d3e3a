"""Messages: a page as pieces of text with their translations, and a page made from such pieces.

`pairing` puts the units of an English section beside those of its translation, `collecting` makes
messages of them with what English said before, and `assembly` writes a page from messages. PO files
and machine drafts are two ways to fill them in.
"""
