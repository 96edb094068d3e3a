"""The site while it is written: every language from one server, always as the sources stand."""
