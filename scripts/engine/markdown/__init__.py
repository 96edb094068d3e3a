"""Markdown rendered once: recorded, kept and played back."""
