"""A scenario as a picture: what is on it, where it goes, and how it is written as SVG or Mermaid."""
