"""The commands of `docs`, by what they are about."""
