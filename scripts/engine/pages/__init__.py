"""What is known of whole pages: their content, their documents, their search entries."""
