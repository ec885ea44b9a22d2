"""What helps an author: a new file to start from, a schema for editors, a reference of every key."""
