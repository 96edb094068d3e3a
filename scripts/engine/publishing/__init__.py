"""The built site: what the last build left, and how the next takes its place."""
