"""Packs: a folder of scenarios as one file to hand on, and the packs somebody has installed."""
