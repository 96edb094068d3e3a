"""Catalogues: translations as PO files, for people who work in Poedit, Weblate or Crowdin.

An entry is a message of `messages`. Its context names the page, the section and its number there;
stale ones are fuzzy and say what English said before. `exporting` writes the files, `importing`
reads them back, under the same rules as any other edit.
"""
