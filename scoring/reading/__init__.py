"""Text to Reading: the only place where a reply's words are interpreted."""
