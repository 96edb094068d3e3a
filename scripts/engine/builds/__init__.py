"""The build: languages side by side, each by MkDocs' own steps."""
