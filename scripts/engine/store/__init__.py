"""What builds know, on disk: digests, and the results that are stored by them."""
