"""A build divided among machines: who does what, and the parts put together."""
