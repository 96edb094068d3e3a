"""Requests, console sessions and schema fragments written in pages, made again from examples."""
