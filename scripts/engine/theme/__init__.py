"""The theme's templates: compiled once, and parts of them made once for many pages."""
