"""What a build is made from: looked at, read, and compared with what it was."""
