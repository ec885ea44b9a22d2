"""What authors of scenarios work with. Nothing here is needed to play."""
