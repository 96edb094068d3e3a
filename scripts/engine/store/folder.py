"""The folder in which builds leave what is of use to later ones."""

FOLDER = ".cache/engine"
"""Below the project's root; continuous integration restores and saves it whole."""
